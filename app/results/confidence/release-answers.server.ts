import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { inSerialTransaction } from '#app/platform/serial-transaction.server.ts';
import { GRACE } from '#app/programme/wave/grace.ts';
import { countLane } from '../count-waiting.server.ts';
import { readThresholds } from '../read-thresholds.server.ts';
import { fillBatch, listBatches } from './batch.store.server.ts';
import { type ConfidencePolicy, policyFor } from './policy.ts';
import {
  countCounted,
  holdRelease,
  type LaneRelease,
  listLanesToRelease,
  listSeriesReleases,
  type ReleaseLane,
  readLaneCounted,
  writeRelease,
  writeSeries,
} from './release.store.server.ts';
import { nextOpened, nextRelease, type ReleaseStep } from './release.ts';
import { seriesOf } from './series.ts';

/** Moves on what is shown of answers given in confidence, lane by lane, where enough have come. */
export async function releaseAnswers(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  policyOf: typeof policyFor = policyFor,
): Promise<void> {
  for (const lane of await listLanesToRelease(db, clock.now() - GRACE)) {
    const policy = policyOf(await readThresholds(db, lane.workspace));
    await inSerialTransaction(db, (tx) => releaseLane(tx, lane, policy));
  }
}

/**
 * All that waits is counted first, so that what is counted and the responses of a batch are the same people. A lane is at its
 * end once nobody can answer and nothing was counted since the last look: an import, or what was held, is still being counted
 * when its wave is long closed.
 */
async function releaseLane(tx: Db, lane: ReleaseLane, policy: ConfidencePolicy): Promise<void> {
  await countLane(tx, lane);
  const before = await holdRelease(tx, lane);
  const counted = await countCounted(tx, lane);
  const isOver = lane.isOver && before.seen === counted;
  const step = nextRelease({ released: before.shown, staged: before.next }, counted, isOver, policy);
  const after = { ...moved(before, step, counted), seen: counted, isOver };
  if (step.kind !== 'wait') {
    await fillBatch(tx, lane, after.nextBatch);
    await releaseSeries(tx, lane, isOver, policy);
  }
  await writeRelease(tx, lane, { ...after, ...(await opened(tx, lane, after, policy)) });
}

/** What is staged and was never shown takes up what came last: the two are shown at once, and are one batch. */
function moved(before: LaneRelease, step: ReleaseStep, counted: number): LaneRelease {
  const { next, nextBatch } = before;
  switch (step.kind) {
    case 'wait':
      return before;
    case 'stage':
      return { ...before, next: counted, nextBatch: nextBatch + 1 };
    case 'advance':
      return { ...before, shown: next, shownBatch: nextBatch, next: counted, nextBatch: nextBatch + 1 };
    case 'finish': {
      const last = before.shownBatch + 1;
      return { ...before, shown: counted, next: counted, shownBatch: last, nextBatch: last };
    }
    default:
      return step satisfies never;
  }
}

async function opened(
  tx: Db,
  lane: ReleaseLane,
  { openedBatch, shownBatch, isOver }: LaneRelease,
  policy: ConfidencePolicy,
): Promise<Pick<LaneRelease, 'opened' | 'openedBatch'> | undefined> {
  if (openedBatch === shownBatch) return undefined;
  const at = { opened: openedBatch, shown: shownBatch };
  const next = nextOpened(await listBatches(tx, lane), at, isOver, policy);
  return next ? { opened: next.people, openedBatch: next.batch } : undefined;
}

/** Each series moves by itself: of a batch of people, few may have answered one question. */
async function releaseSeries(
  tx: Db,
  lane: ReleaseLane,
  isOver: boolean,
  policy: ConfidencePolicy,
): Promise<void> {
  const known = new Map(
    (await listSeriesReleases(tx, lane)).map((one) => [`${one.questionKey} ${one.part}`, one]),
  );
  const byQuestion = Map.groupBy(await readLaneCounted(tx, lane), ({ questionKey }) => questionKey);
  for (const [questionKey, cells] of byQuestion)
    for (const series of seriesOf(cells)) {
      const { shown, next } = known.get(`${questionKey} ${series.part}`) ?? { shown: 0, next: 0 };
      const step = nextRelease({ released: shown, staged: next }, series.people, isOver, policy);
      if (step.kind === 'wait') continue;
      await writeSeries(tx, lane, questionKey, series, SHOWS[step.kind]);
    }
}

const SHOWS = { stage: 'as_before', advance: 'what_was_next', finish: 'all' } as const;
