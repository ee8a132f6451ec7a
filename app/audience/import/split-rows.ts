import type { ImportLimits } from './import-limits.ts';

/**
 * One row as written. `line` is the physical line where it starts (1 is the first line of the file),
 * `cells` holds at most `limits.columns` cells of at most `limits.cell` characters, `width` counts all cells,
 * `filled` counts up to the last cell that is not blank. `tooLong` and `afterQuote` name a column, from 0.
 */
export type RawRow = {
  readonly line: number;
  readonly cells: string[];
  readonly width: number;
  readonly filled: number;
  readonly tooLong: number | null;
  readonly afterQuote: number | null;
};

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Splits text into rows as RFC 4180 says, fed in pieces cut anywhere. LF, CRLF and CR end a row, mixed as they come.
 * Written here and not taken from a CSV library for three reasons a library's options do not reach: a row knows the
 * line where it starts, nothing longer than the limits is ever held, and a badly quoted row does not end the reading.
 */
export class RowSplitter {
  readonly #separator: number;
  readonly #limits: ImportLimits;
  // `closing`: a quote was just read inside a quoted cell; the next character says whether it ended the cell.
  #state: 'start' | 'plain' | 'quoted' | 'closing' | 'closed' = 'start';
  #line = 1;
  #afterReturn = false;
  #quoteLine = 1;
  #rowLine = 1;
  #cell = '';
  #cells: string[] = [];
  #width = 0;
  #filled = 0;
  #tooLong: number | null = null;
  #afterQuote: number | null = null;

  constructor(separator: string, limits: ImportLimits) {
    this.#separator = separator.charCodeAt(0);
    this.#limits = limits;
  }

  /** The physical line reached so far. */
  get line(): number {
    return this.#line;
  }

  /** The rows that end inside this piece of text. Empty lines are passed over without making a row. */
  *push(text: string): Generator<RawRow> {
    let at = 0;
    while (at < text.length) {
      if (this.#state === 'quoted') {
        at = this.#readQuoted(text, at);
      } else if (this.#opensQuote(text.charCodeAt(at))) {
        this.#openQuote(text, at);
        at += 1;
      } else {
        const end = this.#readPlain(text, at);
        at = end + 1;
        const row = end < text.length && this.#endsRow(text.charCodeAt(end)) ? this.#takeRow() : null;
        if (row) yield row;
      }
    }
  }

  /** The last row, when the file does not end with a line break; or the line of a quote that is never closed. */
  finish(): { kind: 'row'; row: RawRow } | { kind: 'unclosed'; line: number } | { kind: 'nothing' } {
    if (this.#state === 'quoted') return { kind: 'unclosed', line: this.#quoteLine };
    const row = this.#takeRow();
    return row ? { kind: 'row', row } : { kind: 'nothing' };
  }

  #readQuoted(text: string, at: number): number {
    const quote = text.indexOf('"', at);
    const end = quote === -1 ? text.length : quote;
    this.#append(text, at, end);
    for (let i = at; i < end; i += 1) this.#countLine(text.charCodeAt(i));
    if (quote === -1) return end;
    this.#afterReturn = false;
    this.#state = 'closing';
    return end + 1;
  }

  #opensQuote(code: number): boolean {
    return code === QUOTE && (this.#state === 'start' || this.#state === 'closing');
  }

  #openQuote(text: string, at: number): void {
    if (this.#state === 'closing') this.#append(text, at, at + 1);
    else this.#quoteLine = this.#line;
    this.#afterReturn = false;
    this.#state = 'quoted';
  }

  /** Reads to the separator or line break that ends the cell, and returns its place (or the text's length). */
  #readPlain(text: string, at: number): number {
    let end = at;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === this.#separator || code === LF || code === CR) break;
    }
    if (end > at) this.#takePlain(text, at, end);
    return end;
  }

  #takePlain(text: string, from: number, to: number): void {
    this.#afterReturn = false;
    if (this.#state === 'start') this.#state = 'plain';
    if (this.#state === 'closing') this.#state = 'closed';
    // Blanks between a closing quote and the separator mean nothing; anything else leaves the cell in doubt.
    if (this.#state === 'closed' && text.slice(from, to).trim() !== '') this.#afterQuote ??= this.#width;
    this.#append(text, from, to);
  }

  /** True when this character ended a row; a separator ends only the cell, the LF of a CRLF ends nothing. */
  #endsRow(code: number): boolean {
    if (code === this.#separator) {
      this.#afterReturn = false;
      this.#endCell();
      return false;
    }
    const restOfCrlf = code === LF && this.#afterReturn;
    this.#countLine(code);
    return !restOfCrlf;
  }

  #countLine(code: number): void {
    if (code === CR || (code === LF && !this.#afterReturn)) this.#line += 1;
    this.#afterReturn = code === CR;
  }

  #append(text: string, from: number, to: number): void {
    if (to === from) return;
    const piece = text.slice(from, to);
    if (this.#width >= this.#filled && piece.trim() !== '') this.#filled = this.#width + 1;
    if (this.#width >= this.#limits.columns) return;
    const room = this.#limits.cell - this.#cell.length;
    if (piece.length > room) this.#tooLong ??= this.#width;
    if (room > 0) this.#cell += piece.slice(0, room);
  }

  #endCell(): void {
    if (this.#width < this.#limits.columns) this.#cells.push(this.#cell);
    this.#width += 1;
    this.#cell = '';
    this.#state = 'start';
  }

  #takeRow(): RawRow | null {
    const line = this.#rowLine;
    this.#rowLine = this.#line;
    if (this.#width === 0 && this.#state === 'start') return null;
    this.#endCell();
    const row = { line, cells: this.#cells, width: this.#width, filled: this.#filled };
    const doubts = { tooLong: this.#tooLong, afterQuote: this.#afterQuote };
    this.#cells = [];
    this.#width = 0;
    this.#filled = 0;
    this.#tooLong = null;
    this.#afterQuote = null;
    return { ...row, ...doubts };
  }
}
