import type { House } from '#app/platform/house.ts';
import { MOST_AT_ONCE } from '#app/platform/prepared-query.ts';
import { retried } from '#app/platform/serial-transaction.server.ts';
import { claimDue } from '../claim.store.server.ts';
import type { ClaimedMessage } from '../claimed-message.ts';
import { LEASE } from '../hold-messages.server.ts';
import type { HeldMessage } from './hand-over.server.ts';
import { unclaim } from './moves.store.server.ts';
import { writeLetter } from './write-letter.server.ts';

/**
 * As many as one look serves: each claim judges caps and keeps the pace anew. Few enough, because whoever is taken ahead waits
 * for a slow mail server in memory, and where the sender stops goes back.
 */
const AT_ONCE = MOST_AT_ONCE;

export interface IntakeRules {
  /** Messages in hand, whose lease somebody renews. */
  hand: Set<ClaimedMessage>;
  /** Only so many, and no more. */
  most: number;
  mayGoOn(): boolean;
}

/** Claims what is due a few messages ahead of those who send, and has the letters written meanwhile. */
export class Intake {
  readonly #house: House;
  readonly #rules: IntakeRules;
  readonly #ahead: HeldMessage[] = [];
  #claiming: Promise<void> | null = null;
  #fault: { cause: unknown } | null = null;
  #left: number;
  claimed = 0;

  constructor(house: House, rules: IntakeRules) {
    this.#house = house;
    this.#rules = rules;
    this.#left = rules.most;
  }

  /** Null when nothing more is to be sent now. */
  async next(): Promise<HeldMessage | null> {
    for (;;) {
      if (this.#fault) throw this.#fault.cause;
      if (!this.#rules.mayGoOn()) return null;
      if (!this.#claiming && this.#left > 0 && this.#ahead.length < AT_ONCE / 2)
        this.#claiming = this.#claim();
      const held = this.#ahead.shift();
      if (held) return held;
      if (!this.#claiming) return null;
      await this.#claiming;
    }
  }

  /** Gives back what was claimed and not handed out. */
  async close(): Promise<void> {
    await this.#claiming;
    const left = this.#ahead.splice(0).map(({ message }) => message);
    if (left.length > 0) await retried(() => unclaim(this.#house.db, left));
    for (const message of left) this.#rules.hand.delete(message);
  }

  async #claim(): Promise<void> {
    try {
      const { db, engine, clock, env } = this.#house;
      const limit = Math.min(AT_ONCE, this.#left);
      const messages = await retried(() =>
        claimDue(db, engine, { now: clock.now(), limit, leaseMs: LEASE, pace: env.pace }),
      );
      this.#left = messages.length === 0 ? 0 : this.#left - messages.length;
      this.claimed += messages.length;
      for (const message of messages) this.#hold(message);
    } catch (cause) {
      this.#fault = { cause };
    } finally {
      this.#claiming = null;
    }
  }

  #hold(message: ClaimedMessage): void {
    this.#rules.hand.add(message);
    const letter = writeLetter(this.#house, message);
    // Whoever hands it over hears of it; one that is given back instead is nobody's trouble.
    letter.catch(() => undefined);
    this.#ahead.push({ message, letter });
  }
}
