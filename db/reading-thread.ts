import { parentPort, workerData } from 'node:worker_threads';
import { stepBack } from '#app/platform/step-back.server.ts';
import { isPostgres } from './engine-of.ts';
import { openReadingFile } from './reading-file.ts';
import { openReadingSessions } from './reading-sessions.ts';

/**
 * The thread of the long reads. SQLite's driver answers nobody else while it works, and that of PostgreSQL takes a third of the
 * time that the main thread gives to a page of results: respondents wait for neither.
 * Rows go out in portions, the next one when it is asked for: to unpack them all would take the main thread as long. They go
 * column by column: a row of its own for each is several times as much to pack and unpack.
 */
export type Asked = ({ kind: 'run'; id: number } & Question) | { kind: 'more'; id: number };

export interface Question {
  sql: string;
  parameters: readonly unknown[];
  /** The name under which PostgreSQL keeps its plan in each session; undefined for what is planned anew each time. */
  plan: string | undefined;
}

export type Told =
  | { kind: 'rows'; id: number; rows: Columns; isLast: boolean }
  | { kind: 'fault'; id: number; message: string; code: string | undefined };

/** What one statement returned, cell by cell of each column. */
export interface Columns {
  names: readonly string[];
  cells: readonly (readonly unknown[])[];
  length: number;
}

/** The same as a driver gives it. */
export interface Found {
  names: readonly string[];
  rows: readonly (readonly unknown[])[];
}

const PORTION = 500;

// Elsewhere it would be the whole server.
if (process.platform === 'linux') stepBack();

/** Rows that are still to go out, from where on. */
const left = new Map<number, Found & { from: number }>();

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

function tellRows(id: number, { names, rows }: Found, from = 0): void {
  const next = from + PORTION;
  const isLast = next >= rows.length;
  if (isLast) left.delete(id);
  else left.set(id, { names, rows, from: next });
  const length = Math.min(PORTION, rows.length - from);
  const cells = names.map((_, at) => Array.from({ length }, (_, row) => rows[from + row]![at]));
  tell({ kind: 'rows', id, rows: { names, cells, length }, isLast });
}

function tellMore(id: number): void {
  const { from, ...found } = left.get(id) ?? { names: [], rows: [], from: 0 };
  tellRows(id, found, from);
}

function tellFault(id: number, fault: unknown): void {
  const { message, code } = fault as Error & { code?: string };
  tell({ kind: 'fault', id, message, code });
}

type Run = Extract<Asked, { kind: 'run' }>;

/** At once, one after the other, as the file answers. */
function answerFromFile(path: string): (asked: Run) => void {
  const find = openReadingFile(path);
  return (asked) => {
    try {
      tellRows(asked.id, find(asked));
    } catch (fault) {
      tellFault(asked.id, fault);
    }
  };
}

/** When the server has answered; what comes in one turn goes out together. */
function answerFromServer(url: string): (asked: Run) => Promise<void> {
  const find = openReadingSessions(url);
  return async (asked) => {
    try {
      tellRows(asked.id, await find(asked));
    } catch (fault) {
      tellFault(asked.id, fault);
    }
    setImmediate(send);
  };
}

const { url } = workerData as { url: string };
const answer = isPostgres(url) ? answerFromServer(url) : answerFromFile(url);

parentPort?.on('message', (all: readonly Asked[]) => {
  for (const asked of all) {
    if (asked.kind === 'more') tellMore(asked.id);
    else void answer(asked);
  }
  send();
});
