import type { FigureFacts } from '../page/lane-view.ts';

/** Where a score stands on a line from −100 to +100 that is `width` wide. */
export function scorePlace(score: number, width: number): number {
  return ((Math.max(-100, Math.min(100, score)) + 100) / 200) * width;
}

/** The interval as it is drawn: none where everybody was heard, or where there is no score. */
export function drawnInterval({ score, interval }: FigureFacts): { lo: number; hi: number } | null {
  if (score === null || interval.kind === 'none' || interval.kind === 'census') return null;
  return { lo: interval.lo, hi: interval.hi };
}
