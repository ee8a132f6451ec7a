import { isBase } from '#app/persona/persona.ts';
import { LANE_INK, PAPER_INK } from '../drawing/lane-ink.ts';
import type { LaneView } from '../page/lane-view.ts';
import type { Pen } from './pen.server.ts';

/** The room of the bars, above their axis, and with the words under it. In points. */
const BARS = 22;
export const HISTOGRAM_HEIGHT = 34;
/** Up to this many answers each one is drawn, as on the screen. */
const MOST_MARKS = 20;
const SLOTS = 11;
const MARK = 6;

/** One persona's shape, `side` points wide. */
export function glyph(
  { pdf }: Pen,
  { persona }: Pick<LaneView, 'persona'>,
  x: number,
  y: number,
  side: number,
) {
  const { outline, core, mark } = LANE_INK[persona.base];
  pdf
    .save()
    .translate(x, y)
    .scale(side / 16);
  if (isBase(persona.id)) pdf.path(outline).fill(mark);
  else pdf.lineWidth(1.6).path(outline).stroke(mark).path(core).fill(mark);
  pdf.restore();
}

/** The answers 0 to 10 of ONE persona; nothing where they are not told. */
export function drawHistogram(pen: Pen, lane: LaneView, x: number, y: number, width: number): void {
  const counts = lane.figure?.histogram;
  if (!counts || lane.figure?.n === 0) return;
  const slot = width / SLOTS;
  const base = y + BARS;
  const answers = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...counts);
  for (const [value, count] of counts.entries()) {
    const left = x + value * slot;
    if (answers > MOST_MARKS) {
      const height = (count / most) * BARS;
      if (count > 0)
        pen.pdf
          .rect(left + 0.5, base - Math.max(0.7, height), slot - 1, Math.max(0.7, height))
          .fill(LANE_INK[lane.persona.base].mark);
    } else {
      // Of a high pile all marks are smaller, and none is cut.
      const step = Math.min(MARK * 1.1, BARS / most);
      const side = step / 1.1;
      for (let nth = 0; nth < count; nth += 1)
        glyph(pen, lane, left + (slot - side) / 2, base - side - nth * step, side);
    }
  }
  pen.rule(x, base + 0.5, width, 0.6, PAPER_INK.rule2);
  for (const value of [0, 5, 10])
    pen.centre(
      { text: String(value), weight: 'regular', size: 6.5, colour: PAPER_INK.ink2 },
      x + (value + 0.5) * slot,
      base + 2.5,
    );
}
