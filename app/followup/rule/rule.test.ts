import { expect, test } from 'vitest';
import { RULE_KINDS, refusedBy, sayTrigger } from './rule.ts';

test('under each promise a rule can be had or is refused in a sentence', () => {
  const had = (promise: 'attributed' | 'confidential' | 'unlinkable') =>
    RULE_KINDS.filter((kind) => refusedBy(promise, kind) === null);
  expect(had('attributed')).toEqual([...RULE_KINDS]);
  expect(had('confidential')).toEqual(['score', 'choice', 'left', 'role_correction', 'theme']);
  expect(had('unlinkable')).toEqual(['left', 'role_correction']);
  expect(refusedBy('unlinkable', 'score')).toMatch(/linked to nobody/);
});

test('a rule is said in words', () => {
  const asked = { wording: 'How likely?', choice: 'The price' };
  expect(sayTrigger({ kind: 'score', surveyId: 's', questionKey: 'q1', atMost: 6 }, asked)).toBe(
    'An answer of 6 or less to “How likely?”',
  );
  expect(sayTrigger({ kind: 'choice', surveyId: 's', questionKey: 'q1', choiceKey: 'o1' }, asked)).toBe(
    '“The price” to “How likely?”',
  );
  expect(sayTrigger({ kind: 'silence', silentDays: 90, renewalDays: 60 }, asked)).toBe(
    'Nobody heard at an account for 90 days, and it renews within 60',
  );
  expect(sayTrigger({ kind: 'theme', themeId: 't1' }, { ...asked, theme: 'Pricing' })).toBe(
    'Somebody confirms that an answer raises “Pricing”',
  );
});
