import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { AlertRule, Watch } from './alert-rule.ts';

function rules(db: Db) {
  return db
    .selectFrom('alert_rule as r')
    .select(['r.workspace_id as workspaceId', 'r.id', 'r.programme_id as programmeId', 'r.name', 'r.kind'])
    .select(['r.persona_id as personaId', 'r.points', 'r.silent_days as silentDays'])
    .select(['r.renewal_days as renewalDays', 'r.within_days as withinDays', 'r.is_on as isOn'])
    .select(['r.since', 'r.looked_until as lookedUntil'])
    .where('r.gone_at', 'is', null);
}

type RuleRow = Awaited<ReturnType<ReturnType<typeof rules>['execute']>>[number];

/** In the order they were made. */
export async function listAlertRuleRows(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<AlertRule[]> {
  const rows = await rules(db)
    .where('r.workspace_id', '=', workspace.id)
    .where('r.programme_id', '=', programmeId)
    .orderBy('r.created_at')
    .orderBy('r.id')
    .execute();
  return rows.map(toRule);
}

export interface AlertRuleAtWork {
  workspaceId: string;
  rule: AlertRule;
  confidentiality: 'attributed' | 'confidential' | 'unlinkable';
}

/** Every rule that is switched on, of every workspace, with the promise of its programme; none of a programme that is shut. */
export async function listAlertRulesAtWork(db: Db): Promise<AlertRuleAtWork[]> {
  const rows = await rules(db)
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'r.workspace_id').onRef('p.id', '=', 'r.programme_id'),
    )
    .select('p.confidentiality')
    .where('r.is_on', '=', 1)
    .where('p.state', '!=', 'shut')
    .orderBy('r.workspace_id')
    .orderBy('r.id')
    .execute();
  return rows.map(({ confidentiality, ...row }) => ({
    ...{ confidentiality, workspaceId: row.workspaceId, rule: toRule(row) },
  }));
}

export async function insertAlertRule(
  tx: Db,
  workspace: Workspace,
  { watch, ...rule }: Omit<AlertRule, 'isOn' | 'lookedUntil'>,
): Promise<void> {
  const is = <K extends Watch['kind']>(kind: K) =>
    (watch.kind === kind ? watch : undefined) as Extract<Watch, { kind: K }> | undefined;
  await tx
    .insertInto('alert_rule')
    .values({
      ...{ workspace_id: workspace.id, id: rule.id, programme_id: rule.programmeId },
      ...{ persona_id: rule.personaId, name: rule.name, kind: watch.kind },
      points: is('fell')?.points ?? null,
      silent_days: is('silence')?.silentDays ?? null,
      renewal_days: is('silence')?.renewalDays ?? null,
      within_days: is('owed')?.withinDays ?? null,
      ...{ is_on: 1, since: rule.since, looked_until: rule.since, created_at: rule.since, gone_at: null },
    })
    .execute();
}

/** False where there is no such rule, or it stands so. */
export async function writeAlertSwitch(
  tx: Db,
  workspace: Workspace,
  { id, programmeId, isOn, at }: { id: string; programmeId: string; isOn: boolean; at: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('alert_rule')
    .set(isOn ? { is_on: 1, since: at, looked_until: at } : { is_on: 0 })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('programme_id', '=', programmeId)
    .where('gone_at', 'is', null)
    .where('is_on', '=', isOn ? 0 : 1)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes a rule away for good; what it raised stays. False where there is no such rule. */
export async function markRuleGone(
  tx: Db,
  workspace: Workspace,
  { id, programmeId, at }: { id: string; programmeId: string; at: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('alert_rule')
    .set({ is_on: 0, gone_at: at })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('programme_id', '=', programmeId)
    .where('gone_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whether the rule may still raise anything, in the transaction that does. */
export async function isRuleOn(tx: Db, workspace: Workspace, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('alert_rule')
    .select('is_on')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.is_on === 1;
}

/** Writes down how far a rule has looked; never back. */
export async function moveAlertLooked(
  db: Db,
  workspace: Workspace,
  id: string,
  until: number,
): Promise<void> {
  await db
    .updateTable('alert_rule')
    .set({ looked_until: until })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('looked_until', '<', until)
    .execute();
}

function toRule(row: RuleRow): AlertRule {
  const { id, programmeId, personaId, name, isOn, since, lookedUntil } = row;
  const about = { id, programmeId, personaId, name, since, lookedUntil };
  return { ...about, isOn: isOn === 1, watch: toWatch(row) };
}

/** The checks of the table say which cells each kind has. */
function toWatch({ kind, points, silentDays, renewalDays, withinDays }: RuleRow): Watch {
  switch (kind) {
    case 'fell':
      return { kind, points: points! };
    case 'silence':
      return { kind, silentDays: silentDays!, renewalDays: renewalDays! };
    case 'owed':
      return { kind, withinDays: withinDays! };
    case 'left':
      return { kind };
    default:
      return kind satisfies never;
  }
}
