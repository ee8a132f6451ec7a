import type PDFDocument from 'pdfkit';
import { PAPER_INK } from '../drawing/lane-ink.ts';
import { visualRuns } from '../type/set-line.ts';
import type { Style, Typesetter } from '../type/typesetter.server.ts';

export type Pdf = InstanceType<typeof PDFDocument>;

export interface Words extends Style {
  text: string;
  colour?: string;
  /** At most so many lines. */
  most?: number;
  /** Room before it. */
  before?: number;
}

/** Sets words on a page: what stands where is decided by measuring, never by the reader's fonts. */
export interface Pen {
  pdf: Pdf;
  width(line: string, style: Style): number;
  /** How high a stack of words is in a column. */
  height(stack: readonly Words[], width: number): number;
  /** Sets it with its top at `y`; the place under it. */
  write(stack: readonly Words[], x: number, y: number, width: number): number;
  /** One line centred on `x`, its top at `y`. */
  centre(words: Words, x: number, y: number): void;
  rule(x: number, y: number, width: number, weight?: number, colour?: string): void;
}

const LEADING = 1.22;

export function createPen(pdf: Pdf, set: Typesetter): Pen {
  const linesOf = ({ text, most, ...style }: Words, width: number) => set.lines(text, style, width, most);
  const setLine = (line: string, { colour = PAPER_INK.ink, ...style }: Words, x: number, y: number) => {
    pdf.font(style.weight).fontSize(style.size).fillColor(colour);
    let at = x;
    for (const { text } of visualRuns(line)) {
      // Named features make the library shape the whole run, not word by word, which would turn Arabic around.
      pdf.text(text, at, y, { lineBreak: false, features: ['kern'] });
      at += set.width(text, style);
    }
  };
  return {
    pdf,
    width: (line, style) => set.width(line, style),
    height: (stack, width) =>
      stack.reduce(
        (sum, words) =>
          words.text === ''
            ? sum
            : sum + (words.before ?? 0) + linesOf(words, width).length * words.size * LEADING,
        0,
      ),
    write: (stack, x, y, width) => {
      let at = y;
      for (const words of stack.filter(({ text }) => text !== '')) {
        at += words.before ?? 0;
        for (const line of linesOf(words, width)) {
          setLine(line, words, x, at);
          at += words.size * LEADING;
        }
      }
      return at;
    },
    centre: (words, x, y) => setLine(words.text, words, x - set.width(words.text, words) / 2, y),
    rule: (x, y, width, weight = 0.5, colour = PAPER_INK.rule) =>
      void pdf
        .lineWidth(weight)
        .strokeColor(colour)
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke(),
  };
}
