import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Waves of a programme that asked this persona and were closed from one moment to another. */
export async function listClosed(
  db: Db,
  workspace: Workspace,
  of: { programmeId: string; personaId: string; from: number; until: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('wave_lane as l')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'l.workspace_id').onRef('w.id', '=', 'l.wave_id'),
    )
    .select('w.id')
    .where('l.workspace_id', '=', workspace.id)
    .where('l.programme_id', '=', of.programmeId)
    .where('l.persona_id', '=', of.personaId)
    .where('w.closed_at', '>=', of.from)
    .where('w.closed_at', '<=', of.until)
    .orderBy('w.closed_at')
    .execute();
  return rows.map(({ id }) => id);
}
