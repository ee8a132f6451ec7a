/** Chance that falls the same way every time, so that the example is the same for everybody. */
export interface Dice {
  /** 0 to `sides` - 1. */
  roll(sides: number): number;
  pick<T>(from: readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
}

/** Mulberry32: 32 bits of state, plenty for a story and useless as a secret. */
export function createDice(seed: number): Dice {
  let state = seed;
  const roll = (sides: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides);
  };
  const shuffle = <T>(items: readonly T[]) => {
    const left = [...items];
    return items.map(() => left.splice(roll(left.length), 1)[0]!);
  };
  return { roll, pick: (from) => from[roll(from.length)]!, shuffle };
}
