import { MINUTE, SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { type Twin, writeTwin } from '#app/platform/whereabouts.server.ts';
import { beginRound, findInstallation, type InstallationRow, markRestored } from './armed.store.server.ts';
import { settleWhereabouts } from './settle-whereabouts.server.ts';

/** Rounds in which nothing was sent: also who unsubscribed since a copy was made must not be lost unseen. */
const IDLE_ROUND = MINUTE;
/** While messages go out: what goes out within a second of a copy is the most that its restore could send again unseen. */
const SENDING_ROUND = SECOND;

/**
 * Lets a sender work only on the database that was last sent from. Each process remembers how far it had come; beside a
 * SQLite database a file does so from one process to the next.
 */
export class RestoreWatch {
  readonly #house: House;
  #seen: Twin | null = null;
  #roundAt = 0;
  #hasSent = false;
  #looksAgain = false;

  constructor(house: House) {
    this.#house = house;
  }

  /** Runs `work`, which answers whether more is due, unless nothing may be sent now; answers false then. */
  async guard(work: () => Promise<boolean>): Promise<boolean> {
    if (!(await this.#mayWork())) return false;
    const more = await work();
    this.#hasSent ||= more;
    const isDue = !more || this.#house.clock.now() - this.#roundAt >= SENDING_ROUND;
    if (this.#hasSent && isDue) await this.#beginRound();
    return more;
  }

  /** Looks at everything before the next work: the database was away, and another may have come back. */
  lookAgain(): void {
    this.#looksAgain = true;
  }

  async #mayWork(): Promise<boolean> {
    const row = await findInstallation(this.#house.db);
    const isKnown = row !== undefined && row.instance === this.#seen?.instance;
    if (isKnown && row.round < this.#seen!.round) return this.#stop();
    const isIdle = this.#house.clock.now() - this.#roundAt >= IDLE_ROUND;
    if (!isKnown || isIdle || this.#looksAgain) return this.#settle();
    return this.#isFree(row);
  }

  async #stop(): Promise<false> {
    const { db, clock, log } = this.#house;
    const why = 'It had come further than it says now, so it was restored while messages were sent from it.';
    await markRestored(db, { now: clock.now(), why });
    log.warn(`nothing is sent until an admin has confirmed it: ${why}`);
    this.#seen = null;
    return false;
  }

  async #settle(): Promise<boolean> {
    const found = await settleWhereabouts(this.#house);
    this.#looksAgain = false;
    if (found.kind === 'restored') return false;
    await this.#beginRound();
    return this.#isFree(await findInstallation(this.#house.db));
  }

  async #beginRound(): Promise<void> {
    const now = this.#house.clock.now();
    const begun = await beginRound(this.#house.db, now);
    if (!begun) return;
    this.#seen = begun;
    this.#roundAt = now;
    this.#hasSent = false;
    writeTwin(this.#house.env.databaseUrl, begun);
  }

  #isFree(row: InstallationRow | undefined): boolean {
    if (!row || row.restoredAt !== null) return false;
    return row.restsUntil === null || row.restsUntil <= this.#house.clock.now();
  }
}
