import type { ImportLimits } from '../../import/import-limits.ts';
import type { NewTouch } from '../touch/touch.ts';
import type { TouchColumn } from './touch-columns.ts';

/** One file of touches. It is read whole, twice, and stands in the page between the two. */
export const TOUCH_FILE: ImportLimits = { bytes: 512 * 1024, rows: 5000, columns: 30, cell: 500 };

/** One row, by the names of its columns. */
export interface TouchRow {
  line: number;
  cells: readonly string[];
  said: Record<TouchColumn, string>;
}

/** A row that needs somebody, as it came. */
export interface SetAside {
  line: number;
  reason: string;
  cells: readonly string[];
}

/** What bringing a file in would do: `rows` is the sum of what is new, known, repeated and set aside. */
export interface TouchPlan {
  rows: number;
  /** New, in the order of the file. */
  fresh: NewTouch[];
  /** Known already: nothing happens to them. */
  known: number;
  /** The same touch a second time in the file. */
  repeated: number;
  setAside: SetAside[];
  names: readonly string[];
  ignored: readonly string[];
}
