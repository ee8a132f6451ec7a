import { logRefusal } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

/** Writes down that somebody wanted a picture of several personas in one, or of nobody’s (DOMAIN R8). */
export async function notePicture(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  workspace: Workspace,
  { personas, actor }: { personas: readonly string[]; actor: Actor },
): Promise<void> {
  const code = personas.length > 1 ? 'PERSONA_MIX' : 'PERSONA_REQUIRED';
  await logRefusal(db, workspace, { at: clock.now(), actor, code, asked: 'picture' });
}
