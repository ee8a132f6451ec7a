import { same } from './same.ts';

interface ListMerge<T> {
  keyOf(one: T): string;
  /** Both have it, and both had it before. */
  mergeOne(was: T, mine: T, theirs: T): T;
  /** One dropped it, the other changed it: it stays. */
  onKept?(key: string, droppedBy: 'me' | 'them'): void;
}

/** Three-way merge of keyed lists: what each added, dropped and moved since `base` is done to one list. */
export function mergeList<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  merge: ListMerge<T>,
): T[] {
  const byKey = (list: readonly T[]) => new Map(list.map((one) => [merge.keyOf(one), one]));
  const [was, own, other] = [byKey(base), byKey(mine), byKey(theirs)];
  const settled = settleEach(was, own, other, merge);
  const order = mergeOrder([...was.keys()], [...own.keys()], [...other.keys()], settled);
  return order.map((key) => settled.get(key)!);
}

function settleEach<T>(
  base: ReadonlyMap<string, T>,
  mine: ReadonlyMap<string, T>,
  theirs: ReadonlyMap<string, T>,
  merge: ListMerge<T>,
): Map<string, T> {
  const settled = new Map<string, T>();
  for (const [key, own] of mine) {
    const [was, other] = [base.get(key), theirs.get(key)];
    if (other !== undefined) settled.set(key, was === undefined ? other : merge.mergeOne(was, own, other));
    else if (was === undefined) settled.set(key, own);
    else if (!same(own, was)) {
      settled.set(key, own);
      merge.onKept?.(key, 'them');
    }
  }
  for (const [key, other] of theirs) {
    if (mine.has(key)) continue;
    const was = base.get(key);
    if (was !== undefined && same(other, was)) continue;
    settled.set(key, other);
    if (was !== undefined) merge.onKept?.(key, 'me');
  }
  return settled;
}

/** Their order, with what I added or moved put back behind what it stands behind in mine. */
function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  settled: ReadonlyMap<string, unknown>,
): string[] {
  const movedByMe = movedIn(base, mine);
  const movedByThem = movedIn(base, theirs);
  const order = theirs.filter((key) => settled.has(key) && (!movedByMe.has(key) || movedByThem.has(key)));
  const placed = new Set(order);
  let before: string | undefined;
  for (const key of mine) {
    if (!settled.has(key)) continue;
    if (!placed.has(key)) {
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
      placed.add(key);
    }
    // What they moved tells nothing of where mine belongs.
    if (!movedByThem.has(key)) before = key;
  }
  return order;
}

/** The keys that changed places: all but the longest run that kept its order. */
function movedIn(base: readonly string[], list: readonly string[]): Set<string> {
  const places = new Map(base.map((key, at) => [key, at]));
  const common = list.filter((key) => places.has(key));
  const steady = longestRise(common.map((key) => places.get(key)!));
  return new Set(common.filter((_, at) => !steady.has(at)));
}

/** The places of a longest rising subsequence. */
function longestRise(numbers: readonly number[]): Set<number> {
  /** For each length the place of the smallest number that ends a rise of it. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [at, number] of numbers.entries()) {
    let length = ends.findIndex((end) => numbers[end]! >= number);
    if (length < 0) length = ends.length;
    previous[at] = length > 0 ? ends[length - 1] : undefined;
    ends[length] = at;
  }
  const rise = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) rise.add(at);
  return rise;
}
