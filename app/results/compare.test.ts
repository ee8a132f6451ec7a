import { describe, expect, test } from 'vitest';
import { autumnWave, classesOf, persona, recommend, sampleOf, springWave } from '#tests/support/samples.ts';
import { alignmentOf } from './alignment.ts';
import { differenceBetween } from './difference.ts';
import { gapBetween } from './gap.ts';

const autumn = (p: number, q: number, d: number, given = {}) =>
  sampleOf(classesOf(p, q, d), { wave: autumnWave, persona: 'buyer', ...given });
const spring = (p: number, q: number, d: number, given = {}) =>
  sampleOf(classesOf(p, q, d), { wave: springWave, persona: 'buyer', ...given });

describe('two waves of one persona', () => {
  test('12 against 12 can rarely tell, and says between what and what', () => {
    const difference = differenceBetween(autumn(4, 4, 4), spring(7, 3, 2));
    expect(difference).toMatchObject({
      kind: 'difference',
      verdict: 'cant_tell',
      points: expect.closeTo(41.67, 2),
    });
    expect(difference.words).toMatch(/^can’t tell \(between −\d+ and \+\d+\)$/);
  });

  test('up only when 0 is outside, down likewise', () => {
    expect(differenceBetween(autumn(0, 5, 15), spring(15, 5, 0))).toMatchObject({ verdict: 'up' });
    expect(differenceBetween(autumn(15, 5, 0), spring(0, 5, 15))).toMatchObject({ verdict: 'down' });
    expect(differenceBetween(autumn(0, 5, 15), spring(15, 5, 0)).words).toMatch(
      /^up, the difference is between \+/,
    );
  });

  test('known lists make the range narrower than endless ones would', () => {
    const endless = differenceBetween(autumn(3, 2, 4), spring(2, 4, 4));
    const listed = differenceBetween(autumn(3, 2, 4, { known: 11 }), spring(2, 4, 4, { known: 12 }));
    const width = (d: typeof endless) =>
      d.kind === 'difference' && d.interval ? d.interval.hi - d.interval.lo : 0;
    expect(width(listed)).toBeGreaterThan(0);
    expect(width(listed)).toBeLessThan(width(endless) / 2);
  });

  test('everybody heard both times: the difference is exact', () => {
    const difference = differenceBetween(autumn(6, 3, 3, { known: 12 }), spring(7, 3, 2, { known: 12 }));
    expect(difference).toMatchObject({
      interval: null,
      verdict: 'up',
      words: 'up 17 points, all heard both times',
    });
    const same = differenceBetween(autumn(6, 3, 3, { known: 12 }), spring(6, 3, 3, { known: 12 }));
    expect(same).toMatchObject({ interval: null, verdict: 'same' });
  });

  test('a wave that counts accounts is compared with one that counts accounts', () => {
    const twice = sampleOf([[9, 9], [9], [7], [3], [3], [7], [9], [9]], {
      wave: springWave,
      persona: 'buyer',
    });
    const difference = differenceBetween(autumn(2, 4, 4), twice);
    expect(difference).toMatchObject({ kind: 'difference', basis: 'account', to: 25, from: -20 });
  });

  test('seven answers in one wave are too few to compare', () => {
    expect(differenceBetween(autumn(3, 2, 2), spring(5, 3, 2))).toMatchObject({
      kind: 'too_few',
      verdict: 'cant_tell',
    });
  });

  test('another wording breaks the line', () => {
    const reworded = { ...recommend, wordingKey: 'other words' };
    expect(differenceBetween(autumn(5, 3, 2), spring(5, 3, 2, { question: reworded }))).toMatchObject({
      kind: 'line_broken',
      by: 'wording',
      verdict: 'cant_tell',
    });
  });

  test('whoever came through a link is never compared with people who were asked', () => {
    const link = { wave: { ...springWave, kind: 'link' as const } };
    const broken = { kind: 'line_broken', by: 'population', verdict: 'cant_tell' };
    expect(differenceBetween(autumn(0, 5, 15), spring(15, 5, 0, link))).toMatchObject(broken);
    expect(differenceBetween(autumn(0, 5, 15, link), spring(15, 5, 0))).toMatchObject({
      ...broken,
      words: 'can’t tell (another population)',
    });
  });

  test('an open wave is not compared, so that nobody looks until it is "up"', () => {
    const open = { wave: { ...springWave, closedAt: null } };
    expect(differenceBetween(autumn(0, 5, 15), spring(15, 5, 0, open)).kind).toBe('wave_open');
    expect(differenceBetween(autumn(0, 5, 15, open), spring(15, 5, 0)).kind).toBe('wave_open');
  });

  test('two personas have no change between them', () => {
    const endUsers = sampleOf(classesOf(5, 3, 2), { persona: 'end_user' });
    expect(() => differenceBetween(autumn(5, 3, 2), endUsers)).toThrow(RangeError);
  });
});

describe('two personas', () => {
  const endUsers = sampleOf(classesOf(8, 2, 0), { persona: 'end_user' });

  test('a gap names both ends, the higher first, whichever was asked first', () => {
    for (const gap of [gapBetween(endUsers, spring(2, 4, 4)), gapBetween(spring(2, 4, 4), endUsers)]) {
      expect(gap).toMatchObject({
        kind: 'gap',
        measure: 'score',
        points: 100,
        higher: { persona: { id: 'end_user' }, value: 80, n: 10 },
        lower: { persona: { id: 'buyer' }, value: -20, n: 10 },
        wordedDifferently: false,
      });
      expect(gap.sides.map((side) => side.persona.id)).toEqual(['end_user', 'buyer']);
      expect(gap.words).toBe(
        'The gap: 100 points, end-users +80 over buyers −20. The gap is between 31 and 142 points; 0 is outside.',
      );
    }
  });

  test('a side with too few for a score leaves the gap between the middle answers', () => {
    const buyer = sampleOf([[4]], { persona: 'buyer' });
    const users = sampleOf([[8, 9, 10]], { persona: 'end_user' });
    const gap = gapBetween(buyer, users);
    expect(gap).toMatchObject({ kind: 'gap', measure: 'median', points: 5, interval: null });
    expect(gap.words).toBe('The gap: 5 points of 10, end-users 9 over buyers 4.');
  });

  test('different words are marked, a different concept or scale leaves no gap', () => {
    const reworded = { ...recommend, wordingKey: 'other words' };
    expect(gapBetween(endUsers, spring(2, 4, 4, { question: reworded }))).toMatchObject({
      kind: 'gap',
      wordedDifferently: true,
    });
    const another = { ...recommend, concept: 'renewal' };
    expect(gapBetween(endUsers, spring(2, 4, 4, { question: another }))).toMatchObject({
      kind: 'side_by_side',
      by: 'concept',
    });
  });

  test('silence is named and a promise is kept', () => {
    expect(gapBetween(endUsers, spring(0, 0, 0)).words).toBe('Buyers: not heard, so no gap.');
    const secret = spring(1, 1, 1, { confidentiality: 'confidential' });
    expect(gapBetween(endUsers, secret)).toMatchObject({ kind: 'withheld' });
    expect(JSON.stringify(gapBetween(endUsers, secret))).not.toMatch(/"counts":\{"promoters":1/);
  });

  test('one persona has no gap with itself', () => {
    expect(() => gapBetween(spring(5, 3, 2), autumn(5, 3, 2))).toThrow(RangeError);
  });
});

describe('the pattern of one account', () => {
  const at = (id: string, answers: number[], given = {}) =>
    sampleOf([answers], { persona: persona(id), ...given });

  test('split when one promotes and another detracts, each with its own label in lane order', () => {
    const { pattern, stances, widest } = alignmentOf([
      at('buyer', [4]),
      at('influencer', []),
      at('end_user', [8, 9, 10]),
    ]);
    expect(pattern).toBe('split');
    expect(stances.map(({ persona: { id }, label }) => [id, label])).toEqual([
      ['end_user', 'happy'],
      ['influencer', 'not heard'],
      ['buyer', 'critical'],
    ]);
    expect(widest).toMatchObject({ points: 5, highest: [{ id: 'end_user' }], lowest: [{ id: 'buyer' }] });
  });

  test('aligned is said of all happy and of all unhappy', () => {
    expect(alignmentOf([at('buyer', [2]), at('end_user', [5, 6, 3])]).pattern).toBe('aligned');
    expect(alignmentOf([at('buyer', [10]), at('end_user', [9])]).pattern).toBe('aligned');
  });

  test('one voice, or voices heard in confidence, cannot be compared', () => {
    expect(alignmentOf([at('end_user', [9, 9])])).toMatchObject({ pattern: 'not_comparable', widest: null });
    const secret = at('buyer', [2], { confidentiality: 'confidential' });
    expect(alignmentOf([at('end_user', [9]), secret])).toMatchObject({
      pattern: 'not_comparable',
      stances: [{ label: 'happy' }, { label: 'withheld', middle: null }],
    });
  });
});
