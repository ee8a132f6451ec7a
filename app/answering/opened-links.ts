/** More different numbers than a person taps by mistake, within this many ms. */
const MANY_NUMBERS = 3;
const WITHIN = 10_000;
/** How long an opening speaks against a press, in ms. */
const SPEAKS_FOR = 60_000;
/** A scanner opens whole mailings at once; what is older than that is not worth the room. */
const MOST_REMEMBERED = 20_000;

interface Openings {
  numbers: { value: string; at: number }[];
  manyAt: number;
  unseenAt: number;
}

/**
 * What machines do with links shortly before they press: opening every number of the mail, or a link that no person
 * sees. Remembered for a minute in this process and nowhere else, because opening a link never writes.
 */
export class OpenedLinks {
  readonly #openings = new Map<string, Openings>();

  /** `number` is the one tapped in the mail. */
  note(tokenHash: string, number: string, now: number): void {
    const seen = this.#of(tokenHash);
    seen.numbers = seen.numbers.filter(({ value, at }) => value !== number && now - at < WITHIN);
    seen.numbers.push({ value: number, at: now });
    if (seen.numbers.length > MANY_NUMBERS) seen.manyAt = now;
  }

  noteUnseen(tokenHash: string, now: number): void {
    this.#of(tokenHash).unseenAt = now;
  }

  /** True while nothing is remembered, which is most of the time. */
  get isEmpty(): boolean {
    return this.#openings.size === 0;
  }

  signsOf(tokenHash: string, now: number): { manyNumbers: boolean; unseenLink: boolean } {
    const seen = this.#openings.get(tokenHash);
    return {
      manyNumbers: seen !== undefined && now - seen.manyAt < SPEAKS_FOR,
      unseenLink: seen !== undefined && now - seen.unseenAt < SPEAKS_FOR,
    };
  }

  #of(tokenHash: string): Openings {
    const seen = this.#openings.get(tokenHash) ?? {
      numbers: [],
      manyAt: Number.NEGATIVE_INFINITY,
      unseenAt: Number.NEGATIVE_INFINITY,
    };
    this.#openings.delete(tokenHash);
    this.#openings.set(tokenHash, seen);
    if (this.#openings.size > MOST_REMEMBERED) this.#openings.delete(this.#openings.keys().next().value!);
    return seen;
  }
}
