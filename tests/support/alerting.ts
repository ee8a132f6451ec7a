import { markSeen } from '#app/followup/alert/mark-seen.server.ts';
import { listAlertRuleRows } from '#app/followup/alert/rule/alert-rule.store.server.ts';
import { createAlertRule, type NewAlertRule } from '#app/followup/alert/rule/create-alert-rules.server.ts';
import { switchAlertRule } from '#app/followup/alert/rule/switch-alert-rule.server.ts';
import { type Finding, raiseAlert } from '#app/followup/alert/watching/raise-alert.server.ts';
import type { Desk } from './asking.ts';

/** An alert rule of buyers who say that they left, or as `more` says; its id. */
export async function makeAlertRule(
  { house, workspace, memberId: actor }: Desk,
  programmeId: string,
  more: Partial<NewAlertRule> = {},
): Promise<string> {
  const rule = { programmeId, personaId: 'buyer', name: 'Look at buyers', watch: { kind: 'left' } } as const;
  const made = await createAlertRule(house, workspace, { ...rule, memberIds: [actor], actor, ...more });
  if (made.kind !== 'created') throw new Error(JSON.stringify(made));
  return made.ids[0]!;
}

/** Every alert of the workspace as its row stands, in the order they were raised. */
export function alerts({ house, workspace }: Desk) {
  return house.db
    .selectFrom('alert')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .orderBy('id')
    .execute();
}

/** Every mail of an alert. */
export function alertMails({ house, workspace }: Desk) {
  return house.db
    .selectFrom('notice')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .where('kind', '=', 'alert')
    .orderBy('about')
    .execute();
}

/** Raises an alert by a rule, as if it had found this. */
export async function raiseBy(
  { house, workspace }: Desk,
  { programmeId, ruleId }: { programmeId: string; ruleId: string },
  found: Partial<Finding> & Pick<Finding, 'what'>,
): Promise<void> {
  const rule = (await listAlertRuleRows(house.db, workspace, programmeId)).find(({ id }) => id === ruleId);
  const finding = { about: house.ids.make(), waveId: null, accountId: null, personId: null, ...found };
  if (!rule || !(await raiseAlert(house, workspace, rule, finding))) throw new Error('not raised');
}

/** Leaves alerts that were seen and were not, and rules that are on and off. */
export async function leaveAlerts(desk: Desk, waveId: string): Promise<void> {
  const { house, workspace, memberId } = desk;
  const { programme_id: programmeId } = await house.db
    .selectFrom('wave')
    .select('programme_id')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', waveId)
    .executeTakeFirstOrThrow();
  const role = await house.db
    .selectFrom('role_assignment')
    .select(['person_id as personId', 'account_id as accountId'])
    .where('workspace_id', '=', workspace.id)
    .where('persona_id', '=', 'buyer')
    .executeTakeFirstOrThrow();
  const leavers = await makeAlertRule(desk, programmeId, { name: 'A buyer left' });
  const left = 'Buyers: somebody said that they have left the account. A seat stands empty there.';
  await raiseBy(desk, { programmeId, ruleId: leavers }, { ...role, what: left });
  const [first] = await alerts(desk);
  await markSeen(house, workspace, { ids: [first!.id], memberId });
  await raiseBy(desk, { programmeId, ruleId: leavers }, { ...role, what: left });
  const watch = { kind: 'fell', points: 20 } as const;
  const falls = await makeAlertRule(desk, programmeId, { name: 'Buyers fall by 20 points', watch });
  const fell =
    'Buyers fell by 45 points from +25 in “Autumn” (11 of 14 heard) to −20 in “Spring” (10 of 12 heard): down, the difference is between −80 and −10.';
  await raiseBy(desk, { programmeId, ruleId: falls }, { waveId, what: fell });
  await switchAlertRule(house, workspace, { ruleId: falls, programmeId, isOn: false, actor: memberId });
}
