import { PAPER_INK } from '../drawing/lane-ink.ts';
import { openTypesetter } from '../type/typesetter.server.ts';
import type { Paper, PaperPart } from './paper.ts';
import { type Columns, drawAxis, drawLane, laneHeight } from './paper-lane.server.ts';
import { createPen, type Pdf, type Pen, type Words } from './pen.server.ts';

export type PaperSize = 'A4' | 'LETTER';

const MARGIN = 32;
/** Above and below, where less does. */
const EDGE = 16;
/** In points. */
const LETTER_HEIGHT = 792;
const NOTE = { weight: 'regular', size: 7 } as const;
const SMALL = { weight: 'regular', size: 7.5 } as const;
const { ink2 } = PAPER_INK;

/** The executive's page as a PDF of one page, or of more where there are very many personas. */
export async function drawPaper(paper: Paper, size: PaperSize, at: number): Promise<Buffer> {
  const set = await openTypesetter();
  const { default: PDFDocument } = await import('pdfkit');
  const info = { Title: paper.title, Author: 'Rolecall', CreationDate: new Date(at) };
  const pdf = new PDFDocument({ size, margin: EDGE, info, lang: 'en-GB', autoFirstPage: true, font: '' });
  for (const weight of ['regular', 'bold'] as const) pdf.registerFont(weight, set.faces.bytes[weight]);
  const bytes = gathered(pdf);
  draw(createPen(pdf, set), paper);
  pdf.end();
  return bytes;
}

async function gathered(pdf: Pdf): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of pdf) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function draw(pen: Pen, paper: Paper): void {
  const width = pen.pdf.page.width - 2 * MARGIN;
  let y = drawHead(pen, paper, width);
  const columns = columnsOf(width);
  pen.rule(MARGIN, y, width, 1, PAPER_INK.ink);
  drawAxis(pen, columns, y + 4);
  pen.write(
    [{ ...NOTE, text: paper.changeHead, colour: ink2, most: 2 }],
    MARGIN + width - columns.change,
    y + 4,
    columns.change,
  );
  y += 22;
  for (const lane of paper.lanes) {
    y = roomFor(pen, y, laneHeight(pen, lane, columns));
    pen.rule(MARGIN, y, width);
    drawLane(pen, lane, columns, y);
    y += laneHeight(pen, lane, columns);
  }
  y = drawNoTotal(pen, paper, roomFor(pen, y, 24), width);
  y = drawParts(pen, paper.parts, y, width);
  drawFoot(pen, paper, y, width);
}

function columnsOf(width: number): Columns {
  const gap = 10;
  const rest = width - 4 * gap;
  const shares = { who: 0.17, figure: 0.11, line: 0.31, hist: 0.14, change: 0.27 };
  const columns = Object.entries(shares).map(([name, share]) => [name, rest * share]);
  return { left: MARGIN, gap, ...(Object.fromEntries(columns) as Record<keyof typeof shares, number>) };
}

function drawHead(pen: Pen, { crumb, title, lead, glance }: Paper, width: number): number {
  const head: Words[] = [
    { ...NOTE, text: crumb, colour: ink2, most: 1 },
    { text: title, weight: 'bold', size: 12, most: 3, before: 4 },
    { ...SMALL, size: 9, text: lead, colour: ink2, most: 2, before: 3 },
  ];
  const y = pen.write(head, MARGIN, EDGE, width) + 6;
  // A Letter is 50 points shorter, and what stands behind an answer stands in the lanes.
  const isLong = pen.pdf.page.height > LETTER_HEIGHT;
  const column = (width - 10 * (glance.length - 1)) / glance.length;
  const bottoms = glance.map(({ term, value, more }, place) =>
    pen.write(
      [
        { ...NOTE, text: term, colour: ink2 },
        { text: value, weight: 'bold', size: 8, most: 4, before: 1 },
        { ...NOTE, text: (isLong && more) || '', colour: ink2, most: 4, before: 1 },
      ],
      MARGIN + place * (column + 10),
      y,
      column,
    ),
  );
  return Math.max(y, ...bottoms) + 6;
}

/** An accountant's double rule, with a finished sentence where the sum would stand. */
function drawNoTotal(pen: Pen, { noTotal }: Paper, y: number, width: number): number {
  pen.rule(MARGIN, y, width);
  const under = pen.write([{ text: noTotal, weight: 'bold', size: 8 }], MARGIN, y + 5, width) + 5;
  pen.rule(MARGIN, under, width, 0.8, PAPER_INK.ink);
  pen.rule(MARGIN, under + 2, width, 0.8, PAPER_INK.ink);
  return under + 10;
}

/** All beside one another, each in a column of its own. */
function drawParts(pen: Pen, parts: readonly PaperPart[], from: number, width: number): number {
  const gap = 16;
  const column = (width - gap * (parts.length - 1)) / parts.length;
  const y = roomFor(pen, from, Math.max(...parts.map((part) => pen.height(partWords(part), column))));
  const bottoms = parts.map((part, place) =>
    pen.write(partWords(part), MARGIN + place * (column + gap), y, column),
  );
  return Math.max(...bottoms) + 6;
}

function partWords({ title, lines }: PaperPart): Words[] {
  return [
    { text: title, weight: 'bold', size: 9.5 },
    ...lines.flatMap(({ what, about }): Words[] => [
      { ...SMALL, text: what, most: 2, before: 3 },
      { ...NOTE, text: about, colour: ink2, most: 4 },
    ]),
  ];
}

function drawFoot(pen: Pen, { foot }: Paper, from: number, width: number): void {
  const words: Words[] = [{ ...NOTE, size: 6.5, text: foot, colour: ink2 }];
  const height = pen.height(words, width);
  const y = Math.max(roomFor(pen, from, height + 6), pen.pdf.page.height - EDGE - height - 6);
  pen.rule(MARGIN, y, width);
  pen.write(words, MARGIN, y + 4, width);
}

/** The place to go on at: the top of a new page where this one has no room for so much. */
function roomFor({ pdf }: Pen, y: number, height: number): number {
  if (y + height <= pdf.page.height - EDGE + 1) return y;
  pdf.addPage();
  return EDGE;
}
