import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BASE_PERSONAS } from '#app/persona/persona.ts';
import { autumnWave, classesOf, recommend, sampleOf, springWave } from '#tests/support/samples.ts';
import { differenceBetween } from '../difference.ts';
import { sayFall } from './fall.ts';

const autumn = (p: number, q: number, d: number, given = {}) =>
  sampleOf(classesOf(p, q, d), { wave: autumnWave, persona: 'buyer', ...given });
const spring = (p: number, q: number, d: number, given = {}) =>
  sampleOf(classesOf(p, q, d), { wave: springWave, persona: 'buyer', ...given });
const say = (from: ReturnType<typeof autumn>, to: ReturnType<typeof spring>, points: number) =>
  sayFall(differenceBetween(from, to), points);

test('a fall is said with the persona, both waves, both n, and the difference with its interval', () => {
  expect(say(autumn(15, 5, 0, { known: 24 }), spring(0, 5, 15, { known: 22 }), 20)).toMatch(
    /^Buyers fell by 150 points from \+75 in “autumn wave” \(20 of 24 heard\) to −75 in “spring wave” \(20 of 22 heard\): down, the difference is between −\d+ and −\d+\.$/,
  );
});

test('where everybody was heard both times the difference is exact, and so is the sentence', () => {
  expect(say(autumn(7, 3, 2, { known: 12 }), spring(6, 3, 3, { known: 12 }), 15)).toBe(
    'Buyers fell from +42 in “autumn wave” (all 12 heard) to +25 in “spring wave” (all 12 heard): down 17 points, all heard both times.',
  );
});

test('a score with each account counted once says so', () => {
  const twice = (score: number) => Array.from({ length: 10 }, () => [score, score]);
  const from = sampleOf(twice(9), { wave: autumnWave, persona: 'buyer' });
  const to = sampleOf(twice(3), { wave: springWave, persona: 'buyer' });
  expect(say(from, to, 20)).toContain(', with each account counted once: down');
});

test('a fall of fewer points than asked for is none, and one of just as many is', () => {
  const [from, to] = [autumn(20, 0, 0), spring(0, 20, 0)];
  expect(say(from, to, 101)).toBeNull();
  expect(say(from, to, 100)).toContain('by 100 points');
});

test.each([
  ['it rose', autumn(0, 5, 15), spring(15, 5, 0)],
  ['the interval holds 0', autumn(7, 3, 2), spring(4, 4, 4)],
  ['there are too few answers to compare', autumn(7, 0, 0), spring(0, 0, 20)],
  [
    'the wave before is still open',
    autumn(20, 0, 0, { wave: { ...autumnWave, closedAt: null } }),
    spring(0, 0, 20),
  ],
  [
    'the wording changed',
    autumn(20, 0, 0),
    spring(0, 0, 20, { question: { ...recommend, wordingKey: 'other words' } }),
  ],
  [
    'answers given in confidence come from too few accounts to show',
    autumn(20, 0, 0),
    sampleOf([Array.from({ length: 20 }, () => 3)], { persona: 'buyer', confidentiality: 'confidential' }),
  ],
])('says nothing where %s', (_why, from, to) => {
  expect(say(from, to, 1)).toBeNull();
});

test('whatever was answered, a fall names exactly one persona', () => {
  const size = fc.nat({ max: 30 });
  const personas = Object.keys(BASE_PERSONAS) as (keyof typeof BASE_PERSONAS)[];
  fc.assert(
    fc.property(fc.constantFrom(...personas), size, size, size, size, (persona, up, down, p, d) => {
      const said = say(autumn(8 + up, 2, down, { persona }), spring(p, 2, 8 + d, { persona }), 5);
      if (said === null) return;
      const named = personas.filter((one) => said.includes(BASE_PERSONAS[one].plural));
      expect(named).toEqual([persona]);
    }),
  );
}, 20_000);
