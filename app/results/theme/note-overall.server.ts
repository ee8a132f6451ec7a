import { logRefusal } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

/** Writes down that somebody wanted the themes of all personas in one order, and got the list of each (DOMAIN R8). */
export async function noteOverall(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  workspace: Workspace,
  { waveId, actor }: { waveId: string; actor: Actor },
): Promise<void> {
  // Never what `sort` said: that is any text, and each one would be a line of its own that nobody can take away.
  const asked = JSON.stringify({ themes: waveId });
  await logRefusal(db, workspace, { at: clock.now(), actor, code: 'PERSONA_REQUIRED', asked });
}
