import { CONFIDENCE, type ConfidencePolicy } from './policy.ts';

/** People behind one number that would be shown. */
export interface ShownCell {
  readonly people: number;
}

/**
 * Whether a number may be shown beside what can already be seen.
 * @param parents every visible number that these people are a part of
 * @param differences by how many people (the ones only here and the ones only there) it differs from each number that was
 *   released before, of the same question
 */
export function mayShow(
  { people }: ShownCell,
  parents: readonly ShownCell[] = [],
  differences: readonly number[] = [],
  policy: ConfidencePolicy = CONFIDENCE,
): boolean {
  if (people < policy.people) return false;
  const left = policy.complements ? parents.map((parent) => parent.people - people) : [];
  return [...left, ...differences].every((rest) => isHidingEnough(rest, policy));
}

export interface PartCell extends ShownCell {
  readonly key: string;
}

/**
 * Which parts of a whole may be shown: parts share nobody, and together they are the whole, whose number can be seen. Where
 * too few people are left in what is hidden, the smallest of the shown is hidden with them, so that nobody can subtract
 * (secondary suppression). Empty parts are hidden as small ones are: that nobody answered is said of nobody.
 */
export function shownParts(
  parts: readonly PartCell[],
  policy: ConfidencePolicy = CONFIDENCE,
): ReadonlySet<string> {
  const shown = [...parts]
    .filter(({ people }) => people >= policy.people)
    // Equal ones in the order of their keys: the same parts give the same answer each time.
    .sort((a, b) => a.people - b.people || (a.key < b.key ? -1 : 1));
  if (!policy.complements) return new Set(shown.map(({ key }) => key));
  let hidden = parts.reduce((sum, { people }) => sum + (people < policy.people ? people : 0), 0);
  while (!isHidingEnough(hidden, policy)) {
    const smallest = shown.shift();
    if (!smallest) break;
    hidden += smallest.people;
  }
  return new Set(shown.map(({ key }) => key));
}

function isHidingEnough(people: number, policy: ConfidencePolicy): boolean {
  return people === 0 || people >= policy.people;
}
