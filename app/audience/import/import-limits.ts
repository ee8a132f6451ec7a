/** What one import file may hold. Cells are counted in UTF-16 units, the file in bytes. */
export type ImportLimits = {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly cell: number;
};

export const IMPORT_LIMITS: ImportLimits = {
  bytes: 10 * 1024 * 1024,
  rows: 100_000,
  columns: 100,
  cell: 2_000,
};

/** Why something was not taken: a stable code for programs and a sentence for the person who mends it. */
export type Reason<Code extends string = string> = { readonly code: Code; readonly sentence: string };
