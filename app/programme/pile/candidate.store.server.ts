import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Candidate, MissingTitle } from './pile.ts';

/** Whose roles count: those held in general, and those held for this programme. */
export interface Scope {
  programmeId: string;
  personaIds: readonly string[];
}

/** Everybody who holds a role of these personas now, by account and name. */
export async function listCandidates(db: Db, workspace: Workspace, scope: Scope): Promise<Candidate[]> {
  return db
    .selectFrom('role_assignment as role')
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
      'role.id as roleId',
      'role.person_id as personId',
      'person.name as personName',
      'role.account_id as accountId',
      'account.name as accountName',
      'role.persona_id as personaId',
      'role.programme_id as programmeId',
      'role.source',
      'role.started_at as startedAt',
      'role.confirmed_at as confirmedAt',
      'role.confirmed_by as confirmedBy',
      'address.email',
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
    .where('role.workspace_id', '=', workspace.id)
    .where('role.ended_at', 'is', null)
    .where('role.persona_id', 'in', scope.personaIds)
    .where((where) =>
      where.or([where('role.programme_id', 'is', null), where('role.programme_id', '=', scope.programmeId)]),
    )
    .orderBy('account.name_key')
    .orderBy('person.name_key')
    .orderBy('role.id')
    .execute();
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

/** Hashes of all addresses that must not be written to, by anybody or by this programme. */
export async function listSuppressed(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('suppression')
    .select('address_hash')
    .where('workspace_id', '=', workspace.id)
    .execute();
  const own = await db
    .selectFrom('programme_suppression')
    .select('address_hash')
    .where('workspace_id', '=', workspace.id)
    .where('programme_id', '=', programmeId)
    .execute();
  return new Set([...rows, ...own].map((row) => row.address_hash));
}

export interface LastAsked {
  personId: string;
  roleId: string;
  accountId: string;
  waveName: string;
  /** When the letter left; when it was made ready, where it has not yet. */
  askedAt: number;
}

/**
 * Whom other waves asked since `since`, the earliest first. Whose letter was held back, taken back or refused was not
 * asked; one that still waits may yet be sent.
 */
export async function listLastAsked(
  db: Db,
  workspace: Workspace,
  asked: { exceptWaveId: string; since: number },
): Promise<LastAsked[]> {
  return db
    .selectFrom('invitation')
    .innerJoin('wave', (join) =>
      join
        .onRef('wave.workspace_id', '=', 'invitation.workspace_id')
        .onRef('wave.id', '=', 'invitation.wave_id'),
    )
    .leftJoin('outbound_message as letter', (join) =>
      join
        .onRef('letter.workspace_id', '=', 'invitation.workspace_id')
        .onRef('letter.invitation_id', '=', 'invitation.id')
        .on('letter.kind', '=', 'invitation')
        .on('letter.ordinal', '=', 1),
    )
    .select(['invitation.person_id as personId', 'invitation.role_assignment_id as roleId'])
    .select(['invitation.account_id as accountId', 'wave.name as waveName'])
    .select(({ fn }) =>
      fn.coalesce('letter.settled_at', 'letter.doubted_at', 'invitation.created_at').as('askedAt'),
    )
    .where('invitation.workspace_id', '=', workspace.id)
    .where('invitation.wave_id', '!=', asked.exceptWaveId)
    .where((where) =>
      where.or([where('letter.id', 'is', null), where('letter.state', 'not in', ['suppressed', 'failed'])]),
    )
    .where(
      ({ fn }) => fn.coalesce('letter.settled_at', 'letter.doubted_at', 'invitation.created_at'),
      '>',
      asked.since,
    )
    .orderBy('askedAt')
    .execute();
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
