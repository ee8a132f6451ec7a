import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** False when there is no such wave. */
export async function updateHeadline(
  db: Db,
  workspace: Workspace,
  { waveId, headline, memberId }: { waveId: string; headline: string | null; memberId: string },
): Promise<boolean> {
  const written = await db
    .updateTable('wave')
    .set({ headline, headline_by: headline === null ? null : memberId })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', waveId)
    .executeTakeFirst();
  return written.numUpdatedRows > 0n;
}

/** Puts one response's words on the overview, or none; false unless that response belongs to the lane. */
export async function updateChosen(
  db: Db,
  workspace: Workspace,
  { waveId, personaId, responseId }: { waveId: string; personaId: string; responseId: string | null },
): Promise<boolean> {
  if (responseId !== null) {
    const own = await db
      .selectFrom('response')
      .select('id')
      .where('workspace_id', '=', workspace.id)
      .where('id', '=', responseId)
      .where('wave_id', '=', waveId)
      .where('persona_id', '=', personaId)
      .executeTakeFirst();
    if (!own) return false;
  }
  const written = await db
    .updateTable('wave_lane')
    .set({ chosen_response_id: responseId })
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .executeTakeFirst();
  return written.numUpdatedRows > 0n;
}
