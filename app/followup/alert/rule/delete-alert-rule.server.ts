import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { markRuleGone } from './alert-rule.store.server.ts';

/** Deletes a rule; the alerts that it raised stay. False where there is no such rule. */
export async function deleteAlertRule(
  house: House,
  workspace: Workspace,
  { ruleId, programmeId, actor }: { ruleId: string; programmeId: string; actor: Actor },
): Promise<boolean> {
  return inTransaction(house.db, async (tx) => {
    const at = house.clock.now();
    if (!(await markRuleGone(tx, workspace, { id: ruleId, programmeId, at }))) return false;
    await writeAudit(tx, workspace, {
      ...{ id: house.ids.make(), at, actor, act: 'delete_alert_rule', subject: ruleId, detail: {} },
    });
    return true;
  });
}
