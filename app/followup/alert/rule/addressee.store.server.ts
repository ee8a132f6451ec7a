import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Says whom a new rule mails. */
export async function insertAddressees(
  tx: Db,
  workspace: Workspace,
  { ruleId, memberIds }: { ruleId: string; memberIds: readonly string[] },
): Promise<void> {
  if (memberIds.length === 0) return;
  await tx
    .insertInto('alert_rule_member')
    .values(memberIds.map((member_id) => ({ workspace_id: workspace.id, rule_id: ruleId, member_id })))
    .execute();
}

/** Whom these rules mail, of those who are gone too. */
export async function listAddressees(
  db: Db,
  workspace: Workspace,
  ruleIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (ruleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('alert_rule_member')
    .select(['rule_id as ruleId', 'member_id as memberId'])
    .where('workspace_id', '=', workspace.id)
    .where('rule_id', 'in', ruleIds)
    .orderBy('member_id')
    .execute();
  const named = new Map<string, string[]>();
  for (const { ruleId, memberId } of rows) named.set(ruleId, [...(named.get(ruleId) ?? []), memberId]);
  return named;
}
