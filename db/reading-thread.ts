import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import { stepBack } from '#app/platform/step-back.server.ts';
import { keepStatements } from './sqlite-dialect.ts';

/**
 * The thread of the long reads on SQLite, whose driver answers nobody else while it works. It opens the file to read only.
 * Rows go out in portions, the next one when it is asked for: to unpack them all would take the main thread as long. They go
 * column by column: a row of its own for each is several times as much to pack and unpack.
 */
export type Asked =
  | { kind: 'run'; id: number; sql: string; parameters: readonly unknown[] }
  | { kind: 'more'; id: number };

export type Told =
  | { kind: 'rows'; id: number; rows: Columns; isLast: boolean }
  | { kind: 'fault'; id: number; message: string; code: string | undefined };

/** What one statement returned, cell by cell of each column. */
export interface Columns {
  names: readonly string[];
  cells: readonly (readonly unknown[])[];
  length: number;
}

const PORTION = 500;

// Elsewhere it would be the whole server.
if (process.platform === 'linux') stepBack();

const file = new BetterSqlite3(workerData.path, { readonly: true });
file.pragma('busy_timeout = 5000');
const prepare = keepStatements(file);
/** Rows that are still to go out, from where on. */
const left = new Map<number, Found>();

interface Found {
  names: readonly string[];
  rows: readonly (readonly unknown[])[];
  from: number;
}

/** Answers that go out together, as each message costs both threads more than most queries; full ones at once. */
let outbox: Told[] = [];
let rowsOut = 0;

function tell(told: Told): void {
  outbox.push(told);
  rowsOut += told.kind === 'rows' ? told.rows.length : 0;
  if (rowsOut >= PORTION) send();
}

function send(): void {
  if (outbox.length > 0) parentPort?.postMessage(outbox);
  outbox = [];
  rowsOut = 0;
}

function portion(id: number, { names, rows, from }: Found): void {
  const next = from + PORTION;
  const isLast = next >= rows.length;
  if (isLast) left.delete(id);
  else left.set(id, { names, rows, from: next });
  const length = Math.min(PORTION, rows.length - from);
  const cells = names.map((_, at) => Array.from({ length }, (_, row) => rows[from + row]![at]));
  tell({ kind: 'rows', id, rows: { names, cells, length }, isLast });
}

const namesOf = new WeakMap<BetterSqlite3.Statement, string[]>();

function find(sql: string, parameters: readonly unknown[]): Found {
  const statement = prepare(sql);
  const names = namesOf.get(statement) ?? statement.columns().map(({ name }) => name);
  namesOf.set(statement, names);
  return { names, rows: statement.raw().all(parameters) as unknown[][], from: 0 };
}

const NOTHING: Found = { names: [], rows: [], from: 0 };

function answer(asked: Asked): void {
  try {
    portion(
      asked.id,
      asked.kind === 'more' ? (left.get(asked.id) ?? NOTHING) : find(asked.sql, asked.parameters),
    );
  } catch (fault) {
    const { message, code } = fault as Error & { code?: string };
    tell({ kind: 'fault', id: asked.id, message, code });
  }
}

parentPort?.on('message', (all: readonly Asked[]) => {
  for (const asked of all) answer(asked);
  send();
});
