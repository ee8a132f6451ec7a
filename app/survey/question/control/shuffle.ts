/** The same list in an order that only the seed decides: steady when a page is drawn again (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], seed: string): T[] {
  const order = [...list];
  let state = hash(seed);
  for (let last = order.length - 1; last > 0; last -= 1) {
    state = next(state);
    const other = state % (last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** FNV-1a, 32 bits: enough to tell two respondents apart. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return state;
}

/** The 32-bit mixing step of splitmix: neighbouring seeds give unlike orders. */
function next(state: number): number {
  let mixed = (state + 0x9e3779b9) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97) >>> 0;
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
