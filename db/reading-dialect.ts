import { Worker } from 'node:worker_threads';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  PostgresDialect,
  type QueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
} from 'kysely';
import { isPostgres } from './engine-of.ts';
import type { Asked, Columns, Question, Told } from './reading-thread.ts';

/** A database that is read on a thread of its own (`reading-thread.ts`): the event loop turns while a query runs. */
export class ReadingDialect implements Dialect {
  readonly #url: string;
  readonly #plans: ReadonlyMap<string, string>;
  readonly #plain: Dialect;

  /** @param plans the names under which PostgreSQL keeps plans, by the text of the statement */
  constructor(url: string, plans: ReadonlyMap<string, string>) {
    this.#url = url;
    this.#plans = plans;
    this.#plain = isPostgres(url) ? new PostgresDialect(NO_DRIVER) : new SqliteDialect(NO_DRIVER);
  }

  createAdapter(): DialectAdapter {
    return isPostgres(this.#url) ? this.#plain.createAdapter() : new SeveralAtATime();
  }

  createQueryCompiler(): QueryCompiler {
    return this.#plain.createQueryCompiler();
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return this.#plain.createIntrospector(db);
  }

  createDriver(): Driver {
    const thread = new ReadingThread(this.#url);
    const connection = new ReadingConnection(thread, this.#plans);
    const refuse = async () => {
      throw new Error('What only reads has no transactions.');
    };
    return {
      init: async () => {},
      acquireConnection: async () => connection,
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      releaseConnection: async () => {},
      destroy: () => thread.close(),
    };
  }
}

/** Of how a dialect writes its statements only; what would run them is the thread. */
const NO_DRIVER = {
  pool: () => Promise.reject(new Error('Nothing runs here.')),
  database: () => Promise.reject(new Error('Nothing runs here.')),
};

/** One connection takes what several ask at a time. Kysely would let one question after the other over to the thread. */
class SeveralAtATime extends SqliteAdapter {
  override get supportsMultipleConnections(): true {
    return true;
  }
}

class ReadingConnection implements DatabaseConnection {
  readonly #thread: ReadingThread;
  readonly #plans: ReadonlyMap<string, string>;

  constructor(thread: ReadingThread, plans: ReadonlyMap<string, string>) {
    this.#thread = thread;
    this.#plans = plans;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return { rows: (await this.#thread.run({ sql, parameters, plan: this.#plans.get(sql) })) as R[] };
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('What is long is read page by page.');
  }
}

interface Waiting {
  rows: unknown[];
  resolve(rows: unknown[]): void;
  reject(fault: Error): void;
}

/** Starts with the first query, and again where it ended without being asked to. */
class ReadingThread {
  readonly #url: string;
  readonly #waiting = new Map<number, Waiting>();
  /** What this turn of the loop asks. */
  #toAsk: Asked[] = [];
  #inThisTurn: (Question & { rows: Promise<unknown[]> })[] = [];
  #worker: Worker | undefined;
  #lastId = 0;
  #isClosed = false;

  constructor(url: string) {
    this.#url = url;
  }

  /** Parts of a page that know nothing of each other ask the same in one turn: it is asked once, and each gets rows of its own. */
  async run(question: Question): Promise<unknown[]> {
    const alike = this.#inThisTurn.find((one) => isSame(one, question));
    if (alike) return (await alike.rows).map((row) => ({ ...(row as object) }));
    const rows = this.#run(question);
    this.#inThisTurn.push({ ...question, rows });
    return rows;
  }

  #run(question: Question): Promise<unknown[]> {
    if (this.#isClosed) return Promise.reject(ended());
    this.#worker ??= this.#start();
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { rows: [], resolve, reject });
      this.#ask({ kind: 'run', id, ...question });
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
      workerData: { url: this.#url },
    });
    worker.on('message', (all: readonly Told[]) => {
      for (const told of all) this.#hear(told);
    });
    worker.on('error', (fault) => this.#end(worker, fault));
    worker.on('exit', () => this.#end(worker, ended()));
    return worker;
  }

  /** What one turn of the loop asks goes over in one message: a page asks dozens of small questions at a time. */
  #ask(asked: Asked): void {
    // A thread that works keeps the process; one that waits does not.
    this.#worker?.ref();
    if (this.#toAsk.length === 0) setImmediate(() => this.#send());
    this.#toAsk.push(asked);
  }

  #send(): void {
    const asked = this.#toAsk;
    this.#toAsk = [];
    this.#inThisTurn = [];
    try {
      this.#worker?.postMessage(asked);
    } catch (fault) {
      // A value that cannot go over to another thread.
      for (const { id } of asked) this.#waiting.get(id)?.reject(fault as Error);
      for (const { id } of asked) this.#waiting.delete(id);
    }
  }

  #hear(told: Told): void {
    const waiting = this.#waiting.get(told.id);
    if (!waiting) return;
    if (told.kind === 'rows') addRows(waiting.rows, told.rows);
    if (told.kind === 'rows' && !told.isLast) {
      this.#ask({ kind: 'more', id: told.id });
      return;
    }
    this.#waiting.delete(told.id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if (told.kind === 'rows') waiting.resolve(waiting.rows);
    else waiting.reject(Object.assign(new Error(told.message), { code: told.code }));
  }

  #end(worker: Worker, fault: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(fault);
    this.#waiting.clear();
    this.#toAsk = [];
    this.#inThisTurn = [];
  }
}

function isSame(one: Question, other: Question): boolean {
  return one.sql === other.sql && one.parameters.every((value, at) => value === other.parameters[at]);
}

function addRows(rows: unknown[], { names, cells, length }: Columns): void {
  for (let row = 0; row < length; row += 1) {
    const own: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at += 1) own[names[at]!] = cells[at]![row];
    rows.push(own);
  }
}

function ended(): Error {
  return new Error('The thread that reads has ended.');
}
