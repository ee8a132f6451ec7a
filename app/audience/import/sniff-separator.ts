import type { ImportLimits } from './import-limits.ts';
import { RowSplitter } from './split-rows.ts';

export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

const ROWS_LOOKED_AT = 100;

/**
 * The separator under which most of the first rows are as wide as the row of names, and that row is widest.
 * A file of one column has none; it is read with commas. Excel's own first line `sep=;` is believed.
 */
export function sniffSeparator(head: string, limits: ImportLimits): Separator {
  const said = separatorLine(head);
  if (said) return said.separator;
  let best: { separator: Separator; agree: number; width: number } = { separator: ',', agree: 0, width: 1 };
  for (const separator of SEPARATORS) {
    const found = { separator, ...shape(head, separator, limits) };
    if (found.width > 1 && isBetter(found, best)) best = found;
  }
  return best.separator;
}

/** Excel's line `sep=;` and its length, when the file starts with one. */
export function separatorLine(head: string): { separator: Separator; length: number } | null {
  const match = /^"?sep=([,;\t|])"?(?:\r\n|\n|\r)/i.exec(head);
  const separator = SEPARATORS.find((one) => one === match?.[1]);
  return match && separator ? { separator, length: match[0].length } : null;
}

/** `agree` is the share of rows as wide as the first; `width` the cells in the first. */
function shape(head: string, separator: Separator, limits: ImportLimits): { agree: number; width: number } {
  const widths: number[] = [];
  const splitter = new RowSplitter(separator, limits);
  for (const row of splitter.push(head)) {
    if (row.filled > 0) widths.push(row.width);
    if (widths.length >= ROWS_LOOKED_AT) break;
  }
  const last = splitter.finish();
  if (widths.length === 0 && last.kind === 'row') widths.push(last.row.width);
  const width = widths[0] ?? 0;
  return { width, agree: widths.filter((one) => one === width).length / Math.max(1, widths.length) };
}

// A tenth of the rows may be bad before the wider reading stops being the likelier one.
function isBetter(a: { agree: number; width: number }, b: { agree: number; width: number }): boolean {
  if (Math.abs(a.agree - b.agree) > 0.1) return a.agree > b.agree;
  return a.width > b.width;
}
