/** `several`: keys of what was ticked. `day` is an ISO day, `moment` an ISO moment. */
export type CellKind = 'text' | 'whole' | 'number' | 'day' | 'moment' | 'several';

export interface TableColumn {
  /** Stable: a program reads it. */
  readonly key: string;
  /** For a reader. */
  readonly label: string;
  readonly kind: CellKind;
  /** What the keys in the cells mean, in the order shown to respondents. */
  readonly words?: readonly { readonly key: string; readonly label: string }[];
}

export type Cell = string | number | readonly string[] | null;

/** They preferred not to say, which is no answer and no blank. Told by identity: anybody may type the word. */
export const DECLINED_CELL: Cell = Object.freeze(['declined']);

/** Rows read once, each with a cell per column. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

export const isDeclined = (cell: Cell): boolean => cell === DECLINED_CELL;

/** What stands between several things in one cell. */
const BETWEEN = '; ';

/** One cell as text or a number. `inWords`: with the labels that respondents saw in the place of keys. */
export function plainCell(column: TableColumn, cell: Cell, inWords: boolean): string | number | null {
  if (cell === null) return null;
  if (isDeclined(cell)) return 'declined';
  if (typeof cell === 'number') return cell;
  const word = (key: string) => (inWords && column.words?.find((one) => one.key === key)?.label) || key;
  return typeof cell === 'string' ? word(cell) : cell.map(word).join(BETWEEN);
}
