import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffAsRead, diffWords, sideOf } from './word-diff.ts';

const say = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `[+${text}+]`))
    .join('');

describe('two wordings', () => {
  test.each([
    [
      'What made the last renewal hardest to sign?',
      'What made the last renewal hardest to argue for?',
      'What made the last renewal hardest to [-sign-][+argue for+]?',
    ],
    ['The same words.', 'The same words.', 'The same words.'],
    ['', 'New.', '[+New.+]'],
    ['Gone.', '', '[-Gone.-]'],
    ['', '', ''],
    ['one two three', 'one three', 'one [-two -]three'],
    ['a red small house', 'a blue large house', 'a [-red small-][+blue large+] house'],
    ['don’t ask', 'do ask', '[-don’t-][+do+] ask'],
    ['Now, ask', 'Now ask', 'Now[-,-] ask'],
    ['Für Käufer', 'Für Anwender', 'Für [-Käufer-][+Anwender+]'],
  ])('“%s” to “%s” is %s', (before, after, marked) => expect(say(before, after)).toBe(marked));

  const text = fc
    .array(fc.constantFrom('a', 'the', 'price', ' ', '  ', ', ', '?', 'ä', '😀', '\n', '{{q1|x}}'))
    .map((words) => words.join(''));

  test('can always be read back, whatever they hold', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), fc.oneof(text, fc.string()), (before, after) => {
        const parts = diffWords(before, after);
        const read = (side: 'before' | 'after') =>
          sideOf(parts, side)
            .map((part) => part.text)
            .join('');
        expect([read('before'), read('after')]).toEqual([before, after]);
        for (const [at, part] of parts.entries()) {
          expect(part.text).not.toBe('');
          expect(parts[at + 1]?.kind).not.toBe(part.kind);
        }
      }),
    );
  });
});

describe('of texts with places that are filled in', () => {
  const says = (before: string, after: string) => {
    const parts = diffAsRead(before, after, 'Buyer');
    return (['before', 'after'] as const).map((side) =>
      sideOf(parts, side)
        .map(({ text }) => text)
        .join(''),
    );
  };

  test('they are compared as they are read', () =>
    expect(says('Are you {{persona.name|this}}?', 'Are you still {{persona.name|this}}?')).toEqual([
      'Are you Buyer?',
      'Are you still Buyer?',
    ]));

  test('a change of nothing but what is filled in is shown as it is written', () =>
    expect(says('At {{account.name|your firm}}?', 'At your firm?')).toEqual([
      'At {{account.name|your firm}}?',
      'At your firm?',
    ]));
});
