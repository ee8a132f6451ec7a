import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { inSerialTransaction } from '#app/platform/serial-transaction.server.ts';
import { GRACE } from '#app/programme/wave/grace.ts';
import { countLane, countRest } from '../count-waiting.server.ts';
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
  replaceSeries,
  type SeriesRelease,
  writeRelease,
  writtenCounts,
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
    // Slice by slice, so that respondents get their turns between them; the transaction that shows finds what came meanwhile.
    await countLane(db, lane);
    await inSerialTransaction(db, (tx) => releaseLane(tx, lane, policy));
  }
}

/**
 * What still waits is counted first, so that what is counted and the responses of a batch are the same people; where more came
 * meanwhile than one slice, the next look shows. A lane is at its end once nobody can answer and nothing was counted since the
 * last look: an import, or what was held, is still being counted when its wave is long closed.
 */
async function releaseLane(tx: Db, lane: ReleaseLane, policy: ConfidencePolicy): Promise<void> {
  if (!(await countRest(tx, lane))) return;
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
  { openedBatch, shownBatch, shown, isOver }: LaneRelease,
  policy: ConfidencePolicy,
): Promise<Pick<LaneRelease, 'opened' | 'openedBatch'> | undefined> {
  if (openedBatch === shownBatch) return undefined;
  const at = { opened: openedBatch, shown: shownBatch };
  const next = nextOpened(await listBatches(tx, lane), at, isOver, policy);
  return next ? { opened: Math.min(next.people, shown), openedBatch: next.batch } : undefined;
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
      const { part, people: next } = series;
      const before = known.get(`${questionKey} ${part}`) ?? NOT_SHOWN;
      const step = nextRelease({ released: before.shown, staged: before.next }, next, isOver, policy);
      if (step.kind === 'wait') continue;
      const nextCounts = writtenCounts(series);
      const shown = shownOf(step.kind, before, { next, nextCounts });
      await replaceSeries(tx, lane, { questionKey, part, next, nextCounts, ...shown });
    }
}

type Shown = Pick<SeriesRelease, 'shown' | 'shownCounts'>;
type Next = Pick<SeriesRelease, 'next' | 'nextCounts'>;

const NOT_SHOWN: Shown & Next = { shown: 0, next: 0, shownCounts: '[]', nextCounts: '[]' };

function shownOf(step: 'stage' | 'advance' | 'finish', before: Shown & Next, now: Next): Shown {
  if (step === 'stage') return { shown: before.shown, shownCounts: before.shownCounts };
  const { next: shown, nextCounts: shownCounts } = step === 'finish' ? now : before;
  return { shown, shownCounts };
}
