import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { KeptCut } from './cut.ts';

export interface LaneOf {
  waveId: string;
  personaId: string;
}

/** The one way in which the answers of a confidential lane are broken down, as it stood when it was decided. */
export async function findCut(
  db: Db,
  workspace: Workspace,
  { waveId, personaId }: LaneOf,
): Promise<KeptCut | null> {
  const row = await db
    .selectFrom('lane_cut')
    .select(['attribute_id', 'name', 'cells', 'people'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .executeTakeFirst();
  if (!row) return null;
  const groups = JSON.parse(row.cells) as [accountId: string, key: string, label: string][];
  return {
    attributeId: row.attribute_id,
    name: row.name,
    people: row.people,
    groups: new Map(groups.map(([accountId, key, label]) => [accountId, { key, label }])),
  };
}

/** False where another way was decided before. */
export async function insertCut(
  tx: Db,
  workspace: Workspace,
  { waveId, personaId }: LaneOf,
  cut: KeptCut,
  decided: { by: string; at: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('lane_cut')
    .values({
      workspace_id: workspace.id,
      wave_id: waveId,
      persona_id: personaId,
      attribute_id: cut.attributeId,
      name: cut.name,
      people: cut.people,
      cells: JSON.stringify([...cut.groups].map(([accountId, { key, label }]) => [accountId, key, label])),
      decided_by: decided.by,
      decided_at: decided.at,
    })
    .onConflict((on) => on.columns(['workspace_id', 'wave_id', 'persona_id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}
