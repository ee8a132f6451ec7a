import {
  CastNode,
  type Compilable,
  type CompiledQuery,
  DataTypeNode,
  type Expression,
  ExpressionWrapper,
  ValueNode,
} from 'kysely';
import { inOneTrip } from './one-trip.ts';
import type { Db } from './only-handle.ts';

/** Stands in a condition for a text that comes with each call. */
export type Slot = (name: string) => Expression<string>;
/** Stands where a value is written, of whatever type its column has. */
export type Place = (name: string) => never;
type Values = Readonly<Record<string, Cell | Buffer | undefined>>;

/**
 * SQLite looks at a value that a column is compared with when it plans, and so plans anew for each other value: over many
 * tables that takes longer than the answer. It does not look through a cast.
 */
function slotOf(name: string): Expression<string> {
  const value = ValueNode.create(marker(name));
  return new ExpressionWrapper(CastNode.create(value, DataTypeNode.create('text')));
}

/**
 * A query that is built, judged and compiled once for each handle, and run with other values each time: building and
 * judging cost several times what SQLite needs to answer. For the few that run on every respondent's visit.
 * @param build gets `slot('name')` for every text that varies in a condition, `place('name')` for what is written
 */
export function preparedQuery<R>(build: (db: Db, slot: Slot, place: Place) => Compilable<R>) {
  const compiled = new WeakMap<object, CompiledQuery<R>>();
  return async (db: Db, values: Values): Promise<R[]> => {
    const query = compiled.get(db.family) ?? build(db, slotOf, (name) => marker(name) as never).compile();
    compiled.set(db.family, query);
    return db.runAgain(
      query,
      query.parameters.map((parameter) => filled(parameter, values)),
    );
  };
}

const MARK = '\u0000slot:';

function marker(name: string): string {
  return `${MARK}${name}`;
}

function filled(parameter: unknown, values: Values): unknown {
  if (typeof parameter !== 'string' || !parameter.startsWith(MARK)) return parameter;
  const name = parameter.slice(MARK.length);
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value !== null && typeof value !== 'string' && typeof value !== 'number' && !Buffer.isBuffer(value))
    throw new TypeError(`The slot ${name} takes one value.`);
  return value;
}

/**
 * A value that never varies, as part of the text. SQLite plans a query anew for each value it is given that the plan may
 * hang on; over many tables that takes longer than the answer.
 */
export function writtenOut<T extends string>(value: T): Expression<T> {
  return new ExpressionWrapper(ValueNode.createImmediate(value));
}

/**
 * The numbers of keys that one query is compiled for; the places left over are looked up in vain. Under load some twenty
 * are looked up at once, so the steps there are small.
 */
const SIZES = [64, 48, 32, 24, 16, 12, 8, 6, 4, 3, 2, 1] as const;
export const MOST_AT_ONCE = SIZES[0];

/** No key of anything: it fills the places of a list that is shorter than its query. */
const NO_KEY = '';

/** The same for a query about any number of keys, asked `MOST_AT_ONCE` at a time. */
export function preparedLook<R>(
  build: (db: Db, keys: readonly string[], slot: Slot, place: Place) => Compilable<R>,
) {
  const sized = SIZES.map((size) => ({
    size,
    run: preparedQuery((db, slot, place) => {
      const keys = Array.from({ length: size }, (_, at) => place(String(at)));
      return build(db, keys, slot, place);
    }),
  })).reverse();
  return async (db: Db, keys: readonly string[], values: Values = {}): Promise<R[]> => {
    const found: Promise<R[]>[] = [];
    for (let from = 0; from < keys.length; from += MOST_AT_ONCE) {
      const own = keys.slice(from, from + MOST_AT_ONCE);
      const { size, run } = sized.find((one) => one.size >= own.length)!;
      const slots = Array.from({ length: size }, (_, at) => [String(at), own[at] ?? NO_KEY]);
      found.push(run(db, { ...Object.fromEntries(slots), ...values }));
    }
    return (await inOneTrip(...found)).flat();
  };
}

/** The most rows of one statement for which every number of them has its own; above it every eighth. */
const EXACT = 32;

/**
 * The numbers of rows that one statement is compiled for. What shares a commit fits one statement nearly always: each
 * more opens the table and all its indexes again.
 */
const ROWS: readonly number[] = [64, 56, 48, 40, ...Array.from({ length: EXACT }, (_, at) => EXACT - at)];

/** A value as it is written into a row: both engines bind nothing else. */
export type Cell = string | number | null;

/**
 * The same for rows to write, in statements of a few known sizes; what they return comes back in one list.
 * @param build gets rows whose every cell varies
 */
export function preparedRows<Column extends string, R>(
  columns: readonly Column[],
  // biome-ignore lint/suspicious/noExplicitAny: the rows hold marks where cells will stand, typed by nobody
  build: (db: Db, rows: any[]) => Compilable<R>,
) {
  const bySize = new Map(ROWS.map((size) => [size, new WeakMap<object, SizedWrite<R>>()]));
  const writeOf = (db: Db, size: number) => {
    const known = bySize.get(size)!;
    const write = known.get(db.family) ?? compileRows(db, size, columns, build);
    known.set(db.family, write);
    return write;
  };
  return async (db: Db, rows: readonly Readonly<Record<Column, Cell>>[]): Promise<R[]> => {
    const returned: Promise<R[]>[] = [];
    for (let at = 0; at < rows.length; ) {
      const size = ROWS.find((one) => one <= rows.length - at)!;
      const { query, places } = writeOf(db, size);
      const from = at;
      const cells = places.map(({ row, column, fixed }) =>
        row < 0 ? fixed : rows[from + row]![column as Column],
      );
      returned.push(db.runAgain(query, cells));
      at += size;
    }
    return (await inOneTrip(...returned)).flat();
  };
}

interface SizedWrite<R> {
  query: CompiledQuery<R>;
  /** For each value of the statement the row and column it comes from; a fixed value has no row. */
  places: { row: number; column: string; fixed: unknown }[];
}

function compileRows<R>(
  db: Db,
  size: number,
  columns: readonly string[],
  // biome-ignore lint/suspicious/noExplicitAny: as above
  build: (db: Db, rows: any[]) => Compilable<R>,
): SizedWrite<R> {
  const rows = Array.from({ length: size }, (_, row) =>
    Object.fromEntries(columns.map((column) => [column, marker(`${row}.${column}`)])),
  );
  const query = build(db, rows).compile();
  const places = query.parameters.map((parameter) => {
    if (typeof parameter !== 'string' || !parameter.startsWith(MARK))
      return { row: -1, column: '', fixed: parameter };
    const [row, column] = parameter.slice(MARK.length).split('.');
    return { row: Number(row), column: column!, fixed: null };
  });
  return { query, places };
}
