import { describe, expect, test } from 'vitest';
import { THRESHOLDS } from '../thresholds.ts';
import { pairedChange } from './panel.ts';

const pairs = (...scores: [before: number, after: number][]) =>
  scores.map(([before, after], at) => ({ personId: `p${at}`, before, after }));
const times = (count: number, one: [number, number]): [number, number][] =>
  Array.from({ length: count }, () => one);

describe('the same people in two waves', () => {
  test('are not compared below the size from which waves are', () => {
    expect(pairedChange(pairs(...times(7, [3, 9])), THRESHOLDS)).toBeNull();
  });

  test('have an exact p and no interval where fewer than ten changed class', () => {
    const change = pairedChange(pairs(...times(6, [7, 9]), ...times(2, [9, 9])), THRESHOLDS)!;
    expect(change).toMatchObject({
      n: 8,
      movers: { up: 6, down: 0, same: 2 },
      points: 75,
      interval: null,
      verdict: 'up',
    });
    expect(change.p).toBeCloseTo(2 / 2 ** 6, 10);
    expect(change.words).toBe('up (by chance 31 times in 1,000)');
  });

  test('have an interval from ten on, and nobody can tell where as many fell as rose', () => {
    const change = pairedChange(pairs(...times(6, [3, 9]), ...times(6, [9, 3])), THRESHOLDS)!;
    expect(change.interval).not.toBeNull();
    expect(change).toMatchObject({ verdict: 'cant_tell', points: 0 });
    expect(change.words).toMatch(/^can’t tell \(between −\d+ and \+\d+\)$/);
  });

  test('a point within a class moves nobody', () => {
    expect(pairedChange(pairs(...times(9, [9, 10])), THRESHOLDS)!.movers).toEqual({
      up: 0,
      down: 0,
      same: 9,
    });
  });
});
