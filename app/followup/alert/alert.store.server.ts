import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { AlertKind } from './rule/alert-rule.ts';

export interface NewAlert {
  id: string;
  ruleId: string;
  about: string;
  kind: AlertKind;
  programmeId: string;
  personaId: string;
  waveId: string | null;
  accountId: string | null;
  personId: string | null;
  what: string;
  at: number;
}

/** False where the rule raised one for the same thing before. */
export async function insertAlert(tx: Db, workspace: Workspace, alert: NewAlert): Promise<boolean> {
  const row = await tx
    .insertInto('alert')
    .values({
      ...{ workspace_id: workspace.id, id: alert.id, rule_id: alert.ruleId, about: alert.about },
      ...{ kind: alert.kind, programme_id: alert.programmeId, persona_id: alert.personaId },
      ...{ wave_id: alert.waveId, account_id: alert.accountId, person_id: alert.personId },
      ...{ what: alert.what, raised_at: alert.at, seen_by: null, seen_at: null },
    })
    .onConflict((on) => on.columns(['workspace_id', 'rule_id', 'about']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Of these things those that the rule raised an alert for. */
export async function findRaised(
  db: Db,
  workspace: Workspace,
  { ruleId, abouts }: { ruleId: string; abouts: readonly string[] },
): Promise<Set<string>> {
  if (abouts.length === 0) return new Set();
  const rows = await db
    .selectFrom('alert')
    .select('about')
    .where('workspace_id', '=', workspace.id)
    .where('rule_id', '=', ruleId)
    .where('about', 'in', abouts)
    .execute();
  return new Set(rows.map(({ about }) => about));
}

export interface AlertFilter {
  state: 'unseen' | 'seen' | 'all';
  personaId?: string | undefined;
  programmeId?: string | undefined;
}

function alerts(db: Db, workspace: Workspace, { state, personaId, programmeId }: AlertFilter) {
  let query = db.selectFrom('alert as al').where('al.workspace_id', '=', workspace.id);
  if (state !== 'all') query = query.where('al.seen_at', state === 'seen' ? 'is not' : 'is', null);
  if (personaId) query = query.where('al.persona_id', '=', personaId);
  if (programmeId) query = query.where('al.programme_id', '=', programmeId);
  return query;
}

/** Counting alerts is free, also over personas: it is work. */
export async function countUnseenRows(db: Db, workspace: Workspace): Promise<number> {
  const row = await alerts(db, workspace, { state: 'unseen' })
    .select((eb) => eb.fn.countAll<number>().as('alerts'))
    .executeTakeFirstOrThrow();
  return Number(row.alerts);
}

function rows(db: Db, workspace: Workspace, filter: AlertFilter) {
  return alerts(db, workspace, filter)
    .innerJoin('alert_rule as r', (on) =>
      on.onRef('r.workspace_id', '=', 'al.workspace_id').onRef('r.id', '=', 'al.rule_id'),
    )
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'al.workspace_id').onRef('p.id', '=', 'al.programme_id'),
    )
    .leftJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'al.workspace_id').onRef('a.id', '=', 'al.account_id'),
    )
    .leftJoin('person as person', (on) =>
      on.onRef('person.workspace_id', '=', 'al.workspace_id').onRef('person.id', '=', 'al.person_id'),
    )
    .leftJoin('member as m', (on) =>
      on.onRef('m.workspace_id', '=', 'al.workspace_id').onRef('m.id', '=', 'al.seen_by'),
    )
    .select(['al.id', 'al.kind', 'al.what', 'al.rule_id as ruleId', 'r.name as ruleName'])
    .select(['al.persona_id as personaId', 'al.programme_id as programmeId', 'p.name as programmeName'])
    .select(['p.confidentiality', 'al.wave_id as waveId', 'a.id as accountId', 'a.name as accountName'])
    .select(['person.id as personId', 'person.name as personName', 'al.raised_at as raisedAt'])
    .select(['al.seen_at as seenAt', 'al.seen_by as seenBy', 'm.name as seenByName']);
}

export type AlertRow = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

/** The newest first. */
export async function listAlertRows(
  db: Db,
  workspace: Workspace,
  filter: AlertFilter,
  page: { after?: string | undefined; limit: number },
): Promise<AlertRow[]> {
  let query = rows(db, workspace, filter);
  if (page.after) query = query.where('al.id', '<', page.after);
  return query.orderBy('al.id', 'desc').limit(page.limit).execute();
}

export async function findAlertRow(db: Db, workspace: Workspace, id: string): Promise<AlertRow | undefined> {
  return rows(db, workspace, { state: 'all' }).where('al.id', '=', id).executeTakeFirst();
}

/** Who saw it first stays: how many of these nobody had seen before. */
export async function markRowsSeen(
  tx: Db,
  workspace: Workspace,
  { ids, memberId, at }: { ids: readonly string[]; memberId: string; at: number },
): Promise<number> {
  if (ids.length === 0) return 0;
  const { numUpdatedRows } = await tx
    .updateTable('alert')
    .set({ seen_by: memberId, seen_at: at })
    .where('workspace_id', '=', workspace.id)
    .where('id', 'in', ids)
    .where('seen_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
