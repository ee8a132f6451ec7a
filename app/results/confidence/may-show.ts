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
  const left = parents.map((parent) => parent.people - people);
  return [...left, ...differences].every((rest) => isHidingEnough(rest, policy));
}

function isHidingEnough(people: number, policy: ConfidencePolicy): boolean {
  return people === 0 || people >= policy.people;
}
