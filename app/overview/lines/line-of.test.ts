import { expect, test } from 'vitest';
import { csvRow } from '#app/platform/safe-csv.ts';
import { formatScore } from '#app/results/display.ts';
import { figureOf } from '#app/results/figure.ts';
import { classesOf, sampleOf } from '#tests/support/samples.ts';
import { rowOf } from './line-of.ts';

test('a score below zero is a number of the file, and the same as on the page', () => {
  // One detractor of eight: −12.5, half away from zero.
  const figure = figureOf(sampleOf(classesOf(0, 7, 1), { persona: 'buyer', known: 12 }));
  const { persona, known } = figure;
  const row = csvRow(rowOf('spring', { persona, figure, heardTold: '8', known, since: null, kept: null }));
  expect(row).toMatch(/^Buyers,spring,-13,[^,]+,8,12,8,,,,,\r\n$/);
  expect(formatScore(figure.score!)).toBe('−13');
});
