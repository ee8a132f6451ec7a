import type { Clock } from './clock.ts';
import type { Env } from './env.server.ts';
import type { Ids } from './ids.ts';
import type { Log } from './log.server.ts';
import type { Mailer } from './mail.ts';
import type { Db } from './only-handle.ts';

/** What every door is given: the handles of the running process. Made once in `server.ts`, and per test. */
export interface House {
  env: Env;
  db: Db;
  /** For exports and pages of figures, which read much: it takes no time from those who answer, and writes nothing. */
  reading: Db;
  engine: 'sqlite' | 'postgres';
  clock: Clock;
  ids: Ids;
  log: Log;
  mailer: Mailer;
  /** Wakes the sender after messages were queued. */
  wakeSender(): void;
  /** Wakes the import runner after a run was queued. */
  wakeImports(): void;
  /** Wakes who makes exports after one was ordered; missing where nobody does, and it is seen when somebody looks. */
  wakeExports?(): void;
  /** Has a send to very many decided in another process; missing where there is none, and it is decided here. */
  decideApart?<T>(asked: object): Promise<T>;
  /**
   * Remembers that a page was opened by its link, to be written down later: a door that reads writes nothing. False where
   * it is asked for too often; `client` null: asked for without being opened. Missing where nobody writes it down.
   */
  noteView?(seen: {
    workspaceId: string;
    shareId: string;
    client: 'computer' | 'phone' | 'program' | null;
  }): boolean;
  /** Plays the example workspace into an empty database; answers what to tell the visitor: the sign-ins. */
  playExample(): Promise<string>;
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    house: House;
    /** The nonce of this answer's Content-Security-Policy. */
    nonce: string;
    /** The address of the peer, for throttles. */
    peer: string;
    /** Begins something long that lets respondents go first; what it gives is awaited between two pieces. */
    behindRespondents(): () => Promise<void>;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
