/*
 * Where things stand in a chart. Widths are shares of the chart, heights are em: a chart then follows
 * the width of its column and the reader's text size, and needs no inline style, which the content
 * security policy refuses.
 */

/** Pixels at the default text size, as em of a text of `fontPx`. */
export function em(px: number, fontPx = 16): string {
  return `${round(px / fontPx)}em`;
}

export function percent(share: number): string {
  return `${round(share * 100)}%`;
}

/** Room at both ends of the score line for the values written beside the interval, as a share of the width. */
const SCORE_MARGIN = 0.11;

/** A score of −100 to +100 as a share of the width. */
export function scoreShare(score: number): number {
  return 0.5 + (score / 200) * (1 - 2 * SCORE_MARGIN);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
