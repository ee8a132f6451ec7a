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
 * their end since.
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
    .innerJoin('lane_heard as heard', (on) =>
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
    .where((eb) =>
      eb.or([
        eb('r.seen', 'is', null),
        eb('r.seen', '!=', eb.ref('heard.responses')),
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

export interface SeriesRelease {
  questionKey: string;
  part: string;
  shown: number;
  next: number;
}

/** How far each series of ONE persona was shown, without what it holds. */
export async function listSeriesReleases(
  tx: Db,
  { workspace, waveId, personaId }: ReleaseLane,
): Promise<SeriesRelease[]> {
  return tx
    .selectFrom('series_release')
    .select(['question_key as questionKey', 'part', 'shown', 'next'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .execute();
}

/** What comes next of a series, and whether that is shown at once or what came next until now. */
export async function writeSeries(
  tx: Db,
  { workspace, waveId, personaId }: ReleaseLane,
  questionKey: string,
  { part, people, cells }: Series,
  shows: 'as_before' | 'what_was_next' | 'all',
): Promise<void> {
  const counts = JSON.stringify(
    cells.map(({ accountId, value, people }) => [accountId ?? NO_ACCOUNT, value, people]),
  );
  const lane = { workspace_id: workspace.id, wave_id: waveId, persona_id: personaId };
  const [shown, shown_counts] = shows === 'all' ? [people, counts] : [0, '[]'];
  await tx
    .insertInto('series_release')
    .values({
      ...lane,
      question_key: questionKey,
      part,
      shown,
      shown_counts,
      next: people,
      next_counts: counts,
    })
    .onConflict((on) =>
      on.columns(['workspace_id', 'wave_id', 'persona_id', 'question_key', 'part']).doUpdateSet((eb) => ({
        next: people,
        next_counts: counts,
        ...(shows === 'all' && { shown, shown_counts }),
        ...(shows === 'what_was_next' && {
          shown: eb.ref('series_release.next'),
          shown_counts: eb.ref('series_release.next_counts'),
        }),
      })),
    )
    .execute();
}
