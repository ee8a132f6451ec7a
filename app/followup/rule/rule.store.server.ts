import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Rule, Trigger } from './rule.ts';

function rules(db: Db) {
  return db
    .selectFrom('follow_up_rule as r')
    .select(['r.workspace_id as workspaceId', 'r.id', 'r.programme_id as programmeId', 'r.kind', 'r.what'])
    .select(['r.persona_id as personaId', 'r.survey_id as surveyId', 'r.question_key as questionKey'])
    .select(['r.at_most as atMost', 'r.choice_key as choiceKey', 'r.silent_days as silentDays'])
    .select(['r.renewal_days as renewalDays', 'r.owner_id as ownerId', 'r.hours', 'r.is_on as isOn'])
    .select(['r.since', 'r.looked_until as lookedUntil', 'r.theme_id as themeId']);
}

type RuleRow = Awaited<ReturnType<ReturnType<typeof rules>['execute']>>[number];

/** In the order they were made. */
export async function listRuleRows(db: Db, workspace: Workspace, programmeId: string): Promise<Rule[]> {
  const rows = await rules(db)
    .where('r.workspace_id', '=', workspace.id)
    .where('r.programme_id', '=', programmeId)
    .orderBy('r.created_at')
    .orderBy('r.id')
    .execute();
  return rows.map(toRule);
}

export interface RuleAtWork {
  workspaceId: string;
  rule: Rule;
  confidentiality: 'attributed' | 'confidential' | 'unlinkable';
}

/** Every rule that is switched on, of every workspace, with the promise of its programme; none of a programme that is shut. */
export async function listRulesAtWork(db: Db): Promise<RuleAtWork[]> {
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

export async function insertRule(
  tx: Db,
  workspace: Workspace,
  { trigger, ...rule }: Omit<Rule, 'isOn' | 'lookedUntil'>,
): Promise<void> {
  const is = <K extends Trigger['kind']>(kind: K) =>
    (trigger.kind === kind ? trigger : undefined) as Extract<Trigger, { kind: K }> | undefined;
  await tx
    .insertInto('follow_up_rule')
    .values({
      ...{ workspace_id: workspace.id, id: rule.id, programme_id: rule.programmeId },
      ...{ persona_id: rule.personaId, kind: trigger.kind, what: rule.what, owner_id: rule.ownerId },
      survey_id: is('score')?.surveyId ?? is('choice')?.surveyId ?? null,
      question_key: is('score')?.questionKey ?? is('choice')?.questionKey ?? null,
      at_most: is('score')?.atMost ?? null,
      choice_key: is('choice')?.choiceKey ?? null,
      theme_id: is('theme')?.themeId ?? null,
      silent_days: is('silence')?.silentDays ?? null,
      renewal_days: is('silence')?.renewalDays ?? null,
      ...{ hours: rule.hours, is_on: 1, since: rule.since, looked_until: rule.since },
      created_at: rule.since,
    })
    .execute();
}

/** False where there is no such rule, or it stands so. */
export async function switchRule(
  tx: Db,
  workspace: Workspace,
  { id, programmeId, isOn, at }: { id: string; programmeId: string; isOn: boolean; at: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('follow_up_rule')
    .set(isOn ? { is_on: 1, since: at, looked_until: at } : { is_on: 0 })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('programme_id', '=', programmeId)
    .where('is_on', '=', isOn ? 0 : 1)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Writes down how far a rule has looked; never back. */
export async function moveLooked(db: Db, workspace: Workspace, id: string, until: number): Promise<void> {
  await db
    .updateTable('follow_up_rule')
    .set({ looked_until: until })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('looked_until', '<', until)
    .execute();
}

function toRule(row: RuleRow): Rule {
  const { id, programmeId, personaId, what, ownerId, hours, isOn, since, lookedUntil } = row;
  const about = { id, programmeId, personaId, what, ownerId, hours, since, lookedUntil };
  return { ...about, isOn: isOn === 1, trigger: toTrigger(row) };
}

/** The checks of the table say which cells each kind has. */
function toTrigger(row: RuleRow): Trigger {
  const { kind, surveyId, questionKey, atMost, choiceKey, silentDays, renewalDays, themeId } = row;
  switch (kind) {
    case 'score':
      return { kind, surveyId: surveyId!, questionKey: questionKey!, atMost: atMost! };
    case 'choice':
      return { kind, surveyId: surveyId!, questionKey: questionKey!, choiceKey: choiceKey! };
    case 'left':
    case 'role_correction':
      return { kind };
    case 'silence':
      return { kind, silentDays: silentDays!, renewalDays: renewalDays! };
    case 'theme':
      return { kind, themeId: themeId! };
    default:
      return kind satisfies never;
  }
}

export async function isRuleOn(tx: Db, workspace: Workspace, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('follow_up_rule')
    .select('is_on')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.is_on === 1;
}
