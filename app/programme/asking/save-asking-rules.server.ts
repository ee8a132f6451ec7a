import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findAskingRules, writeAskingRules } from './asking-rules.store.server.ts';
import type { AskingRules } from './asking-rules.ts';

/** Writes the rules of a workspace. They hold from the next letter on, also for sends that are going. */
export async function saveAskingRules(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { rules, actor }: { rules: AskingRules; actor: Actor },
): Promise<void> {
  const at = clock.now();
  await db.transaction().execute(async (tx) => {
    const before = await findAskingRules(tx, workspace);
    await writeAskingRules(tx, workspace, rules, at);
    const entry = { id: ids.make(), at, actor, act: 'save_asking_rules', subject: workspace.id };
    await writeAudit(tx, workspace, { ...entry, detail: { before, after: rules } });
  });
}
