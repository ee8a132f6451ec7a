import type { DecodeCode, Encoding } from './decode-file.ts';
import type { Reason } from './import-limits.ts';
import type { Separator } from './sniff-separator.ts';

export type RowCode = 'CELL_COUNT' | 'CELL_TOO_LONG' | 'NUL_CHARACTER' | 'TEXT_AFTER_QUOTE';
export type FileCode =
  | DecodeCode
  | 'EMPTY'
  | 'NO_HEADER'
  | 'NO_ROWS'
  | 'NUL_IN_NAMES'
  | 'TOO_MANY_COLUMNS'
  | 'TOO_MANY_ROWS'
  | 'UNCLOSED_QUOTE';

/**
 * What a file says, in its order: one `header`, then rows and rejects, then `end` or `refused`.
 * `line` is the physical line where a row starts. A row has exactly as many cells as the header has names.
 * A `refused` may follow rows that were good: whoever writes rows waits for `end` first.
 */
export type ReadPart =
  | {
      readonly kind: 'header';
      readonly line: number;
      readonly names: readonly string[];
      readonly encoding: Encoding;
      readonly encodingGuessed: boolean;
      readonly separator: Separator;
    }
  | { readonly kind: 'row'; readonly line: number; readonly cells: readonly string[] }
  | {
      readonly kind: 'reject';
      readonly line: number;
      readonly cells: readonly string[];
      readonly reason: Reason<RowCode>;
    }
  | ({ readonly kind: 'refused'; readonly line: number } & Reason<FileCode>)
  | { readonly kind: 'end'; readonly rows: number; readonly rejects: number };

/** A reading that ends: the line stands in the sentence, because nothing else on the page names it. */
export function refuseFile(line: number, code: FileCode, sentence: string): ReadPart {
  return { kind: 'refused', line, code, sentence: `Line ${line}: ${sentence}` };
}
