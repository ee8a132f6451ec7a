import { formatScore } from '#app/results/display.ts';
import { secondScore } from '#app/results/sentence.ts';
import { LANE_INK, PAPER_INK } from '../drawing/lane-ink.ts';
import { drawnInterval, scorePlace } from '../drawing/score-place.ts';
import type { LaneView } from '../page/lane-view.ts';
import type { PaperLane } from './paper.ts';
import { drawHistogram, glyph, HISTOGRAM_HEIGHT } from './paper-histogram.server.ts';
import type { Pen, Words } from './pen.server.ts';

/** Columns of a lane, in points: who, score, line, answers, change. */
export interface Columns {
  left: number;
  who: number;
  figure: number;
  line: number;
  hist: number;
  change: number;
  gap: number;
}

const NOTE = { weight: 'regular', size: 7 } as const;
const SMALL = { weight: 'regular', size: 7.5 } as const;
const { ink2 } = PAPER_INK;

const whoWords = ({ name, heard }: PaperLane): Words[] => [
  { text: name, weight: 'bold', size: 10 },
  { ...NOTE, text: heard, colour: ink2, before: 2 },
];
const figureWords = ({ figure, isScore }: PaperLane): Words[] => [
  { text: figure, weight: 'bold', size: isScore ? 20 : 9 },
];
const noteWords = ({ note }: PaperLane): Words[] => [{ ...NOTE, text: note, colour: ink2, most: 7 }];
const changeWords = ({ change, ruling, rule }: PaperLane): Words[] => [
  { text: change, weight: 'bold', size: 7.5, most: 4 },
  { ...SMALL, text: ruling?.words ?? '', before: 2 },
  { ...NOTE, text: rule, colour: ink2, most: 4, before: 1 },
];
const saidWords = ({ said }: PaperLane): Words[] => [
  { ...SMALL, text: said?.words ?? '', most: 4 },
  { ...NOTE, text: said?.by ?? '', colour: ink2, before: 1 },
];
const keptWords = ({ promised, overdue, done }: PaperLane): Words[] => [
  { ...SMALL, text: promised && `Promised: ${promised}`, most: 2 },
  { text: overdue, weight: 'bold', size: 7.5, most: 2, before: 1 },
  { ...SMALL, text: done && `Done: ${done}`, most: 3, before: 1 },
];

/** The line's own height, above the note under it and under the score. */
const LINE = 22;
const PAD = 4;

export function laneHeight(pen: Pen, lane: PaperLane, at: Columns): number {
  const { above, below } = heights(pen, lane, at);
  return PAD + above + (below > 0 ? below + 4 : 0) + PAD;
}

function heights(pen: Pen, lane: PaperLane, at: Columns) {
  const half = wordsWidth(at);
  return {
    above: Math.max(
      pen.height(whoWords(lane), at.who - 16),
      noteFrom(pen, lane, at) + pen.height(noteWords(lane), noteWidth(at)),
      lane.lane.figure?.histogram ? HISTOGRAM_HEIGHT : 0,
      pen.height(changeWords(lane), at.change),
    ),
    below: Math.max(pen.height(saidWords(lane), half), pen.height(keptWords(lane), half)),
  };
}

function noteFrom(pen: Pen, lane: PaperLane, { figure }: Columns): number {
  return Math.max(LINE, pen.height(figureWords(lane), figure) - (lane.isScore ? 3 : 0));
}

/** Under the score and its line. */
function noteWidth({ figure, gap, line }: Columns): number {
  return figure + gap + line;
}

/** What was said and what was kept share the room beside the name. */
function wordsWidth({ figure, line, hist, change, gap }: Columns): number {
  return (figure + line + hist + change + 2 * gap) / 2;
}

/** One persona: numbers above, words below. */
export function drawLane(pen: Pen, lane: PaperLane, at: Columns, y: number): void {
  const { above } = heights(pen, lane, at);
  const top = y + PAD;
  glyph(pen, lane.lane, at.left, top + 0.5, 10.5);
  pen.write(whoWords(lane), at.left + 16, top, at.who - 16);
  const figureAt = at.left + at.who + at.gap;
  pen.write(figureWords(lane), figureAt, lane.isScore ? top - 3 : top, at.figure);
  const lineAt = figureAt + at.figure + at.gap;
  scoreLine(pen, lane.lane, lineAt, top + 9, at.line);
  pen.write(noteWords(lane), figureAt, top + noteFrom(pen, lane, at), noteWidth(at));
  const histAt = lineAt + at.line + at.gap;
  drawHistogram(pen, lane.lane, histAt, top, at.hist);
  const changeAt = histAt + at.hist + at.gap;
  if (lane.ruling?.verdict === 'clears') marker(pen, lane, changeAt, top, at.change);
  pen.write(changeWords(lane), changeAt, top, at.change);
  const half = wordsWidth(at);
  pen.write(saidWords(lane), figureAt, top + above + 4, half);
  pen.write(keptWords(lane), figureAt + half + at.gap, top + above + 4, half);
}

/** The marker pen, only behind "clears the rule". */
function marker(pen: Pen, lane: PaperLane, x: number, y: number, width: number): void {
  const [change, ruling] = changeWords(lane);
  if (!change || !ruling) return;
  const from = y + pen.height([change], width) + 1.5;
  pen.pdf.rect(x - 2, from, pen.width(ruling.text, ruling) + 4, 10).fill(PAPER_INK.marker);
}

function scoreLine(pen: Pen, lane: LaneView, x: number, y: number, width: number): void {
  const { pdf } = pen;
  const { figure } = lane;
  const inner = width - 40;
  const at = (score: number) => x + 20 + scorePlace(score, inner);
  pdf.lineWidth(0.6).strokeColor(PAPER_INK.rule2);
  pdf.moveTo(at(-100), y).lineTo(at(100), y).stroke();
  for (const end of [-100, 100])
    pdf
      .moveTo(at(end), y - 3)
      .lineTo(at(end), y + 3)
      .stroke();
  pdf
    .strokeColor(PAPER_INK.ink3)
    .moveTo(at(0), y - 7)
    .lineTo(at(0), y + 7)
    .stroke();
  const range = figure && drawnInterval(figure);
  if (range) {
    pdf
      .rect(at(range.lo), y - 4, Math.max(1, at(range.hi) - at(range.lo)), 8)
      .fill(LANE_INK[lane.persona.base].wash);
    ends(pen, range, at, y);
  }
  pdf
    .strokeColor(PAPER_INK.ink3)
    .moveTo(at(0), y - 7)
    .lineTo(at(0), y + 7)
    .stroke();
  const second = figure && secondScore(figure);
  if (second !== null)
    pdf
      .lineWidth(1.4)
      .strokeColor(PAPER_INK.ink)
      .dash(2, { space: 1.4 })
      .moveTo(at(second), y - 8)
      .lineTo(at(second), y + 8)
      .stroke()
      .undash();
  if (figure?.score != null) glyph(pen, lane, at(figure.score) - 5, y - 5, 10);
}

function ends(
  pen: Pen,
  { lo, hi }: { lo: number; hi: number },
  at: (score: number) => number,
  y: number,
): void {
  const low = formatScore(lo);
  endWords(pen, low, at(lo) - pen.width(low, NOTE) - 3, y);
  endWords(pen, formatScore(hi), at(hi) + 3, y);
}

/** With paper behind it: a number with the axis through it reads as one that was struck out. */
function endWords(pen: Pen, text: string, x: number, y: number): void {
  pen.pdf.rect(x - 1, y - 4, pen.width(text, NOTE) + 2, 8).fill(PAPER_INK.paper);
  pen.write([{ ...NOTE, colour: ink2, text }], x, y - 4.4, 40);
}

/** The axis once over all lanes, and what the drawing beside it is of. */
export function drawAxis(pen: Pen, at: Columns, y: number): void {
  const histAt = at.left + at.who + at.figure + at.line + 3 * at.gap;
  pen.write([{ ...NOTE, text: 'Answers, 0 to 10', colour: ink2, most: 1 }], histAt, y, at.hist);
  const x = at.left + at.who + at.figure + 2 * at.gap;
  for (const score of [-100, 0, 100])
    pen.centre(
      { ...NOTE, text: formatScore(score), colour: ink2 },
      x + 20 + scorePlace(score, at.line - 40),
      y,
    );
}
