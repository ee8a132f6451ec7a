import { unguardCell } from '#app/platform/safe-csv.ts';
import { trimCell } from './cell-text.ts';
import type { Encoding } from './decode-file.ts';
import { hasSecondHeaderRow, joinHeaderRows } from './header-rows.ts';
import type { ImportLimits, Reason } from './import-limits.ts';
import { type ReadPart, type RowCode, refuseFile } from './read-part.ts';
import { type Separator, separatorLine, sniffSeparator } from './sniff-separator.ts';
import { type RawRow, RowSplitter } from './split-rows.ts';

/** Turns raw rows into a header and rows of the header's width. */
export class RowTable {
  encoding: { encoding: Encoding; guessed: boolean } = { encoding: 'utf-8', guessed: false };
  readonly #limits: ImportLimits;
  #separator: Separator = ',';
  #splitter: RowSplitter | null = null;
  // The first row waits for the second, which may be a second row of names.
  #first: RawRow | null = null;
  #names: readonly string[] | null = null;
  #leastWidth = 0;
  #rows = 0;
  #rejects = 0;

  constructor(limits: ImportLimits) {
    this.#limits = limits;
  }

  get line(): number {
    return this.#splitter?.line ?? 1;
  }

  *read(text: string): Generator<ReadPart> {
    if (this.#splitter) return yield* this.#takeAll(this.#splitter.push(text));
    this.#separator = sniffSeparator(text, this.#limits);
    this.#splitter = new RowSplitter(this.#separator, this.#limits);
    const skipped = separatorLine(text)?.length ?? 0;
    // The newline that ends Excel's `sep=` line still counts as a line.
    const body = skipped > 0 ? `\n${text.slice(skipped)}` : text;
    yield* this.#takeAll(this.#splitter.push(body));
  }

  *finish(): Generator<ReadPart> {
    const last = this.#splitter?.finish() ?? { kind: 'nothing' };
    if (last.kind === 'unclosed') {
      return yield refuseFile(
        last.line,
        'UNCLOSED_QUOTE',
        'a quotation mark opens here and is never closed. Close it, or take it out.',
      );
    }
    if (last.kind === 'row') {
      for (const part of this.#takeAll([last.row])) {
        yield part;
        if (part.kind === 'refused') return;
      }
    }
    if (this.#names) return yield { kind: 'end', rows: this.#rows, rejects: this.#rejects };
    if (!this.#first) return yield refuseFile(1, 'EMPTY', 'there is nothing in this file.');
    const header = this.#header(this.#first, null);
    yield header;
    if (header.kind === 'refused') return;
    yield refuseFile(this.#first.line, 'NO_ROWS', 'this row names the columns, and no row follows it.');
  }

  *#takeAll(rows: Iterable<RawRow>): Generator<ReadPart> {
    for (const raw of rows) {
      if (isBlankRow(raw)) continue;
      if (this.#names) yield this.#judge(raw);
      else if (this.#first) yield* this.#start(this.#first, raw);
      else this.#first = raw;
    }
  }

  *#start(first: RawRow, second: RawRow): Generator<ReadPart> {
    const two = hasSecondHeaderRow(first.cells, second.cells);
    const header = this.#header(first, two ? second : null);
    yield header;
    if (header.kind === 'header' && !two) yield this.#judge(second);
  }

  #header(first: RawRow, second: RawRow | null): ReadPart {
    const { line } = first;
    const width = Math.max(first.filled, second?.filled ?? 0);
    if (width > this.#limits.columns) {
      const sentence = `this row names ${width} columns; at most ${this.#limits.columns} can be read. Take out those you do not need.`;
      return refuseFile(line, 'TOO_MANY_COLUMNS', sentence);
    }
    if (first.cells.some((name) => name.includes('\0'))) {
      return refuseFile(
        line,
        'NUL_IN_NAMES',
        'a name of a column holds a NUL character. Type the name again.',
      );
    }
    if (first.cells.some(isAddress)) {
      return refuseFile(
        line,
        'NO_HEADER',
        'this looks like a person, not like the names of columns. Put a row of names on top.',
      );
    }
    const names = (second ? joinHeaderRows(first.cells, second.cells) : first.cells).map((name) =>
      trimCell(unguardCell(name)),
    );
    this.#names = names;
    this.#leastWidth = width;
    const { encoding, guessed } = this.encoding;
    return { kind: 'header', line, names, encoding, encodingGuessed: guessed, separator: this.#separator };
  }

  #judge(raw: RawRow): ReadPart {
    if (this.#rows + this.#rejects >= this.#limits.rows) {
      const most = this.#limits.rows.toLocaleString('en-GB');
      return refuseFile(
        raw.line,
        'TOO_MANY_ROWS',
        `this file holds more than ${most} rows. Split it and bring the parts one by one.`,
      );
    }
    const reason = this.#fault(raw);
    const cells = raw.cells.map(unguardCell);
    if (reason) {
      this.#rejects += 1;
      return { kind: 'reject', line: raw.line, cells, reason };
    }
    this.#rows += 1;
    return { kind: 'row', line: raw.line, cells: toWidth(cells, this.#names?.length ?? 0) };
  }

  #fault(raw: RawRow): Reason<RowCode> | null {
    if (raw.width < this.#leastWidth || raw.filled > (this.#names?.length ?? 0)) {
      const has = Math.max(raw.filled, Math.min(raw.width, this.#leastWidth));
      return {
        code: 'CELL_COUNT',
        sentence: `This row has ${cellCount(has)}, the columns have ${this.#leastWidth} names.`,
      };
    }
    if (raw.afterQuote !== null) {
      return {
        code: 'TEXT_AFTER_QUOTE',
        sentence: `“${this.#name(raw.afterQuote)}” goes on after its closing quotation mark.`,
      };
    }
    if (raw.tooLong !== null) {
      const most = this.#limits.cell.toLocaleString('en-GB');
      return {
        code: 'CELL_TOO_LONG',
        sentence: `“${this.#name(raw.tooLong)}” is longer than ${most} characters.`,
      };
    }
    const nul = raw.cells.findIndex((cell) => cell.includes('\0'));
    if (nul === -1) return null;
    return {
      code: 'NUL_CHARACTER',
      sentence: `“${this.#name(nul)}” holds a NUL character, which no name or text has.`,
    };
  }

  #name(column: number): string {
    return this.#names?.[column] || `Column ${column + 1}`;
  }
}

function isBlankRow(raw: RawRow): boolean {
  return raw.filled <= raw.cells.length && raw.cells.every((cell) => trimCell(cell) === '');
}

function toWidth(cells: string[], width: number): string[] {
  while (cells.length < width) cells.push('');
  return cells.length > width ? cells.slice(0, width) : cells;
}

function cellCount(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}

/** Short and without white space, so that a question with an @ in it stays a name. */
function isAddress(cell: string): boolean {
  return cell.length < 255 && /^[^\s@]+@[^\s@.]+\.[^\s@]+$/.test(trimCell(cell));
}
