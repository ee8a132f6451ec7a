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
const left = new Map<number, unknown[]>();

function tell(told: Told): void {
  parentPort?.postMessage(told);
}

function portion(id: number, rows: unknown[]): void {
  const rest = rows.slice(PORTION);
  if (rest.length > 0) left.set(id, rest);
  else left.delete(id);
  tell({ kind: 'rows', id, rows: rows.slice(0, PORTION), isLast: rest.length === 0 });
}

parentPort?.on('message', (asked: Asked) => {
  try {
    if (asked.kind === 'more') portion(asked.id, left.get(asked.id) ?? []);
    else portion(asked.id, prepare(asked.sql).all(asked.parameters) as unknown[]);
  } catch (fault) {
    const { message, code } = fault as Error & { code?: string };
    tell({ kind: 'fault', id: asked.id, message, code });
  }
});
