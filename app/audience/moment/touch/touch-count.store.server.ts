import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { toKnownSize } from '../../table-batches.ts';

/** Contact at one moment; counts of what happened, and of nothing that was felt. */
export interface Contact {
  touches: number;
  people: number;
  accounts: number;
}

/** By moment of one persona; a moment without contact is not in it. */
export async function countContact(
  db: Db,
  workspace: Workspace,
  personaId: string,
): Promise<Map<string, Contact>> {
  const rows = await db
    .selectFrom('touch')
    .select(({ fn }) => [
      'moment_id as momentId',
      fn.countAll<number>().as('touches'),
      fn.count<number>('person_id').distinct().as('people'),
      fn.count<number>('account_id').distinct().as('accounts'),
    ])
    .where('workspace_id', '=', workspace.id)
    .where('persona_id', '=', personaId)
    .groupBy('moment_id')
    .execute();
  return new Map(
    rows.map(({ momentId, touches, people, accounts }) => [
      momentId,
      { touches: Number(touches), people: Number(people), accounts: Number(accounts) },
    ]),
  );
}

export interface MetPerson {
  personId: string;
  name: string;
  nameKey: string;
}

/** People of one persona whom we met, by name; `after` is the last one seen. */
export async function pageMetPeople(
  db: Db,
  workspace: Workspace,
  asked: { personaId: string; after?: { nameKey: string; personId: string } | undefined; limit: number },
): Promise<MetPerson[]> {
  const { personaId, after, limit } = asked;
  let query = db
    .selectFrom('person as p')
    .select(['p.id as personId', 'p.name', 'p.name_key as nameKey'])
    .where('p.workspace_id', '=', workspace.id)
    // From the touches to their people: those whom nobody met may be very many.
    .where('p.id', 'in', (eb) =>
      eb
        .selectFrom('touch as t')
        .select('t.person_id')
        .where('t.workspace_id', '=', workspace.id)
        .where('t.persona_id', '=', personaId),
    );
  if (after)
    query = query.where((eb) =>
      eb.or([
        eb('p.name_key', '>', after.nameKey),
        eb.and([eb('p.name_key', '=', after.nameKey), eb('p.id', '>', after.personId)]),
      ]),
    );
  return query.orderBy('p.name_key').orderBy('p.id').limit(limit).execute();
}

export interface PersonAtMoment {
  personId: string;
  momentId: string;
  touches: number;
  lastAt: number;
}

/** How often each of these people met us at each moment of one persona, and when last. */
export async function countByPerson(
  db: Db,
  workspace: Workspace,
  { personaId, personIds }: { personaId: string; personIds: readonly string[] },
): Promise<PersonAtMoment[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectFrom('touch')
    .select(({ fn }) => [
      'person_id as personId',
      'moment_id as momentId',
      fn.countAll<number>().as('touches'),
      fn.max('at').as('lastAt'),
    ])
    .where('workspace_id', '=', workspace.id)
    .where('persona_id', '=', personaId)
    .where('person_id', 'in', toKnownSize(personIds))
    .groupBy(['person_id', 'moment_id'])
    .execute();
  return rows.map((row) => ({ ...row, touches: Number(row.touches), lastAt: Number(row.lastAt) }));
}

/** Open moments and touches of each persona, for choosing one. */
export async function countByPersona(
  db: Db,
  workspace: Workspace,
): Promise<Map<string, { moments: number; touches: number }>> {
  const moments = await db
    .selectFrom('moment')
    .select(({ fn }) => ['persona_id as personaId', fn.countAll<number>().as('moments')])
    .where('workspace_id', '=', workspace.id)
    .where('closed_at', 'is', null)
    .groupBy('persona_id')
    .execute();
  const touches = await db
    .selectFrom('touch')
    .select(({ fn }) => ['persona_id as personaId', fn.countAll<number>().as('touches')])
    .where('workspace_id', '=', workspace.id)
    .groupBy('persona_id')
    .execute();
  const ids = new Set([...moments, ...touches].map(({ personaId }) => personaId));
  const countOf = (id: string) => ({
    moments: Number(moments.find(({ personaId }) => personaId === id)?.moments ?? 0),
    touches: Number(touches.find(({ personaId }) => personaId === id)?.touches ?? 0),
  });
  return new Map([...ids].map((id) => [id, countOf(id)]));
}

/** Who holds a persona now, and at how many accounts. */
export async function countHolders(
  db: Db,
  workspace: Workspace,
  personaId: string,
): Promise<{ people: number; accounts: number }> {
  const row = await db
    .selectFrom('role_assignment')
    .select(({ fn }) => [
      fn.count<number>('person_id').distinct().as('people'),
      fn.count<number>('account_id').distinct().as('accounts'),
    ])
    .where('workspace_id', '=', workspace.id)
    .where('persona_id', '=', personaId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { people: Number(row.people), accounts: Number(row.accounts) };
}
