import { describe, expect, test } from 'vitest';
import { type AskedQuestion, type AskedSurvey, compareAsked, twinshipOf } from './asked.ts';
import { markDifferences } from './mark-differences.ts';

const asked = (key: string, concept: string, wording: string): AskedQuestion => ({
  ...{ key, concept, wording, number: 1, kindWords: '0 to 10', scale: 'ltr_0_10' },
});

const survey = (
  id: 'buyer' | 'end_user',
  questions: AskedQuestion[],
  surveyId: string = id,
): AskedSurvey => ({
  ...{ surveyId, name: id, version: 'v1', questions },
  persona: { id, base: id, name: id, plural: id },
});

describe('what is asked of whom', () => {
  test('one concept is one row, whatever its case, and what several are asked stands first', () => {
    const rows = compareAsked([
      survey('end_user', [asked('q1', 'effort', 'Easy?'), asked('q2', 'Recommend ', 'Likely?')]),
      survey('buyer', [asked('q1', 'price', 'Fair?'), asked('q9', 'recommend', 'How likely?')]),
    ]);
    expect(rows.map(({ concept, personas }) => [concept, personas])).toEqual([
      ['Recommend ', 2],
      ['effort', 1],
      ['price', 1],
    ]);
    expect(rows[0]!.cells.buyer).toMatchObject([{ key: 'q9', surveyId: 'buyer' }]);
  });

  test('a persona asked twice is one persona, and a question without a concept ties to nothing', () => {
    const rows = compareAsked([
      survey('buyer', [asked('q1', 'price', 'Fair?'), asked('q2', '', 'A?')]),
      survey('buyer', [asked('q1', 'price', 'Too high?'), asked('q2', '', 'B?')], 'second'),
    ]);
    expect(rows.map(({ concept, personas, cells }) => [concept, personas, cells.buyer!.length])).toEqual([
      ['price', 1, 2],
      ['', 1, 1],
      ['', 1, 1],
    ]);
  });

  test.each([
    ['Likely?', 'ltr_0_10', 'same_words'],
    ['likely? ', 'ltr_0_10', 'same_words'],
    ['How likely?', 'ltr_0_10', 'other_words'],
    ['Likely?', 'rating_1_5', 'other_scale'],
    ['Likely?', null, 'unfinished'],
  ] as const)('beside “Likely?” from 0 to 10, “%s” on %s is %s', (wording, scale, twinship) =>
    expect(
      twinshipOf([
        { wording: 'Likely?', scale: 'ltr_0_10' },
        { wording, scale },
      ]),
    ).toBe(twinship),
  );
});

describe('marks', () => {
  const marked = (...wordings: string[]) =>
    markDifferences(wordings).map((parts) =>
      parts.map(({ text, differs }) => (differs ? `<${text}>` : text)).join(''),
    );

  test('stand on both sides of a difference', () => {
    expect(marked('What made it hardest to sign?', 'What made it hardest to argue for?')).toEqual([
      'What made it hardest to <sign>?',
      'What made it hardest to <argue for>?',
    ]);
  });

  test('of the first wording gather what any of the others says otherwise', () => {
    expect(marked('one two three', 'one 2 three', 'one two 3')).toEqual([
      'one <two> <three>',
      'one <2> three',
      'one two <3>',
    ]);
    expect(marked('the same', 'the same')).toEqual(['the same', 'the same']);
    expect(marked('alone')).toEqual(['alone']);
    expect(marked()).toEqual([]);
    expect(marked('', 'new')).toEqual(['', '<new>']);
  });
});
