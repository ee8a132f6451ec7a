import { logRefusal } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { SortRefusal } from './listed.ts';

/** Writes down that somebody wanted accounts in the order of a score that they do not have (DOMAIN R8). */
export async function noteRefusedSort(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  workspace: Workspace,
  { refusal: { code }, actor }: { refusal: SortRefusal; actor: Actor },
): Promise<void> {
  await logRefusal(db, workspace, { at: clock.now(), actor, code, asked: 'accounts sorted by score' });
}
