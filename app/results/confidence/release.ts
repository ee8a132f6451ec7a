import { CONFIDENCE, type ConfidencePolicy } from './policy.ts';

/** How many people stand behind what is shown, behind what will be shown next, and behind all there is. */
export interface ReleaseState {
  readonly released: number;
  readonly staged: number;
}

/** What becomes shown and what becomes the next to be: by people. */
export type ReleaseStep =
  | { readonly kind: 'wait' }
  | { readonly kind: 'stage' }
  /** What was staged is shown, and all there is is staged. */
  | { readonly kind: 'advance' }
  /** All there is is shown. */
  | { readonly kind: 'finish' };

/**
 * Whether what is shown moves on. While answers may come it is one batch behind: what was staged shows once as many again
 * have come. So whatever number comes last, what is shown at the end adds enough people to what was shown before, and no
 * answer is lost for having come late.
 * @param live people counted by now
 * @param isOver nobody can answer any more
 */
export function nextRelease(
  { released, staged }: ReleaseState,
  live: number,
  isOver: boolean,
  policy: ConfidencePolicy = CONFIDENCE,
): ReleaseStep {
  if (isOver) return live - released >= policy.people ? { kind: 'finish' } : { kind: 'wait' };
  if (live - staged < batchAfter(staged, policy)) return { kind: 'wait' };
  return { kind: staged === released ? 'stage' : 'advance' };
}

/** Batches grow with what is there, so that taking them costs no more than the answers did. */
function batchAfter(staged: number, { people }: ConfidencePolicy): number {
  return Math.max(people, Math.ceil(staged / 50));
}

/**
 * How many of the rows or texts that wait may be shown: all once nobody can answer any more, otherwise all but as many as
 * make the last batch; 0 to wait.
 */
export function rowsToRelease(
  waiting: number,
  isOver: boolean,
  { texts }: ConfidencePolicy = CONFIDENCE,
): number {
  const may = isOver ? waiting : waiting - texts;
  return may >= texts ? may : 0;
}
