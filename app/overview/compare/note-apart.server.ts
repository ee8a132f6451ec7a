import { logRefusal } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

/** Writes down that somebody wanted the change between two waves of which nothing can be said (DOMAIN R8). */
export async function noteApart(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  workspace: Workspace,
  actor: Actor,
): Promise<void> {
  const asked = 'waves compared';
  await logRefusal(db, workspace, { at: clock.now(), actor, code: 'WAVES_APART', asked });
}
