import type { Db } from '#app/platform/db.server.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { NO_ACCOUNT } from '../lane-count.ts';
import type { Series, SeriesCell } from './series.ts';

/** One persona of one wave whose answers are given in confidence, and how far it was shown. */
export interface ReleaseLane {
  workspace: Workspace;
  waveId: string;
  personaId: string;
  /** Nobody can answer any more. */
  isOver: boolean;
}

/**
 * Lanes in confidence, of every workspace, of which more was counted than when they were looked at last, or that came to
 * their end since. One of which nobody answered is looked at as any other: otherwise it would never come to its end, and whoever
 * reads would know that nobody did.
 * @param endedBy ms; a wave closed by then takes no answers
 */
export async function listLanesToRelease(db: Db, endedBy: number): Promise<ReleaseLane[]> {
  const rows = await db
    .selectFrom('programme as p')
    .innerJoin('wave_lane as l', (on) =>
      on.onRef('l.workspace_id', '=', 'p.workspace_id').onRef('l.programme_id', '=', 'p.id'),
    )
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'l.workspace_id').onRef('w.id', '=', 'l.wave_id'),
    )
    .leftJoin('lane_heard as heard', (on) =>
      on
        .onRef('heard.workspace_id', '=', 'l.workspace_id')
        .onRef('heard.wave_id', '=', 'l.wave_id')
        .onRef('heard.persona_id', '=', 'l.persona_id'),
    )
    .leftJoin('lane_release as r', (on) =>
      on
        .onRef('r.workspace_id', '=', 'l.workspace_id')
        .onRef('r.wave_id', '=', 'l.wave_id')
        .onRef('r.persona_id', '=', 'l.persona_id'),
    )
    .select(['l.workspace_id', 'l.wave_id', 'l.persona_id', 'w.closed_at'])
    .where('p.confidentiality', '!=', 'attributed')
    .where('w.state', '!=', 'draft')
    .where((eb) =>
      eb.or([
        eb('r.seen', 'is', null),
        eb('r.seen', '!=', eb.fn.coalesce('heard.responses', eb.val(0))),
        eb.and([eb('r.is_over', '=', 0), eb('w.closed_at', '<', endedBy)]),
      ]),
    )
    .execute();
  return rows.map((row) => ({
    workspace: mintWorkspace(row.workspace_id),
    waveId: row.wave_id,
    personaId: row.persona_id,
    isOver: row.closed_at !== null && row.closed_at < endedBy,
  }));
}

export interface LaneRelease {
  shown: number;
  next: number;
  shownBatch: number;
  nextBatch: number;
  seen: number;
  isOver: boolean;
  opened: number;
  openedBatch: number;
}

/** How far a lane was shown, held until the transaction ends: of two that release at once, the second waits here. */
export async function holdRelease(
  tx: Db,
  { workspace, waveId, personaId }: ReleaseLane,
): Promise<LaneRelease> {
  await tx
    .insertInto('lane_release')
    .values({
      ...{ workspace_id: workspace.id, wave_id: waveId, persona_id: personaId },
      ...{
        shown: 0,
        next: 0,
        shown_batch: 0,
        next_batch: 0,
        seen: 0,
        is_over: 0,
        opened: 0,
        opened_batch: 0,
      },
    })
    .onConflict((on) =>
      on
        .columns(['workspace_id', 'wave_id', 'persona_id'])
        .doUpdateSet((eb) => ({ seen: eb.ref('lane_release.seen') })),
    )
    .execute();
  const row = await tx
    .selectFrom('lane_release')
    .select(['shown', 'next', 'seen', 'opened', 'is_over'])
    .select(['shown_batch as shownBatch', 'next_batch as nextBatch', 'opened_batch as openedBatch'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .executeTakeFirstOrThrow();
  const { is_over, ...release } = row;
  return { ...release, isOver: is_over === 1 };
}

export async function writeRelease(
  tx: Db,
  { workspace, waveId, personaId }: ReleaseLane,
  { isOver, shownBatch, nextBatch, openedBatch, ...people }: LaneRelease,
): Promise<void> {
  await tx
    .updateTable('lane_release')
    .set({
      ...{ ...people, is_over: isOver ? 1 : 0 },
      ...{ shown_batch: shownBatch, next_batch: nextBatch, opened_batch: openedBatch },
    })
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .execute();
}

export interface CountedCell extends SeriesCell {
  questionKey: string;
}

/** How many people of a lane are counted. */
export async function countCounted(tx: Db, { workspace, waveId, personaId }: ReleaseLane): Promise<number> {
  const row = await tx
    .selectFrom('lane_heard')
    .select('responses')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .executeTakeFirst();
  return row?.responses ?? 0;
}

/** All that is counted of ONE persona in a wave. */
export async function readLaneCounted(
  tx: Db,
  { workspace, waveId, personaId }: ReleaseLane,
): Promise<CountedCell[]> {
  const rows = await tx
    .selectFrom('answer_tally')
    .select(['question_key', 'account_id', 'value', 'people'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .execute();
  return rows.map(({ question_key, account_id, value, people }) => ({
    questionKey: question_key,
    accountId: account_id === NO_ACCOUNT ? null : account_id,
    value,
    people,
  }));
}

/** How far a series is shown, and what it holds, as JSON. */
export interface SeriesRelease {
  questionKey: string;
  part: string;
  shown: number;
  next: number;
  shownCounts: string;
  nextCounts: string;
}

/** How far each series of ONE persona is shown. */
export async function listSeriesReleases(
  tx: Db,
  { workspace, waveId, personaId }: ReleaseLane,
): Promise<SeriesRelease[]> {
  return tx
    .selectFrom('series_release')
    .select(['question_key as questionKey', 'part', 'shown', 'next'])
    .select(['shown_counts as shownCounts', 'next_counts as nextCounts'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .execute();
}

/** Puts a series in the place of what it was: values are never changed where they lie. */
export async function replaceSeries(
  tx: Db,
  { workspace, waveId, personaId }: ReleaseLane,
  { questionKey, part, shown, next, shownCounts, nextCounts }: SeriesRelease,
): Promise<void> {
  const key = {
    ...{ workspace_id: workspace.id, wave_id: waveId, persona_id: personaId },
    ...{ question_key: questionKey, part },
  };
  await tx
    .deleteFrom('series_release')
    .where('workspace_id', '=', key.workspace_id)
    .where('wave_id', '=', key.wave_id)
    .where('persona_id', '=', key.persona_id)
    .where('question_key', '=', questionKey)
    .where('part', '=', part)
    .execute();
  await tx
    .insertInto('series_release')
    .values({ ...key, shown, next, shown_counts: shownCounts, next_counts: nextCounts })
    .execute();
}

/** The cells of a series as they are kept. */
export function writtenCounts({ cells }: Series): string {
  return JSON.stringify(
    cells.map(({ accountId, value, people }) => [accountId ?? NO_ACCOUNT, value, people]),
  );
}
