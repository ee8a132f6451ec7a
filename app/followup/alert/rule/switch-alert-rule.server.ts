import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { writeAlertSwitch } from './alert-rule.store.server.ts';

/** Switches a rule on, for what comes from now on, or off. False where there is no such rule, or it stands so. */
export async function switchAlertRule(
  house: House,
  workspace: Workspace,
  { ruleId, programmeId, isOn, actor }: { ruleId: string; programmeId: string; isOn: boolean; actor: Actor },
): Promise<boolean> {
  return inTransaction(house.db, async (tx) => {
    const at = house.clock.now();
    if (!(await writeAlertSwitch(tx, workspace, { id: ruleId, programmeId, isOn, at }))) return false;
    await writeAudit(tx, workspace, {
      ...{ id: house.ids.make(), at, actor, act: 'switch_alert_rule', subject: ruleId, detail: { isOn } },
    });
    return true;
  });
}
