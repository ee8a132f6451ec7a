import { MailRefused } from '#app/platform/mail.ts';
import { type Rest, restAfter } from './rest-after.ts';

/** How a sender fares with its mail server, and until when it rests. Kept by each process for itself. */
export class SenderLuck {
  #rests = 0;
  #broken = 0;
  #restsUntil = 0;
  #why = '';

  /** What it rests for, and for how long still; null while it works. */
  restAt(now: number): Rest | null {
    return now < this.#restsUntil ? { ms: this.#restsUntil - now, why: this.#why } : null;
  }

  /** After a rest one mail goes ahead of the others. */
  get isTrying(): boolean {
    return this.#rests > 0;
  }

  meetTaken(): void {
    this.#rests = 0;
    this.#broken = 0;
  }

  /** The rest that begins with this fault, or goes on: mails that were on their way together meet the same one. */
  meetFault(fault: unknown, now: number): Rest | null {
    const resting = this.restAt(now);
    if (resting) return resting;
    // Who answers is there, whatever was said of one mail.
    this.#broken = fault instanceof MailRefused ? 0 : this.#broken + 1;
    const rest = restAfter(fault, { rests: this.#rests, broken: this.#broken });
    if (!rest) return null;
    this.#rests += 1;
    this.#broken = 0;
    this.#restsUntil = now + rest.ms;
    this.#why = rest.why;
    return rest;
  }
}
