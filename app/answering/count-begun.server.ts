import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countBegunOf, findUnsent } from './begun.store.server.ts';

/**
 * How many of one persona in a wave filled in something and have not sent it, also where they can send it no more. Opening a
 * link counts for nothing: scanners do that. For answers that carry names alone: each answer sent lowers it.
 */
export async function countBegun(
  db: Db,
  workspace: Workspace,
  { waveId, personaId }: { waveId: string; personaId: string },
): Promise<number> {
  const lane = { workspaceId: workspace.id, waveId, personaId };
  return (await countBegunOf(db, lane)) + (await findUnsent(db, lane));
}
