import { plainWords, trimCell } from './cell-text.ts';

/** How a column writes dates such as 01/02/2027. ISO dates, month names and 1.2.2027 need no order. */
export type DateOrder = 'day_first' | 'month_first';

/**
 * What the rows of one column say about its order. `unambiguous` when no row needs it; `ambiguous` when rows need it
 * and none decides; `mixed` when rows contradict each other. The last two ask a person and show `example`.
 */
export type DateOrderEvidence =
  | { readonly kind: 'unambiguous' }
  | { readonly kind: 'decided'; readonly order: DateOrder; readonly example: string }
  | { readonly kind: 'ambiguous'; readonly example: string }
  | { readonly kind: 'mixed'; readonly example: string };

/** `iso` is yyyy-mm-dd. */
export type DateCell =
  | { readonly kind: 'date'; readonly iso: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'order_unknown' }
  | { readonly kind: 'no_date'; readonly why: 'two_digit_year' | 'impossible' | 'unreadable' };

/** Decides the order of one column from its cells. Cells that are no date at all say nothing. */
export function decideDateOrder(cells: Iterable<string>): DateOrderEvidence {
  let dayFirst: string | null = null;
  let monthFirst: string | null = null;
  let open: string | null = null;
  for (const cell of cells) {
    const parts = slashed(trimCell(cell));
    if (!parts) continue;
    const { first, second } = parts;
    if (first > 12 && second <= 12) dayFirst ??= trimCell(cell);
    else if (second > 12 && first <= 12) monthFirst ??= trimCell(cell);
    else if (first <= 12 && first !== second) open ??= trimCell(cell);
  }
  if (dayFirst && monthFirst) return { kind: 'mixed', example: `${dayFirst} and ${monthFirst}` };
  if (dayFirst) return { kind: 'decided', order: 'day_first', example: dayFirst };
  if (monthFirst) return { kind: 'decided', order: 'month_first', example: monthFirst };
  return open ? { kind: 'ambiguous', example: open } : { kind: 'unambiguous' };
}

/** Reads one date; a time of day behind it is dropped. Nothing is guessed: no order, no century, no nearest day. */
export function readDate(cell: string, order: DateOrder | null): DateCell {
  const text = trimCell(cell);
  if (text === '') return { kind: 'blank' };
  if (text.length > 60) return { kind: 'no_date', why: 'unreadable' };
  const iso = YEAR_FIRST.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = DOTTED.exec(text);
  if (dotted) return day(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const parts = slashed(text);
  if (parts) return inOrder(parts, order);
  if (TWO_DIGIT_YEAR.test(text)) return { kind: 'no_date', why: 'two_digit_year' };
  return withMonthName(text);
}

const TIME = String.raw`(?:[T ,]\s*\d{1,2}:\d{2}.*)?$`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}`);
// With dots the day comes first wherever dots are used.
const DOTTED = new RegExp(String.raw`^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})${TIME}`);
const SLASHED = new RegExp(String.raw`^(\d{1,2})[/-](\d{1,2})[/-](\d{4})${TIME}`);
const TWO_DIGIT_YEAR = new RegExp(String.raw`^\d{1,2}([/.-])\d{1,2}\1\d{2}${TIME}`);

type Parts = { readonly first: number; readonly second: number; readonly year: number };

function slashed(text: string): Parts | null {
  const match = text.length <= 60 ? SLASHED.exec(text) : null;
  return match && { first: Number(match[1]), second: Number(match[2]), year: Number(match[3]) };
}

function inOrder({ first, second, year }: Parts, order: DateOrder | null): DateCell {
  if (first === second) return day(year, first, first);
  if (order === 'day_first') return day(year, second, first);
  if (order === 'month_first') return day(year, first, second);
  if (first > 12) return day(year, second, first);
  if (second > 12) return day(year, first, second);
  return { kind: 'order_unknown' };
}

function withMonthName(text: string): DateCell {
  const words = plainWords(text);
  const month = words.map(monthOf).find((found) => found !== null);
  const numbers = words
    .filter((word) => /^\d{1,4}(?:st|nd|rd|th)?$/.test(word))
    .map((word) => Number.parseInt(word, 10));
  if (!month || numbers.length !== 2) return { kind: 'no_date', why: 'unreadable' };
  const year = numbers.find((number) => number > 999);
  const dayOfMonth = numbers.find((number) => number <= 31);
  if (year === undefined) return { kind: 'no_date', why: 'two_digit_year' };
  return dayOfMonth === undefined ? { kind: 'no_date', why: 'impossible' } : day(year, month, dayOfMonth);
}

// The shortest beginnings that tell the months apart in English, German, French and Spanish, accents left off.
const MONTHS = [
  ['jan', 'ene'],
  ['feb', 'fev'],
  ['mar', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou', 'ago'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez', 'dic'],
] as const;

function monthOf(word: string): number | null {
  const at = MONTHS.findIndex((beginnings) => beginnings.some((beginning) => word.startsWith(beginning)));
  return at === -1 ? null : at + 1;
}

function day(year: number, month: number, dayOfMonth: number): DateCell {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  if (!real || year < 1900 || year > 2200) return { kind: 'no_date', why: 'impossible' };
  return { kind: 'date', iso: date.toISOString().slice(0, 10) };
}
