import { MINUTE, SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { retried } from '#app/platform/serial-transaction.server.ts';
import { type Twin, writeTwin } from '#app/platform/whereabouts.server.ts';
import { beginRound, findInstallation, type InstallationRow, markRestored } from './armed.store.server.ts';
import { settleWhereabouts } from './settle-whereabouts.server.ts';

/** What lies outside the database is looked at again this often. */
const LOOKS_OUTSIDE = MINUTE;
/** While messages go out: what goes out within a second of a copy is the most that its restore could send again unseen. */
const PULSE = SECOND;

/** Does what is due as long as `mayGoOn`; answers whether more is. */
type Work = (mayGoOn: () => boolean) => Promise<boolean>;

/**
 * Lets a sender work only on the database that was last sent from. Each process remembers how far it had come; beside a
 * SQLite database a file does so from one process to the next.
 */
export class RestoreWatch {
  readonly #house: House;
  #seen: Twin | null = null;
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(house: House) {
    this.#house = house;
  }

  /** Runs `work` unless nothing may be sent now, and takes `mayGoOn` back when that changes; false where it may not. */
  async guard(work: Work): Promise<boolean> {
    if (!(await this.#mayWork())) return false;
    let mayGoOn = true;
    let beating: Promise<void> = Promise.resolve();
    const beat = async () => {
      mayGoOn &&= await this.#isStillFree().catch(() => false);
    };
    const pulse = setInterval(() => {
      beating = beating.then(beat);
    }, PULSE);
    try {
      const more = await work(() => mayGoOn);
      // Also where nothing was due: who unsubscribed since a copy was made must not be lost unseen.
      await this.#beginRound();
      return more;
    } finally {
      clearInterval(pulse);
      await beating;
    }
  }

  /** Looks at everything before the next work: the database was away, and another may have come back. */
  lookAgain(): void {
    this.#lookedAt = Number.NEGATIVE_INFINITY;
  }

  async #mayWork(): Promise<boolean> {
    const seen = this.#seen;
    const row = await findInstallation(this.#house.db);
    if (isBehind(row, seen)) return this.#stop();
    const isLookDue = Math.abs(this.#house.clock.now() - this.#lookedAt) >= LOOKS_OUTSIDE;
    if (row?.instance !== seen?.instance || isLookDue) return this.#settle();
    return this.#isFree(row);
  }

  async #isStillFree(): Promise<boolean> {
    const seen = this.#seen;
    const row = await findInstallation(this.#house.db);
    if (isBehind(row, seen)) return this.#stop();
    if (!this.#isFree(row) || row?.instance !== seen?.instance) return false;
    await this.#beginRound();
    return true;
  }

  #isFree(row: InstallationRow | undefined): boolean {
    if (!row || row.restoredAt !== null) return false;
    return row.restsUntil === null || row.restsUntil <= this.#house.clock.now();
  }

  async #stop(): Promise<false> {
    const { db, clock, log } = this.#house;
    const why =
      'The database had come further than it says now, so it was restored while messages were sent from it.';
    await markRestored(db, { now: clock.now(), why });
    log.warn(`nothing is sent until an admin has confirmed it: ${why}`);
    this.#seen = null;
    return false;
  }

  async #settle(): Promise<boolean> {
    const found = await settleWhereabouts(this.#house);
    if (found.kind === 'restored') return false;
    this.#lookedAt = this.#house.clock.now();
    await this.#beginRound();
    return this.#isFree(await findInstallation(this.#house.db));
  }

  async #beginRound(): Promise<void> {
    const { db, clock, env } = this.#house;
    const begun = await retried(() => beginRound(db, clock.now()));
    if (!begun) return;
    this.#seen = begun;
    writeTwin(env.databaseUrl, begun);
  }
}

/** @param seen what was known before the row was read: a round that begins meanwhile is no restore. */
function isBehind(row: InstallationRow | undefined, seen: Twin | null): boolean {
  return row !== undefined && seen !== null && row.instance === seen.instance && row.round < seen.round;
}
