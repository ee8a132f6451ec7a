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

const LONGEST_ADDRESS = 64;

/** The network that one household or office is given: a /24 of IPv4, a /56 of IPv6. */
export function networkOf(address: string): string {
  const plain = address.replace(/^\[|\].*$|%.*$/g, '').toLowerCase();
  const [, v4] = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(plain) ?? [];
  if (v4 !== undefined) return v4;
  const groups = groupsOf(plain);
  if (!groups) return plain.slice(0, LONGEST_ADDRESS);
  const [first, second, third, fourth] = groups;
  return [first, second, third, fourth!.slice(0, 2)].join(':');
}

/** The first four groups of an IPv6 address, four digits each; null for anything else. */
function groupsOf(address: string): string[] | null {
  if (!/^[0-9a-f:.]{2,45}$/.test(address) || !address.includes(':')) return null;
  const [head = '', tail, ...rest] = address.split('::');
  if (rest.length > 0) return null;
  const written = (part: string) => (part === '' ? [] : part.split(':'));
  const before = written(head);
  const after = written(tail ?? '');
  // A group of zeros stands wherever `::` left it out; a dotted end fills two.
  const dotted = address.includes('.') ? 1 : 0;
  const missing = tail === undefined ? 0 : Math.max(0, 8 - dotted - before.length - after.length);
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after];
  if (groups.length + dotted !== 8 || groups.some((group) => group.length === 0)) return null;
  return groups.slice(0, 4).map((group) => group.padStart(4, '0'));
}
