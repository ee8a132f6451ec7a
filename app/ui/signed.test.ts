import { expect, test } from 'vitest';
import { formatInterval, formatScore } from '#app/results/display.ts';
import { signed, signedRange } from './signed.ts';

test.each([-62.5, -12.5, -0.5, -0.4, 0, 0.5, 12.5, 39.49])(
  'what is drawn beside a sentence rounds as the sentence does: %f',
  (points) => {
    expect(signed(points)).toBe(formatScore(points));
    expect(signedRange({ lo: points, hi: 70.5 })).toBe(formatInterval({ lo: points, hi: 70.5 }));
  },
);
