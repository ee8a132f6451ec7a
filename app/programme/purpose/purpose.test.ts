import { expect, test } from 'vitest';
import { PurposeForm } from './purpose.ts';
import { missingFields, PURPOSE_FIELDS, sayMissing, sayRule, saysRule } from './purpose-words.ts';

test('a purpose that nobody wrote lacks every field', () => {
  expect(missingFields(null)).toEqual([...PURPOSE_FIELDS]);
});

test.each([
  [{ bound: 'lower', side: 'above', threshold: 10 }, 'lower end above +10'],
  [{ bound: 'upper', side: 'below', threshold: 0 }, 'upper end below 0'],
  [{ bound: 'upper', side: 'below', threshold: -20 }, 'upper end below −20'],
] as const)('the rule %j reads “%s”', (rule, words) => expect(sayRule(rule)).toBe(words));

test.each([
  ['Hold the price list if the upper end is below 0', true],
  ['Rebuild it: upper end below 0.', true],
  ['Hold the price list if the lower end is below 0', false],
  ['Hold the price list if the upper end is below 05', false],
  ['Hold the price list if they grumble', false],
])('“%s” says the rule “upper end below 0” by itself: %s', (sentence, says) =>
  expect(saysRule(sentence, { bound: 'upper', side: 'below', threshold: 0 })).toBe(says),
);

test('a threshold is found with its sign', () => {
  const rule = { bound: 'upper', side: 'below', threshold: -20 } as const;
  expect(saysRule('Rebuild it if the upper end is below −20', rule)).toBe(true);
  expect(saysRule('Rebuild it if the upper end is below 20', rule)).toBe(false);
});

test('the refusal names whom we would ask', () => {
  expect(sayMissing('Procurement leads')).toBe(
    'What will you do differently if procurement leads say no? If nothing, don’t ask them.',
  );
});

test.each([
  [{}, null],
  [{ bound: '', side: '', threshold: '' }, null],
  [
    { bound: 'upper', side: 'below', threshold: '−20' },
    { bound: 'upper', side: 'below', threshold: -20 },
  ],
  [
    { bound: 'lower', side: 'above', threshold: '+5' },
    { bound: 'lower', side: 'above', threshold: 5 },
  ],
])('the form %j holds the rule %j', (fields, rule) => expect(PurposeForm.parse(fields).rule).toEqual(rule));

test.each([
  [{ bound: 'upper' }, 'rule', 'Choose the end, the side and a number, or leave all three empty.'],
  [
    { side: 'above', threshold: '3' },
    'rule',
    'Choose the end, the side and a number, or leave all three empty.',
  ],
  [{ bound: 'upper', side: 'below', threshold: '101' }, 'rule', 'A score is at most +100.'],
  [
    { bound: 'upper', side: 'below', threshold: '3.5' },
    'threshold',
    'Write a whole number from −100 to +100.',
  ],
  [{ decideOn: '2027-02-30' }, 'decideOn', 'Give a day, such as 2027-02-26.'],
])('the form %j is at fault in %s', (fields, field, sentence) => {
  const parsed = PurposeForm.safeParse(fields);
  expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([[field, sentence]]);
});
