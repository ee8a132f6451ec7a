import { expect, test } from 'vitest';
import type { LaneView } from '../page/lane-view.ts';
import { drawHistogram, HISTOGRAM_HEIGHT } from './paper-histogram.server.ts';
import type { Pen } from './pen.server.ts';

const TOP = 100;

/** Takes down what is drawn: bars by their top, and marks by theirs. */
function drawn(histogram: number[] | null) {
  const bars: number[] = [];
  const marks: number[] = [];
  let at = 0;
  const pdf = {
    save: () => pdf,
    restore: () => pdf,
    scale: () => pdf,
    translate: (_x: number, y: number) => {
      at = y;
      return pdf;
    },
    path: () => ({ fill: () => void marks.push(at) }),
    rect: (_x: number, y: number) => ({ fill: () => void bars.push(y) }),
  };
  const words: string[] = [];
  const pen = { pdf, rule: () => {}, centre: ({ text }: { text: string }) => void words.push(text) };
  const n = histogram?.reduce((sum, count) => sum + count, 0) ?? 0;
  const lane = { persona: { id: 'buyer', base: 'buyer' }, figure: { histogram, n } };
  drawHistogram(pen as unknown as Pen, lane as unknown as LaneView, 0, TOP, 80);
  return { bars, marks, words };
}

test('few answers are a mark each, however high they pile up, and none leaves its room', () => {
  const { bars, marks, words } = drawn([0, 0, 0, 1, 0, 0, 0, 0, 2, 15, 2]);
  expect([bars, marks.length, words]).toEqual([[], 20, ['0', '5', '10']]);
  expect(Math.min(...marks)).toBeGreaterThanOrEqual(TOP);
  expect(Math.max(...marks)).toBeLessThan(TOP + HISTOGRAM_HEIGHT);
});

test('many are bars, and one answer among hundreds is still seen', () => {
  const { bars, marks } = drawn([1, 0, 0, 0, 0, 0, 0, 0, 100, 200, 0]);
  expect([bars.length, marks]).toEqual([3, []]);
  const [one, half, all] = bars;
  expect([all, half]).toEqual([TOP, TOP + 11]);
  expect(one).toBeLessThan(TOP + 22);
});

test('what is not told leaves no drawing, and no empty axis', () => {
  for (const none of [null, Array<number>(11).fill(0)])
    expect(drawn(none)).toEqual({ bars: [], marks: [], words: [] });
});
