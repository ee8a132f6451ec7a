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

/** People of one batch: nothing that is shown ever tells them apart. */
export interface Batch {
  readonly batch: number;
  readonly people: number;
}

/**
 * Up to which batch responses and texts may be read one by one: as many together as texts need, and while answers may come
 * as many more behind them, so that the last ones come together with enough others.
 * @param batches in their order; those after `shown` are not shown yet
 * @returns null to leave it as it is
 */
export function nextOpened(
  batches: readonly Batch[],
  { opened, shown }: { readonly opened: number; readonly shown: number },
  isOver: boolean,
  { texts }: ConfidencePolicy = CONFIDENCE,
): Batch | null {
  const after = (last: number) => sumOf(batches.filter(({ batch }) => batch > last));
  const may = batches.filter(({ batch }) => batch > opened && batch <= shown);
  const last = may.findLast(({ batch }) => isOver || after(batch) >= texts);
  if (!last || after(opened) - after(last.batch) < texts) return null;
  return { batch: last.batch, people: sumOf(batches) - after(last.batch) };
}

function sumOf(batches: readonly Batch[]): number {
  return batches.reduce((sum, { people }) => sum + people, 0);
}
