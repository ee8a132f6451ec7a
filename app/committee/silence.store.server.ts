import { toKnownSize } from '#app/audience/table-batches.ts';
import type { Db } from '#app/platform/db.server.ts';
import { writtenOut } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { RenewingSeat } from './renewing.store.server.ts';

/**
 * The one rule of what was asked in vain: somebody was asked under a promise that names are seen, nobody took it back, the
 * letter is not known to have failed, and nothing came from them under their name in that wave, neither to the invitation nor
 * another way. Whoever sits there no more, or asked not to be written to (`whoDeclined`), is no silent seat by it. It reads who
 * answered and no answer.
 */
function askedInVain(db: Db, workspace: Workspace) {
  return db
    .selectFrom('invitation as i')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'i.workspace_id').onRef('w.id', '=', 'i.wave_id'),
    )
    .innerJoin('programme as asked', (on) =>
      on.onRef('asked.workspace_id', '=', 'w.workspace_id').onRef('asked.id', '=', 'w.programme_id'),
    )
    .leftJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    .leftJoin('outbound_message as m', (on) =>
      on
        .onRef('m.workspace_id', '=', 'i.workspace_id')
        .onRef('m.invitation_id', '=', 'i.id')
        .on('m.kind', '=', 'invitation')
        .on('m.ordinal', '=', 1),
    )
    .where('i.workspace_id', '=', workspace.id)
    .where('i.revoked_at', 'is', null)
    .where('asked.confidentiality', '=', 'attributed')
    .where('r.id', 'is', null)
    .where(({ eb, or }) => or([eb('m.state', 'is', null), eb('m.state', 'not in', ['failed', 'suppressed'])]))
    .where(({ eb, or }) => or([eb('m.outcome', 'is', null), eb('m.outcome', '<>', 'hard_bounce')]))
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('response as other')
            .select('other.id')
            .whereRef('other.workspace_id', '=', 'i.workspace_id')
            .whereRef('other.account_id', '=', 'i.account_id')
            .whereRef('other.wave_id', '=', 'i.wave_id')
            .whereRef('other.person_id', '=', 'i.person_id')
            .whereRef('other.persona_id', '=', 'i.persona_id')
            .where('other.source', '<>', writtenOut('invited'))
            .where('other.confidentiality', '=', 'attributed'),
        ),
      ),
    );
}

function ofWhoSitsThere(db: Db, workspace: Workspace) {
  return askedInVain(db, workspace)
    .innerJoin('role_assignment as role', (on) =>
      on.onRef('role.workspace_id', '=', 'i.workspace_id').onRef('role.id', '=', 'i.role_assignment_id'),
    )
    .where('role.ended_at', 'is', null);
}

/** People at each account who were asked in vain in a wave, those included who asked not to be written to. */
export async function countInVain(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<Map<string, number>> {
  const rows = await ofWhoSitsThere(db, workspace)
    .select((eb) => ['role.account_id as accountId', eb.fn.countAll<number>().as('people')])
    .where('i.wave_id', '=', waveId)
    // Of the role, though it is the same: SQLite would go through all that was ever asked, in the order of accounts.
    .groupBy('role.account_id')
    .execute();
  return new Map(rows.map(({ accountId, people }) => [accountId, Number(people)]));
}

/** The same people one by one, of some accounts. */
export async function listInVain(
  db: Db,
  workspace: Workspace,
  { waveId, accountIds }: { waveId: string; accountIds: readonly string[] },
): Promise<{ accountId: string; personId: string }[]> {
  if (accountIds.length === 0) return [];
  return ofWhoSitsThere(db, workspace)
    .select(['i.account_id as accountId', 'i.person_id as personId'])
    .where('i.wave_id', '=', waveId)
    .where('i.account_id', 'in', toKnownSize(accountIds))
    .execute();
}

/** What was asked in vain at one account, ever, also of those who sit there no more. */
export async function listInVainAt(
  db: Db,
  workspace: Workspace,
  accountId: string,
): Promise<{ roleId: string; waveId: string }[]> {
  return askedInVain(db, workspace)
    .select(['i.role_assignment_id as roleId', 'i.wave_id as waveId'])
    .where('i.account_id', '=', accountId)
    .execute();
}

/** A time that somebody was asked in vain. */
export interface InVain {
  roleId: string;
  programmeId: string;
  askedAt: number;
}

/** Every time that some people were asked in vain, in whatever seat, the latest first. */
export async function listInVainOf(
  db: Db,
  workspace: Workspace,
  personIds: readonly string[],
): Promise<InVain[]> {
  if (personIds.length === 0) return [];
  return askedInVain(db, workspace)
    .select(['i.role_assignment_id as roleId', 'asked.id as programmeId', 'i.created_at as askedAt'])
    .where('i.person_id', 'in', toKnownSize(personIds))
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .execute();
}

/** When the holders of some seats last answered under their name, by seat; who never did is not in it. */
export async function lastHeardOf(
  db: Db,
  workspace: Workspace,
  seats: readonly RenewingSeat[],
): Promise<Map<string, number>> {
  if (seats.length === 0) return new Map();
  const personIds = toKnownSize(seats.map(({ personId }) => personId));
  const byInvitation = db
    .selectFrom('invitation as i')
    .innerJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    .select((eb) => ['i.role_assignment_id as roleId', eb.fn.max('r.answered_at').as('at')])
    .where('i.workspace_id', '=', workspace.id)
    .where('i.person_id', 'in', personIds)
    .where('r.confidentiality', '=', 'attributed')
    .groupBy('i.role_assignment_id')
    .execute();
  const otherwise = db
    .selectFrom('response as r')
    .select((eb) => [
      'r.person_id as personId',
      'r.persona_id as personaId',
      'r.account_id as accountId',
      eb.fn.max('r.answered_at').as('at'),
    ])
    .where('r.workspace_id', '=', workspace.id)
    .where('r.account_id', 'in', toKnownSize(seats.map(({ accountId }) => accountId)))
    .where('r.person_id', 'in', personIds)
    .where('r.source', '<>', writtenOut('invited'))
    .where('r.confidentiality', '=', 'attributed')
    .groupBy(['r.person_id', 'r.persona_id', 'r.account_id'])
    .execute();
  const [invited, others] = await Promise.all([byInvitation, otherwise]);
  const byRole = new Map(invited.map(({ roleId, at }) => [roleId, Number(at)]));
  const key = (of: { personId: string | null; personaId: string; accountId: string | null }) =>
    `${of.personId} ${of.personaId} ${of.accountId}`;
  const besides = new Map(others.map((row) => [key(row), Number(row.at)]));
  return new Map(
    seats.flatMap((one) => {
      const at = Math.max(byRole.get(one.roleId) ?? 0, besides.get(key(one)) ?? 0);
      return at > 0 ? [[one.roleId, at] as const] : [];
    }),
  );
}
