import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { NO_ACCOUNT, type TallyRow } from '../lane-count.ts';
import type { TallyOf } from '../tally.store.server.ts';

/** What is shown of the answers of ONE persona to one question, in the form of the counters. No account has a name here. */
export async function readShown(db: Db, workspace: Workspace, of: TallyOf): Promise<TallyRow[]> {
  const shown = await readAllShown(db, workspace, { ...of, questionKeys: [of.questionKey] });
  return shown.get(of.questionKey) ?? [];
}

/** The same of several questions, each by its key. */
export async function readAllShown(
  db: Db,
  workspace: Workspace,
  of: Omit<TallyOf, 'questionKey'> & { questionKeys: readonly string[] },
): Promise<Map<string, TallyRow[]>> {
  if (of.questionKeys.length === 0) return new Map();
  const rows = await db
    .selectFrom('series_release')
    .select(['question_key', 'shown_counts'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', of.waveId)
    .where('persona_id', '=', of.personaId)
    .where('question_key', 'in', [...of.questionKeys])
    .execute();
  const series = Map.groupBy(rows, ({ question_key }) => question_key);
  return new Map(
    [...series].map(([key, own]) => [key, own.flatMap(({ shown_counts }) => readCounts(shown_counts))]),
  );
}

function readCounts(text: string): TallyRow[] {
  // Written by `writeSeries` alone.
  const counts = JSON.parse(text) as [string, string, number][];
  return counts.map(([accountId, value, people]) => ({
    accountId: accountId === NO_ACCOUNT ? null : accountId,
    accountName: null,
    value,
    people,
  }));
}

/** How many people of each persona were heard, wave by wave, as far as it is shown in confidence. */
export async function countShownIn(
  db: Db,
  workspace: Workspace,
  waveIds: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  const shown = new Map(waveIds.map((id) => [id, new Map<string, number>()]));
  if (waveIds.length === 0) return shown;
  const rows = await db
    .selectFrom('lane_release')
    .select(['wave_id', 'persona_id', 'shown'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', 'in', waveIds)
    .execute();
  for (const row of rows) shown.get(row.wave_id)!.set(row.persona_id, row.shown);
  return shown;
}

/** Responses of ONE persona that may be read one by one. */
export async function countOpened(
  db: Db,
  workspace: Workspace,
  waveId: string,
  personaId: string,
): Promise<number> {
  const row = await db
    .selectFrom('lane_release')
    .select('opened')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .executeTakeFirst();
  return row?.opened ?? 0;
}

/** True once all that was answered in a lane is shown, and nothing more comes. */
export async function isShownWhole(
  db: Db,
  workspace: Workspace,
  { waveId, personaId }: { waveId: string; personaId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('lane_release')
    .select('is_over')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .executeTakeFirst();
  return row?.is_over === 1;
}
