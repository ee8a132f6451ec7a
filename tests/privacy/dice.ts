/** Numbers from 0 up to a bound, the same ones for the same seed. */
export type Dice = (below: number) => number;

export function seeded(seed: number): Dice {
  let state = seed >>> 0;
  // Mulberry32: small, and good enough to deal answers.
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function shuffled<T>(all: readonly T[], dice: Dice): T[] {
  const left = [...all];
  return all.map(() => left.splice(dice(left.length), 1)[0]!);
}
