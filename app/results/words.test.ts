import { describe, expect, test } from 'vitest';
import { autumnWave, cells, classesOf, persona, recommend, sampleOf } from '#tests/support/samples.ts';
import { differenceBetween } from './difference.ts';
import { displayRound, formatInterval, formatScore } from './display.ts';
import { figureCells } from './export-rows.ts';
import { figureOf } from './figure.ts';
import { OUTSIDE } from './gathered.ts';
import { rule } from './read-persona-page.server.ts';
import { rulingOf } from './ruling.ts';
import { mintSample } from './sample.ts';
import { boundsWords, dominanceSentences, figureSentence, scoreTold, secondScore } from './sentence.ts';
import { figureOrSplit, splitOf } from './split.ts';

describe('a figure as a sentence', () => {
  const spring = sampleOf([[3, 4], [5], [6], [7], [7], [8], [8], [9], [9]], { persona: 'buyer', known: 12 });
  const autumn = sampleOf(classesOf(2, 4, 3), { persona: 'buyer', known: 11, wave: autumnWave });

  test('says who, when, how much, of how many, at how many accounts, how sure, and since last time', () => {
    expect(figureSentence(figureOf(spring), differenceBetween(autumn, spring))).toBe(
      'Buyers, spring wave: −20 (10 of 12 heard, at 9 accounts; all 12 would be between −33 and 0; autumn −11, 9 of 11 heard: can’t tell)',
    );
  });

  test('says that accounts were counted, where they were', () => {
    const figure = figureOf(sampleOf([[9, 9], [9], [7], [3]]));
    expect(figureSentence(figure)).toBe(
      'End-users, spring wave: +25 with each account counted once (5 heard, at 4 accounts; 40% of these end-users are from Account 1 (2 of 5); interval −44 to +73)',
    );
  });

  test('has no interval when everybody was heard', () => {
    const figure = figureOf(sampleOf(classesOf(7, 3, 2), { known: 12 }));
    expect(figureSentence(figure)).toBe('End-users, spring wave: +42 (all 12 heard, at 12 accounts)');
  });

  test('lists the answers where there are too few, says so where there are none, and keeps a promise', () => {
    const few = sampleOf([], {
      persona: 'advocate',
      known: 9,
      accounts: [
        { accountId: 'a', counts: [0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0] },
        { accountId: OUTSIDE, counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0] },
      ],
    });
    expect(figureSentence(figureOf(few))).toBe(
      'Advocates, spring wave: 3, 8, 9, 9 (4 of 9 heard, at 1 account and outside; a score needs 5 answers)',
    );
    expect(figureSentence(figureOf(sampleOf([], { persona: 'buyer', known: 3 })))).toBe(
      'Buyers, spring wave: no answers (0 of 3 heard)',
    );
    expect(figureSentence(figureOf(sampleOf([[3], [9]], { confidentiality: 'confidential' })))).not.toMatch(
      /3, 9/,
    );
  });

  test('names one account, and a score that is not NPS', () => {
    const within = { accountId: 'account-1', name: 'Acme' };
    expect(figureSentence(figureOf(sampleOf([[9, 9, 7, 3, 9]], { within, known: 5 })))).toBe(
      'End-users at Acme, spring wave: +40 (all 5 heard)',
    );
    const job = { ...recommend, scale: 'other_0_10', concept: 'job satisfaction' } as const;
    const asked = { persona: persona('buyer'), wave: autumnWave, question: job, known: null } as const;
    const accounts = [{ accountId: null, counts: cells(classesOf(57, 74, 28).flat()) }];
    expect(figureSentence(figureOf(mintSample({ ...asked, accounts, confidentiality: 'attributed' })))).toBe(
      'Buyers, autumn wave, Job satisfaction, top-2 minus bottom-7: +18 (159 heard, accounts not known; interval +7 to +29)',
    );
  });
});

test('a dominating account is named, with what it does to the score', () => {
  const figure = figureOf(
    sampleOf([classesOf(40, 10, 10).flat(), [7, 3, 3], [3, 3, 3], [9, 7, 3], [7, 7, 3]]),
  );
  expect(dominanceSentences(figure)).toEqual([
    'Counted two ways it is 63 points apart: −30 with each account counted once, +33 with each person.',
    '83% of these end-users are from Account 1 (60 of 72).',
    'The answers weigh like those of 1.4 accounts, not 5.',
  ]);
  expect(dominanceSentences(figureOf(sampleOf(classesOf(3, 2, 1))))).toEqual([]);
  // Far apart, no score leads, and no rule is held against either.
  expect(figureSentence(figure)).toBe(
    'End-users, spring wave: 63 points apart, −30 with each account counted once and +33 with each person (72 heard, at 5 accounts; 83% of these end-users are from Account 1 (60 of 72); the answers weigh like those of 1.4 accounts, not 5; interval −61 to +24)',
  );
  expect(scoreTold(figure)).toBe('63 points apart');
  expect([displayRound(figure.score!), displayRound(secondScore(figure)!)]).toEqual([-30, 33]);
  expect(secondScore(figureOf(sampleOf(classesOf(3, 2, 1))))).toBeNull();
  expect(figureCells(figure)).toMatchObject({
    score: null,
    note: expect.stringMatching(/^Counted two ways it is 63 points/),
  });
  const purpose = { rule: { bound: 'lower', comparison: 'above', threshold: -90 } } as never;
  expect(rule(purpose, figure)).toBe('cant_tell');
  expect(rule(purpose, figureOf(sampleOf(classesOf(3, 2, 1))))).toBe('clears');
});

test('beside an interval that takes the silent to be like the others stands what they could make of it', () => {
  const ten = figureOf(
    sampleOf([[3, 4], [5], [6], [7], [7], [8], [8], [9], [9]], { persona: 'buyer', known: 28 }),
  );
  expect(boundsWords(ten)).toMatch(/^It could be −\d+ to \+\d+ depending on the 18 we haven’t heard\.$/);
  expect(boundsWords(figureOf(sampleOf(classesOf(7, 3, 2), { known: 12 })))).toBeNull();
  expect(boundsWords(figureOf(sampleOf(classesOf(7, 3, 2))))).toBeNull();
});

describe('scores as written', () => {
  test.each([
    [-12.5, '−13'],
    [12.5, '+13'],
    [-0.4, '0'],
    [33.333, '+33'],
    [-66.67, '−67'],
  ])('%f is %s', (points, words) => {
    expect(formatScore(points)).toBe(words);
  });

  test('minus zero is zero', () => {
    expect(Object.is(displayRound(-0.2), 0)).toBe(true);
    expect(formatInterval({ lo: -33.3, hi: -0.1 })).toBe('−33 to 0');
  });
});

describe('a rule written before asking, held against the interval', () => {
  const lowerAbove0 = { bound: 'lower', comparison: 'above', threshold: 0 } as const;
  const upperBelow0 = { bound: 'upper', comparison: 'below', threshold: 0 } as const;

  test.each([
    [lowerAbove0, { lo: 3, hi: 60 }, 'clears'],
    [lowerAbove0, { lo: -3, hi: 60 }, 'cant_tell'],
    [lowerAbove0, { lo: -30, hi: 0 }, 'does_not_clear'],
    [upperBelow0, { lo: -33, hi: -1 }, 'clears'],
    [upperBelow0, { lo: -33, hi: 0 }, 'cant_tell'],
    [{ ...upperBelow0, threshold: -10 }, { lo: -5, hi: 53 }, 'does_not_clear'],
    [lowerAbove0, null, 'cant_tell'],
  ])('%o against %o: %s', (rule, range, ruling) => {
    expect(rulingOf(rule, range)).toBe(ruling);
  });
});

describe('a request across personas is answered by the split', () => {
  const endUsers = sampleOf(classesOf(24, 9, 8), { persona: 'end_user', known: 118 });
  const buyers = sampleOf(classesOf(1, 3, 2), { persona: 'buyer', known: 12 });
  const both = { samples: [buyers, endUsers], personasNamed: 2, unplaced: 0 };

  test('with the counts, the reason, both figures and the gap', () => {
    const silent = [{ persona: persona('influencer'), known: 19 }];
    const { code, message, fact, personas, instead, why } = splitOf({ ...both, silent });
    expect(code).toBe('PERSONA_MIX');
    expect(fact).toBe('These 47 answers come from 41 end-users and 6 buyers.');
    expect(message).toBe(
      'These 47 answers come from 41 end-users and 6 buyers. We don’t blend personas: that would be an orple. End-users +39 (n=41) · Buyers −17 (n=6) · gap 56.',
    );
    expect(personas).toEqual([
      { id: 'end_user', answers: 41 },
      { id: 'buyer', answers: 6 },
    ]);
    expect(instead.by_persona.map(({ persona: { id } }) => id)).toEqual(['end_user', 'buyer']);
    expect(instead.gap).toMatchObject({ kind: 'gap', higher: { persona: { id: 'end_user' } } });
    expect(instead.coverage.map(({ persona: { id }, heard, known }) => [id, heard, known])).toEqual([
      ['end_user', 41, 118],
      ['influencer', 0, 19],
      ['buyer', 6, 12],
    ]);
    expect(why).toBe('/docs/orples');
  });

  test('and of more than two personas the gap says between which two it is', () => {
    const influencers = sampleOf(classesOf(4, 2, 2), { persona: 'influencer', known: 19 });
    const { message } = splitOf({ samples: [buyers, influencers, endUsers], personasNamed: 3, unplaced: 0 });
    expect(message).toMatch(/ · gap between end-users and buyers 56\.$/);
  });

  test('a request that names no persona is told that one is required', () => {
    expect(splitOf({ ...both, personasNamed: 0 }).code).toBe('PERSONA_REQUIRED');
  });

  test('answers nobody has placed are counted and never scored', () => {
    const { fact, personas } = splitOf({ samples: [buyers], personasNamed: 0, unplaced: 2 });
    expect(fact).toBe('These 8 answers come from 6 buyers and 2 people without a role.');
    expect(personas).toEqual([{ id: 'buyer', answers: 6 }]);
  });

  test('a filter that happens to reach one persona is answered, and an empty one is not an error', () => {
    expect(figureOrSplit({ samples: [buyers], personasNamed: 0, unplaced: 0 })).toMatchObject({
      kind: 'figure',
      figure: { persona: { id: 'buyer' } },
    });
    expect(figureOrSplit({ samples: [], personasNamed: 0, unplaced: 0 })).toEqual({ kind: 'no_answers' });
  });

  test('three personas: the widest gap, by name', () => {
    const advocates = sampleOf(classesOf(9, 1, 0), { persona: 'advocate' });
    const { gap } = splitOf({
      samples: [endUsers, buyers, advocates],
      personasNamed: 3,
      unplaced: 0,
    }).instead;
    expect(gap).toMatchObject({
      higher: { persona: { id: 'advocate' } },
      lower: { persona: { id: 'buyer' } },
    });
  });

  test('what was said in confidence is not in the split either', () => {
    const secret = sampleOf([[2], [9]], { persona: 'buyer', confidentiality: 'confidential' });
    const split = splitOf({ samples: [endUsers, secret], personasNamed: 2, unplaced: 0 });
    expect(split.message).toContain('Buyers no score (n=too few to tell)');
    expect(split.instead.by_persona[1]).toMatchObject({
      showing: 'withheld',
      histogram: null,
      answers: null,
    });
    expect(split.instead.gap).toMatchObject({ kind: 'withheld' });
  });

  test('two waves of one persona are not a mix', () => {
    expect(() => splitOf({ samples: [buyers, buyers], personasNamed: 2, unplaced: 0 })).toThrow(RangeError);
  });
});
