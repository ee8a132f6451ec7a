import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** The seat that an invitation asked, as its holder is spoken to. */
export async function findSeat(db: Db, workspace: Workspace, invitationId: string) {
  return db
    .selectFrom('invitation as i')
    .innerJoin('persona as p', (on) =>
      on.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.persona_id'),
    )
    .innerJoin('person as pe', (on) =>
      on.onRef('pe.workspace_id', '=', 'i.workspace_id').onRef('pe.id', '=', 'i.person_id'),
    )
    .innerJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'i.workspace_id').onRef('a.id', '=', 'i.account_id'),
    )
    .select([
      'i.id as invitationId',
      'i.revoked_at as revokedAt',
      'p.id as personaId',
      'p.name as personaName',
    ])
    .select(['p.base', 'p.plural', 'pe.name as personName', 'pe.language', 'a.name as accountName'])
    .where('i.workspace_id', '=', workspace.id)
    .where('i.id', '=', invitationId)
    .executeTakeFirst();
}

export type SeatRow = NonNullable<Awaited<ReturnType<typeof findSeat>>>;
