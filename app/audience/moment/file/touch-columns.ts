import { plainWords } from '../../import/cell-text.ts';

/** What a file of touches says of each, by the names that its columns have. */
export const TOUCH_COLUMNS = ['e-mail', 'account', 'persona', 'moment', 'at', 'source'] as const;
export type TouchColumn = (typeof TOUCH_COLUMNS)[number];

export type FoundColumns =
  | { kind: 'found'; at: Record<TouchColumn, number>; ignored: string[] }
  | { kind: 'refused'; message: string };

/** Where each column stands; the order is free, the names are not. */
export function findTouchColumns(names: readonly string[]): FoundColumns {
  const places = new Map<TouchColumn, number[]>(TOUCH_COLUMNS.map((column) => [column, []]));
  const ignored: string[] = [];
  for (const [place, name] of names.entries()) {
    const column = columnOf(name);
    if (column) places.get(column)!.push(place);
    else if (name.trim() !== '') ignored.push(name);
  }
  const missing = TOUCH_COLUMNS.filter((column) => places.get(column)!.length === 0);
  if (missing.length > 0) return refuse(missing, 'There is no column called');
  const twice = TOUCH_COLUMNS.filter((column) => places.get(column)!.length > 1);
  if (twice.length > 0) return refuse(twice, 'More than one column is called');
  const at = Object.fromEntries([...places].map(([column, [place]]) => [column, place!]));
  return { kind: 'found', at: at as Record<TouchColumn, number>, ignored };
}

function columnOf(name: string): TouchColumn | undefined {
  const plain = plainWords(name).join('');
  return TOUCH_COLUMNS.find((column) => column.replace('-', '') === plain);
}

function refuse(columns: readonly string[], words: string): FoundColumns {
  const named = columns.map((column) => `“${column}”`).join(', ');
  const all = TOUCH_COLUMNS.join(', ');
  return { kind: 'refused', message: `${words} ${named}. The first line names the columns: ${all}.` };
}
