import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

interface AskedAs {
  personaId: string;
  versionId: string;
}

/**
 * Adds people to those asked in each lane of a wave, in the transaction that asks them and always in one order. How many
 * letters of the lane went out is to be counted anew.
 */
export async function addAsked(
  tx: Db,
  workspace: Workspace,
  waveId: string,
  asked: readonly AskedAs[],
): Promise<void> {
  const lanes = [...Map.groupBy(asked, ({ personaId }) => personaId)].sort(([a], [b]) => (a < b ? -1 : 1));
  if (lanes.length === 0) return;
  await tx
    .insertInto('lane_asked')
    .values(
      lanes.map(([personaId, own]) => ({
        workspace_id: workspace.id,
        wave_id: waveId,
        persona_id: personaId,
        survey_version_id: own[0]!.versionId,
        people: own.length,
        delivered: null,
      })),
    )
    .onConflict((on) =>
      on.columns(['workspace_id', 'wave_id', 'persona_id']).doUpdateSet((eb) => ({
        people: eb('lane_asked.people', '+', eb.ref('excluded.people')),
        ...{ delivered: null, unreached: null },
      })),
    )
    .execute();
}

/** Has those whom no letter reached counted anew, in the transaction that may make one of them more or less. */
export async function forgetUnreached(
  tx: Db,
  workspace: Workspace,
  { waveId, personaId }: { waveId: string; personaId: string },
): Promise<void> {
  await tx
    .updateTable('lane_asked')
    .set({ unreached: null })
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .where('unreached', 'is not', null)
    .execute();
}

/** How many role assignments each wave has asked, by persona. */
export async function countInvited(
  db: Db,
  workspace: Workspace,
): Promise<Map<string, { personaId: string; people: number }[]>> {
  const rows = await db
    .selectFrom('lane_asked')
    .select(['wave_id', 'persona_id as personaId', 'people'])
    .where('workspace_id', '=', workspace.id)
    .execute();
  const byWave = new Map<string, { personaId: string; people: number }[]>();
  for (const { wave_id: id, personaId, people } of rows)
    byWave.set(id, [...(byWave.get(id) ?? []), { personaId, people }]);
  return byWave;
}
