import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findProgramme } from '#app/programme/programme.store.server.ts';
import { ThemeSize } from './theme-size.ts';
import { writeThemeSize } from './waiting.store.server.ts';

/** Says from how many speakers of one persona on a theme waits for a decision. False for a programme that asks nobody. */
export async function setThemeSize(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { programmeId, speakers: said, actor }: { programmeId: string; speakers: number; actor: Actor },
): Promise<boolean> {
  const speakers = ThemeSize.parse(said);
  return inTransaction(db, async (tx) => {
    const programme = await findProgramme(tx, workspace, programmeId);
    if (!programme || programme.origin === 'imported') return false;
    await writeThemeSize(tx, workspace, { programmeId, speakers });
    const entry = { id: ids.make(), at: clock.now(), actor, act: 'set_theme_size', subject: programmeId };
    await writeAudit(tx, workspace, { ...entry, detail: { speakers } });
    return true;
  });
}
