/** A real minus sign, as wide as the plus, so that columns of scores line up. */
export const MINUS = '−';

/** A score, gap or difference in whole points with its sign: "+39", "−20", "0". Halves go away from zero, as in every sentence. */
export function signed(points: number): string {
  const whole = Math.sign(points) * Math.round(Math.abs(points));
  if (whole === 0) return '0';
  return whole > 0 ? `+${whole}` : `${MINUS}${-whole}`;
}

export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

/** An interval of scores in words: "−33 to 0". */
export function signedRange({ lo, hi }: Interval): string {
  return `${signed(lo)} to ${signed(hi)}`;
}
