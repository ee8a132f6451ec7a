import type { Db } from '#app/platform/db.server.ts';
import { preparedQuery } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type AskingRules, FIRST_RULES } from './asking-rules.ts';

const find = preparedQuery((db, slot) =>
  db.selectFrom('asking_rule').selectAll().where('workspace_id', '=', slot('workspaceId')),
);

/** The rules of a workspace; the ones it starts with until it writes its own. */
export async function findAskingRules(db: Db, workspace: Workspace): Promise<AskingRules> {
  const [row] = await find(db, { workspaceId: workspace.id });
  if (!row) return FIRST_RULES;
  return {
    restDays: row.rest_days,
    roleRestDays: row.role_rest_days,
    accountWeek: row.account_week,
    hoursFrom: row.hours_from,
    hoursTo: row.hours_to,
    weekdays: row.weekdays.split(',').map(Number),
    quietDays: JSON.parse(row.quiet_days) as string[],
    timeZone: row.time_zone,
    debtPercent: row.debt_percent,
  };
}

export async function writeAskingRules(
  db: Db,
  workspace: Workspace,
  rules: AskingRules,
  at: number,
): Promise<void> {
  const cells = {
    rest_days: rules.restDays,
    role_rest_days: rules.roleRestDays,
    account_week: rules.accountWeek,
    hours_from: rules.hoursFrom,
    hours_to: rules.hoursTo,
    weekdays: rules.weekdays.join(','),
    quiet_days: JSON.stringify(rules.quietDays),
    time_zone: rules.timeZone,
    debt_percent: rules.debtPercent,
    updated_at: at,
  };
  await db
    .insertInto('asking_rule')
    .values({ workspace_id: workspace.id, ...cells })
    .onConflict((on) => on.column('workspace_id').doUpdateSet(cells))
    .execute();
}
