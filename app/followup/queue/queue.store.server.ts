import { DESK } from '#app/membership/permission.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { FollowUpState } from '../follow-up.ts';
import type { FollowUpFilter } from './filter.ts';

function followUps(db: Db, workspace: Workspace, filter: FollowUpFilter) {
  let query = db
    .selectFrom('follow_up as f')
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'f.workspace_id').onRef('p.id', '=', 'f.programme_id'),
    )
    .where('f.workspace_id', '=', workspace.id);
  const { state, personaId, programmeId, ownerId, personId, accountId, themeId } = filter;
  if (state === 'unsettled') query = query.where('f.state', 'in', ['open', 'doing']);
  else if (state !== 'all') query = query.where('f.state', '=', state);
  if (personaId) query = query.where('f.persona_id', '=', personaId);
  if (programmeId) query = query.where('f.programme_id', '=', programmeId);
  if (ownerId) query = query.where('f.owner_id', '=', ownerId);
  if (personId) query = query.where('f.person_id', '=', personId);
  if (accountId) query = query.where('f.account_id', '=', accountId);
  if (themeId) query = query.where('f.id', 'in', aboutTheme(db, workspace, themeId));
  return query;
}

function aboutTheme(db: Db, workspace: Workspace, themeId: string) {
  return db
    .selectFrom('follow_up_theme as ft')
    .select('ft.follow_up_id')
    .where('ft.workspace_id', '=', workspace.id)
    .where('ft.theme_id', '=', themeId);
}

/** Counting work is free, also over personas (DOMAIN.md case 12); `overdue` is a part of it and no rate. */
export async function countFollowUps(
  db: Db,
  workspace: Workspace,
  filter: FollowUpFilter,
  overdueAt?: number,
): Promise<number> {
  let query = followUps(db, workspace, filter);
  if (overdueAt !== undefined) query = query.where('f.due_at', '<', overdueAt);
  const row = await query.select((eb) => eb.fn.countAll<number>().as('followUps')).executeTakeFirstOrThrow();
  return Number(row.followUps);
}

export interface LaneWork {
  personaId: string;
  state: FollowUpState;
  followUps: number;
  overdue: number;
}

/** How many follow-ups a wave opened, by the persona that each is about and how far it came: counts of work. */
export async function countLaneWork(
  db: Db,
  workspace: Workspace,
  { waveId, now }: { waveId: string; now: number },
): Promise<LaneWork[]> {
  const rows = await db
    .selectFrom('follow_up')
    .select(['persona_id as personaId', 'state'])
    .select((eb) => eb.fn.countAll<number>().as('followUps'))
    .select((eb) => eb.fn.countAll<number>().filterWhere('due_at', '<', now).as('overdue'))
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .groupBy(['persona_id', 'state'])
    .execute();
  return rows.map((row) => ({ ...row, followUps: Number(row.followUps), overdue: Number(row.overdue) }));
}

/**
 * With what is known of each, and nothing that was answered. Where the programme promised confidence nobody is named,
 * whatever a row holds; what somebody said of their role and a seat that nobody heard are no answers.
 */
function rows(db: Db, workspace: Workspace, filter: FollowUpFilter) {
  return followUps(db, workspace, filter)
    .innerJoin('member as m', (on) =>
      on.onRef('m.workspace_id', '=', 'f.workspace_id').onRef('m.id', '=', 'f.owner_id'),
    )
    .leftJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'f.workspace_id').onRef('w.id', '=', 'f.wave_id'),
    )
    .leftJoin('account as a', (on) =>
      on
        .onRef('a.workspace_id', '=', 'f.workspace_id')
        .onRef('a.id', '=', 'f.account_id')
        .on((eb) =>
          eb.or([
            eb('p.confidentiality', '=', 'attributed'),
            eb('f.came_from', 'in', ['correction', 'silence']),
          ]),
        ),
    )
    .leftJoin('person as person', (on) =>
      on
        .onRef('person.workspace_id', '=', 'f.workspace_id')
        .onRef('person.id', '=', 'f.person_id')
        .on((eb) =>
          eb.or([
            eb('p.confidentiality', '=', 'attributed'),
            eb('f.came_from', 'in', ['correction', 'silence']),
          ]),
        ),
    )
    .leftJoin('follow_up_theme as about', (on) =>
      on.onRef('about.workspace_id', '=', 'f.workspace_id').onRef('about.follow_up_id', '=', 'f.id'),
    )
    .leftJoin('theme as t', (on) =>
      on.onRef('t.workspace_id', '=', 'about.workspace_id').onRef('t.id', '=', 'about.theme_id'),
    )
    .select(['t.id as themeId', 't.name as themeName'])
    .select(['f.id', 'f.what', 'f.state', 'f.due_at as dueAt', 'f.opened_at as openedAt', 'f.revision'])
    .select(['f.persona_id as personaId', 'f.programme_id as programmeId', 'p.name as programmeName'])
    .select(['f.wave_id as waveId', 'w.name as waveName', 'p.confidentiality', 'f.came_from as cameFrom'])
    .select(['a.id as accountId', 'a.name as accountName', 'person.id as personId'])
    .select(['person.name as personName', 'f.owner_id as ownerId', 'm.name as ownerName'])
    .select(['f.because', 'f.outcome', 'f.closed_at as closedAt', 'f.told_at as toldAt'])
    .select(['f.first_act_at as firstActAt', 'f.rule_id as ruleId', 'f.response_id as responseId']);
}

export type FollowUpRow = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

/** What is due first stands first, so what is overdue leads; closed ones by the latest closed. */
export async function listQueueRows(
  db: Db,
  workspace: Workspace,
  filter: FollowUpFilter,
  page: { after?: string | undefined; limit: number },
): Promise<FollowUpRow[]> {
  const isOver = filter.state === 'done' || filter.state === 'declined';
  const key = isOver ? 'f.closed_at' : 'f.due_at';
  const place = page.after === undefined ? undefined : await findRow(db, workspace, page.after);
  const from = place && (isOver ? place.closedAt : place.dueAt);
  let query = rows(db, workspace, filter);
  if (place && from != null)
    query = query.where((row) =>
      row(row.refTuple(key, 'f.id'), isOver ? '<' : '>', row.tuple(from, place.id)),
    );
  const order = isOver ? 'desc' : 'asc';
  return query.orderBy(key, order).orderBy('f.id', order).limit(page.limit).execute();
}

/**
 * Promises past their day by account, whatever their persona: counted work, and no rate of anything (DOMAIN.md case 12).
 * Where the programme promised confidence an account has only those that came of no answer.
 */
export async function countOverdueRows(
  db: Db,
  workspace: Workspace,
  now: number,
): Promise<Map<string, number>> {
  const found = await followUps(db, workspace, { state: 'unsettled' })
    .select((eb) => ['f.account_id as accountId', eb.fn.countAll<number>().as('followUps')])
    .where('f.account_id', 'is not', null)
    .where('f.due_at', '<', now)
    .where((eb) =>
      eb.or([eb('p.confidentiality', '=', 'attributed'), eb('f.came_from', 'in', ['correction', 'silence'])]),
    )
    .groupBy('f.account_id')
    .execute();
  return new Map(found.map((row) => [row.accountId ?? '', Number(row.followUps)]));
}

/** The newest first, for readers that go through all of them. */
export async function pageRows(
  db: Db,
  workspace: Workspace,
  filter: FollowUpFilter,
  page: { after?: string | undefined; limit: number },
): Promise<FollowUpRow[]> {
  let query = rows(db, workspace, filter);
  if (page.after) query = query.where('f.id', '<', page.after);
  return query.orderBy('f.id', 'desc').limit(page.limit).execute();
}

export async function findRow(db: Db, workspace: Workspace, id: string): Promise<FollowUpRow | undefined> {
  return rows(db, workspace, { state: 'all' }).where('f.id', '=', id).executeTakeFirst();
}

/** Members who may act on no follow-up, with how many of theirs are still to be done: counts of work. */
export async function listStrandedRows(
  db: Db,
  workspace: Workspace,
): Promise<{ id: string; name: string; followUps: number }[]> {
  const found = await db
    .selectFrom('member as m')
    .innerJoin('follow_up as f', (on) =>
      on.onRef('f.workspace_id', '=', 'm.workspace_id').onRef('f.owner_id', '=', 'm.id'),
    )
    .select((eb) => ['m.id', 'm.name', eb.fn.countAll<number>().as('followUps')])
    .where('m.workspace_id', '=', workspace.id)
    .where((eb) => eb.or([eb('m.disabled_at', 'is not', null), eb('m.permission', 'not in', DESK)]))
    .where('f.state', 'in', ['open', 'doing'])
    .groupBy(['m.id', 'm.name'])
    .orderBy('m.name')
    .orderBy('m.id')
    .execute();
  return found.map((row) => ({ ...row, followUps: Number(row.followUps) }));
}

/** When those of ONE persona were opened, first acted on and told, for how long that takes. */
export async function listPace(
  db: Db,
  workspace: Workspace,
  of: { personaId: string; since: number },
): Promise<{ openedAt: number; firstActAt: number | null; toldAt: number | null }[]> {
  return db
    .selectFrom('follow_up')
    .select(['opened_at as openedAt', 'first_act_at as firstActAt', 'told_at as toldAt'])
    .where('workspace_id', '=', workspace.id)
    .where('persona_id', '=', of.personaId)
    .where('opened_at', '>=', of.since)
    .execute();
}
