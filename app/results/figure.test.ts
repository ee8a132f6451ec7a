import { describe, expect, test } from 'vitest';
import { cells, classesOf, recommend, sampleOf } from '#tests/support/samples.ts';
import { formatInterval, formatScore } from './display.ts';
import { figureOf } from './figure.ts';
import { type AccountAnswers, OUTSIDE } from './gathered.ts';
import { mintSample } from './sample.ts';
import { stricter, THRESHOLDS } from './thresholds.ts';

const bigHappyAccount = [[...classesOf(40, 10, 10).flat()], [7, 3, 3], [3, 3, 3], [9, 7, 3], [7, 7, 3]];

describe('what may be shown', () => {
  test('no answers is no answers, never 0', () => {
    const figure = figureOf(sampleOf([], { known: 12 }));
    expect(figure).toMatchObject({ showing: 'none', score: null, bounds: null, n: 0, known: 12 });
    expect(figure.interval.kind).toBe('none');
  });

  test('four answers are listed and not scored', () => {
    const figure = figureOf(sampleOf([[8], [3], [9], [9]]));
    expect(figure).toMatchObject({
      showing: 'answers_only',
      score: null,
      perPerson: null,
      answers: [3, 8, 9, 9],
    });
    expect(figure.shortage).toBe('A score needs 5 answers.');
  });

  test('twenty answers of two accounts are those accounts, not the persona', () => {
    const figure = figureOf(sampleOf([classesOf(6, 2, 2).flat(), classesOf(1, 4, 5).flat()]));
    expect(figure).toMatchObject({ showing: 'too_few_accounts', score: null });
    expect(figure.shortage).toBe('A score needs answers from 3 accounts.');
  });

  test('the answers of one account, asked for as such, are scored from five on', () => {
    const within = { accountId: 'account-1', name: 'Acme' };
    expect(figureOf(sampleOf([[9, 9, 7, 3]], { within })).showing).toBe('answers_only');
    expect(figureOf(sampleOf([[9, 9, 7, 3, 9]], { within }))).toMatchObject({ showing: 'shown', score: 40 });
  });

  test('people outside any account speak for themselves and widen a persona as accounts do', () => {
    const accounts: AccountAnswers[] = [
      { accountId: OUTSIDE, counts: [0, 0, 0, 0, 0, 0, 0, 1, 0, 3, 0] },
      { accountId: 'a', counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0] },
    ];
    const figure = figureOf(sampleOf([], { accounts }));
    expect(figure).toMatchObject({ showing: 'shown', accounts: 1, outside: 4, perAccount: 80 });
    expect(figure.perPerson).toBeCloseTo(83.33, 2);
  });

  test('an import without accounts is scored from five answers on, and says so', () => {
    const accounts = [{ accountId: null, counts: [0, 0, 0, 1, 0, 0, 0, 0, 0, 5, 0] }];
    const figure = figureOf(sampleOf([], { accounts }));
    expect(figure).toMatchObject({ showing: 'shown', accounts: null, perAccount: null, basis: 'person' });
  });

  test('where accounts are unknown, answers given in confidence are withheld: somebody knows them', () => {
    const accounts = [{ accountId: null, counts: [0, 0, 0, 1, 0, 0, 0, 0, 0, 9, 0] }];
    const figure = figureOf(sampleOf([], { accounts, confidentiality: 'confidential' }));
    expect(figure).toMatchObject({ showing: 'withheld', score: null, counts: null });
  });

  test.each([
    [4, 'withheld'],
    [5, 'shown'],
  ])('of %i unlinkable answers, which keep no account, the score is %s', (n, showing) => {
    const accounts = [{ accountId: null, counts: [0, 0, 0, 1, 0, 0, 0, 0, 0, n - 1, 0] }];
    expect(figureOf(sampleOf([], { accounts, confidentiality: 'anonymous' }))).toMatchObject({ showing });
  });

  describe.each(['confidential', 'anonymous'] as const)('on a wave that is %s', (confidentiality) => {
    const nothing = {
      showing: 'withheld',
      score: null,
      counts: null,
      histogram: null,
      answers: null,
      bounds: null,
    };

    test('fewer than five answers are not listed', () => {
      expect(figureOf(sampleOf([[8], [3], [9], [9]], { confidentiality }))).toMatchObject(nothing);
    });

    test('neither are the answers of two accounts', () => {
      expect(
        figureOf(
          sampleOf(
            [
              [8, 3, 9],
              [9, 9, 9],
            ],
            { confidentiality },
          ),
        ),
      ).toMatchObject(nothing);
    });

    test.each([1, 4])(
      'nor a filter that leaves out %i people, who could be found by subtraction',
      (leftOut) => {
        const answers = classesOf(4, 2, 2);
        expect(figureOf(sampleOf(answers, { confidentiality, leftOut }))).toMatchObject(nothing);
        expect(figureOf(sampleOf(answers, { confidentiality, leftOut: 5 })).showing).toBe('shown');
      },
    );
  });

  test('thresholds can be raised and never lowered', () => {
    expect(stricter({ showAnswers: 1, showAccounts: 6 })).toEqual({ ...THRESHOLDS, showAccounts: 6 });
    expect(figureOf(sampleOf(classesOf(3, 1, 1)), stricter({ showAccounts: 6 })).showing).toBe(
      'too_few_accounts',
    );
  });
});

describe('which score leads, and with which interval', () => {
  test('one answer per account and no list of people: per person, score interval', () => {
    const { score, basis, interval } = figureOf(sampleOf(classesOf(5, 3, 2)));
    expect({ score, basis }).toEqual({ score: 30, basis: 'person' });
    expect(interval).toMatchObject({
      kind: 'score',
      lo: expect.closeTo(-21.7, 1),
      hi: expect.closeTo(67.5, 1),
    });
  });

  test('an account that answered twice: per account, account+3, with the per-person score beside it', () => {
    const figure = figureOf(sampleOf(bigHappyAccount));
    expect(figure).toMatchObject({ basis: 'account', score: -30, perAccount: -30 });
    expect(figure.perPerson).toBeCloseTo(33.33, 2);
    expect(figure.interval).toMatchObject({ kind: 'account_plus3', lo: expect.closeTo(-61.36, 2) });
  });

  test('ten of twelve heard: per person among the twelve, and the bounds beside it', () => {
    const figure = figureOf(sampleOf([[3, 4], [5], [6], [7], [7], [8], [8], [9], [9]], { known: 12 }));
    expect(figure).toMatchObject({ basis: 'person', score: -20, accounts: 9 });
    expect(figure.interval).toMatchObject({ kind: 'finite', lo: expect.closeTo(-33.33, 2), hi: 0 });
    expect(figure.interval.meaning).toBe('all 12 would be between −33 and 0, whatever the 2 not heard think');
    expect(figure.bounds).toMatchObject({ lo: expect.closeTo(-33.33, 2), hi: 0 });
  });

  test('everybody heard: no interval but the score itself, never the +33 of the population-correction trap', () => {
    const { interval } = figureOf(sampleOf(classesOf(7, 3, 2), { known: 12 }));
    expect(interval).toMatchObject({ kind: 'census', meaning: 'all 12 heard' });
    expect(interval).toMatchObject({ lo: expect.closeTo(41.67, 2), hi: expect.closeTo(41.67, 2) });
  });

  test('less than a tenth of the known heard: the list does not help', () => {
    expect(figureOf(sampleOf(classesOf(5, 3, 2), { known: 101 })).interval.kind).toBe('score');
    expect(figureOf(sampleOf(classesOf(5, 3, 2), { known: 100 })).interval.kind).toBe('finite');
  });
});

test('one account that speaks for the others is flagged three ways', () => {
  const { dominance } = figureOf(sampleOf(bigHappyAccount));
  expect(dominance.largest).toMatchObject({
    accountName: 'Account 1',
    answers: 60,
    share: expect.closeTo(0.8333, 4),
  });
  expect(dominance.effectiveAccounts).toBeCloseTo(1.43, 2);
  expect(dominance.apart).toBeCloseTo(-63.33, 2);
});

test('even voices raise no flag', () => {
  expect(figureOf(sampleOf(classesOf(5, 3, 2))).dominance).toEqual({
    largest: null,
    effectiveAccounts: null,
    apart: null,
  });
});

test('only likelihood to recommend is called NPS', () => {
  expect(figureOf(sampleOf(classesOf(5, 3, 2))).metric).toEqual({ kind: 'nps', name: 'NPS' });
  const satisfaction = mintSample({
    persona: sampleOf([]).persona,
    wave: { id: 'w', name: '2025 survey', closedAt: 1 },
    question: { ...recommend, scale: 'other_0_10', concept: 'job satisfaction' },
    accounts: [{ accountId: null, counts: [0, 0, 0, 0, 0, 0, 28, 0, 74, 57, 0] }],
    known: null,
    confidentiality: 'attributed',
  });
  const figure = figureOf(satisfaction);
  expect(figure.metric).toEqual({ kind: 'top2_bottom7', name: 'Job satisfaction, top-2 minus bottom-7' });
  expect(figure.score).toBeCloseTo(18.24, 2);
});

test('a figure is frozen', () => {
  expect(Object.isFrozen(figureOf(sampleOf(classesOf(5, 3, 2))))).toBe(true);
});

describe('the mint refuses what cannot have been counted', () => {
  test.each([
    [
      'a value outside 0 to 10',
      { accounts: [{ accountId: 'a', counts: Array.from({ length: 12 }, () => 1) }] },
    ],
    ['half an answer', { accounts: [{ accountId: 'a', counts: [0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }] }],
    [
      'more heard than known',
      { known: 0, accounts: [{ accountId: 'a', counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }] },
    ],
  ])('%s', (_, given) => {
    expect(() => sampleOf([], given)).toThrow(RangeError);
  });
});

describe('the real file of 2025 comes out per role as published beside it', () => {
  test.each([
    ['buyer', 57, 74, 28, '+18', '+7 to +29'],
    ['advocate', 38, 50, 23, '+14', '0 to +27'],
    ['influencer', 21, 40, 19, '+3', '\u221213 to +18'],
    ['end_user', 91, 145, 116, '\u22127', '\u221215 to +1'],
  ])('%s %i/%i/%i', (id, promoters, passives, detractors, score, range) => {
    const counts = cells(classesOf(promoters, passives, detractors).flat());
    const figure = figureOf(sampleOf([], { persona: id, accounts: [{ accountId: null, counts }] }));
    expect(formatScore(figure.score!)).toBe(score);
    expect(figure.interval.kind === 'score' && formatInterval(figure.interval)).toBe(range);
  });
});
