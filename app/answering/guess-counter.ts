import { networkOf } from './network.ts';

/** Unknown links that a network may try in a minute before its next ones are answered slowly. */
export const FREE_GUESSES = 50;
const MINUTE = 60_000;
/** Networks remembered at a time: a few megabytes at most, whoever knocks. */
export const MOST_NETWORKS = 10_000;

/**
 * Counts unknown links by the network they were tried from. What was counted runs out again, fifty in a minute, so that
 * there is no turn of a minute at which a guesser begins anew.
 */
export class GuessCounter {
  readonly #levels = new Map<string, { level: number; at: number }>();

  /** Counts one more guess; true when its network has none left that are free. `now` in ms. */
  isOver(address: string, now: number): boolean {
    const network = networkOf(address);
    const before = this.#levels.get(network);
    const rest = before ? Math.max(0, before.level - ((now - before.at) / MINUTE) * FREE_GUESSES) : 0;
    const level = Math.min(rest + 1, 2 * FREE_GUESSES);
    // Written anew at the end, so that those who were quiet for longest are forgotten first.
    this.#levels.delete(network);
    this.#levels.set(network, { level, at: now });
    if (this.#levels.size > MOST_NETWORKS) this.#levels.delete(this.#levels.keys().next().value!);
    return level > FREE_GUESSES;
  }

  get size(): number {
    return this.#levels.size;
  }
}
