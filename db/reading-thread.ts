import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import { withStatementCache } from './sqlite-dialect.ts';

/**
 * The thread of the long reads on SQLite, whose driver answers nobody else while it works. It opens the file to read only.
 * Rows go out in portions, the next one when it is asked for: to unpack them all would take the main thread as long.
 */
export type Asked =
  | { kind: 'run'; id: number; sql: string; parameters: readonly unknown[] }
  | { kind: 'more'; id: number };

export type Told =
  | { kind: 'rows'; id: number; rows: unknown[]; isLast: boolean }
  | { kind: 'fault'; id: number; message: string; code: string | undefined };

const PORTION = 500;

const file = new BetterSqlite3(workerData.path, { readonly: true });
file.pragma('busy_timeout = 5000');
const { prepare } = withStatementCache(file);
/** Rows that are still to go out, from where on. */
const left = new Map<number, { rows: unknown[]; from: number }>();

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

function portion(id: number, { rows, from }: { rows: unknown[]; from: number }): void {
  const next = from + PORTION;
  const isLast = next >= rows.length;
  if (isLast) left.delete(id);
  else left.set(id, { rows, from: next });
  tell({ kind: 'rows', id, rows: isLast && from === 0 ? rows : rows.slice(from, next), isLast });
}

function answer(asked: Asked): void {
  try {
    if (asked.kind === 'more') portion(asked.id, left.get(asked.id) ?? { rows: [], from: 0 });
    else portion(asked.id, { rows: prepare(asked.sql).all(asked.parameters) as unknown[], from: 0 });
  } catch (fault) {
    const { message, code } = fault as Error & { code?: string };
    tell({ kind: 'fault', id: asked.id, message, code });
  }
}

parentPort?.on('message', (all: readonly Asked[]) => {
  for (const asked of all) answer(asked);
  send();
});
