import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { rolesOf } from './role.store.server.ts';

/** The seats at an account that a person held last and holds no more, by persona, in lane order. */
export async function endedSeatsOf(
  db: Db,
  workspace: Workspace,
  { personId, accountId }: { personId: string; accountId: string },
): Promise<string[]> {
  const here = (await rolesOf(db, workspace, [personId])).filter((role) => role.accountId === accountId);
  const last = Math.max(0, ...here.map(({ endedAt }) => endedAt ?? 0));
  const ended = new Set(here.filter(({ endedAt }) => endedAt === last).map(({ personaId }) => personaId));
  const personas = await listPersonas(db, workspace);
  return personas.filter(({ id }) => ended.has(id)).map(({ name }) => name);
}
