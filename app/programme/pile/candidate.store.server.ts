import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Candidate, MissingTitle, NamedCandidate } from './pile.ts';

/** Whose roles count: those held in general, and those held for this programme. */
export interface Scope {
  programmeId: string;
  personaIds: readonly string[];
}

/** Everybody who holds a role of these personas now, by account and name. */
export async function listCandidates(db: Db, workspace: Workspace, scope: Scope): Promise<Candidate[]> {
  return holders(db, workspace, scope)
    .where('role.persona_id', 'in', scope.personaIds)
    .innerJoin('person', (join) =>
      join.onRef('person.workspace_id', '=', 'role.workspace_id').onRef('person.id', '=', 'role.person_id'),
    )
    .innerJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'role.workspace_id')
        .onRef('account.id', '=', 'role.account_id'),
    )
    .leftJoin('person_address as address', (join) =>
      join
        .onRef('address.workspace_id', '=', 'role.workspace_id')
        .onRef('address.person_id', '=', 'role.person_id')
        .on('address.position', '=', 0),
    )
    .select([
      'address.email',
      'person.name as personName',
      'account.name as accountName',
      'role.source',
      'role.started_at as startedAt',
      'role.confirmed_by as confirmedBy',
    ])
    .select(({ selectFrom }) => [
      selectFrom('invitation as i')
        .innerJoin('response as r', (join) =>
          join.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
        )
        .select(({ fn }) => fn.max('r.answered_at').as('at'))
        .whereRef('i.workspace_id', '=', 'role.workspace_id')
        // Said by the role already; invitations are found by person.
        .whereRef('i.person_id', '=', 'role.person_id')
        .whereRef('i.role_assignment_id', '=', 'role.id')
        .where('r.confidentiality', '=', 'attributed')
        .as('lastHeardAt'),
      selectFrom('employment as e')
        .select('e.title')
        .whereRef('e.workspace_id', '=', 'role.workspace_id')
        .whereRef('e.person_id', '=', 'role.person_id')
        .whereRef('e.account_id', '=', 'role.account_id')
        .where('e.ended_at', 'is', null)
        .limit(1)
        .as('title'),
    ])
    .orderBy('account.name_key')
    .orderBy('person.name_key')
    .orderBy('role.id')
    .execute();
}

/** All that people who hold some of these roles hold, in any order: what a database need not sort costs what they cost. */
export async function listNamed(
  db: Db,
  workspace: Workspace,
  scope: Scope,
  roleIds: readonly string[],
): Promise<NamedCandidate[]> {
  const people = await holdersOf(db, workspace, roleIds);
  if (people.length === 0) return [];
  // Told apart and put together here: given the choice, either engine walks through everybody who holds a persona.
  const held = await holders(db, workspace, scope).where('role.person_id', 'in', people).execute();
  const addresses = await db
    .selectFrom('person_address')
    .select(['person_id', 'email'])
    .where('workspace_id', '=', workspace.id)
    .where('person_id', 'in', people)
    .where('position', '=', 0)
    .execute();
  const emailOf = new Map(addresses.map(({ person_id, email }) => [person_id, email]));
  return held.flatMap((role) =>
    scope.personaIds.includes(role.personaId) ? [{ ...role, email: emailOf.get(role.personId) ?? null }] : [],
  );
}

async function holdersOf(db: Db, workspace: Workspace, roleIds: readonly string[]): Promise<string[]> {
  if (roleIds.length === 0) return [];
  const rows = await db
    .selectFrom('role_assignment')
    .select('person_id')
    .where('workspace_id', '=', workspace.id)
    .where('id', 'in', roleIds)
    .execute();
  return [...new Set(rows.map(({ person_id }) => person_id))];
}

function holders(db: Db, workspace: Workspace, scope: Pick<Scope, 'programmeId'>) {
  return db
    .selectFrom('role_assignment as role')
    .select([
      'role.id as roleId',
      'role.person_id as personId',
      'role.account_id as accountId',
      'role.persona_id as personaId',
      'role.programme_id as programmeId',
      'role.confirmed_at as confirmedAt',
    ])
    .where('role.workspace_id', '=', workspace.id)
    .where('role.ended_at', 'is', null)
    .where((where) =>
      where.or([where('role.programme_id', 'is', null), where('role.programme_id', '=', scope.programmeId)]),
    );
}

/**
 * How many roles of this persona are held now, by how many people at how many accounts. N is the roles: someone
 * who buys for two accounts is asked twice and may be heard twice (case 27).
 */
export async function countHolders(
  db: Db,
  workspace: Workspace,
  scope: { programmeId: string; personaId: string },
): Promise<{ roles: number; people: number; accounts: number }> {
  const row = await db
    .selectFrom('role_assignment')
    .select(({ fn }) => [
      fn.countAll<number>().as('roles'),
      fn.count<number>('person_id').distinct().as('people'),
      fn.count<number>('account_id').distinct().as('accounts'),
    ])
    .where('workspace_id', '=', workspace.id)
    .where('ended_at', 'is', null)
    .where('persona_id', '=', scope.personaId)
    .where((where) =>
      where.or([where('programme_id', 'is', null), where('programme_id', '=', scope.programmeId)]),
    )
    .executeTakeFirstOrThrow();
  return { roles: Number(row.roles), people: Number(row.people), accounts: Number(row.accounts) };
}

/**
 * People who work at an account and hold no role of any persona anywhere, by title, the largest first.
 * Someone with a role elsewhere is known; only the others need a person to look.
 */
export async function listMissing(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<MissingTitle[]> {
  const rows = await db
    .selectFrom('employment')
    .select(({ fn }) => [fn.min('title').as('title'), fn.count<number>('person_id').distinct().as('people')])
    .where('workspace_id', '=', workspace.id)
    .where('ended_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('role_assignment as role')
            .select('role.id')
            .whereRef('role.workspace_id', '=', 'employment.workspace_id')
            .whereRef('role.person_id', '=', 'employment.person_id')
            .where('role.ended_at', 'is', null)
            .where((where) =>
              where.or([
                where('role.programme_id', 'is', null),
                where('role.programme_id', '=', programmeId),
              ]),
            ),
        ),
      ),
    )
    .groupBy('title_key')
    .execute();
  return rows
    .map(({ title, people }) => ({ title, people: Number(people) }))
    .sort((a, b) => b.people - a.people || (a.title ?? '').localeCompare(b.title ?? ''));
}

/** Open roles by address, for a caller who has addresses only. */
export async function listRolesByEmail(
  db: Db,
  workspace: Workspace,
  emailKeys: readonly string[],
): Promise<
  { emailKey: string; roleId: string; personaId: string; accountId: string; programmeId: string | null }[]
> {
  return db
    .selectFrom('person_address as address')
    .innerJoin('role_assignment as role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'address.workspace_id')
        .onRef('role.person_id', '=', 'address.person_id'),
    )
    .select([
      'address.email_key as emailKey',
      'role.id as roleId',
      'role.persona_id as personaId',
      'role.account_id as accountId',
      'role.programme_id as programmeId',
    ])
    .where('address.workspace_id', '=', workspace.id)
    .where('address.email_key', 'in', emailKeys)
    .where('role.ended_at', 'is', null)
    .orderBy('role.id')
    .execute();
}
