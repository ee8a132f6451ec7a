import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** What the holder of a link said last before its invitation was taken back for it; undefined for any other link. */
export async function findSaid(db: Db, tokenHash: string) {
  return db
    .selectFrom('link')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'link.workspace_id').onRef('i.id', '=', 'link.invitation_id'),
    )
    .innerJoin('role_correction as c', (on) =>
      on.onRef('c.workspace_id', '=', 'i.workspace_id').onRef('c.invitation_id', '=', 'i.id'),
    )
    .innerJoin('workspace as w', 'w.id', 'i.workspace_id')
    .innerJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'i.workspace_id').onRef('a.id', '=', 'i.account_id'),
    )
    .leftJoin('persona as p', (on) =>
      on.onRef('p.workspace_id', '=', 'c.workspace_id').onRef('p.id', '=', 'c.to_persona_id'),
    )
    .select(['c.said', 'p.name as personaName', 'a.name as accountName', 'w.name as workspaceName'])
    .where('link.token_hash', '=', tokenHash)
    .where('link.kind', '=', 'answer')
    .where('link.revoked_at', 'is', null)
    .where('i.revoked_at', 'is not', null)
    .orderBy('c.at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export type SaidRow = NonNullable<Awaited<ReturnType<typeof findSaid>>>;

/** How many other answers of people who say that they are somebody else came through an invitation and wait. */
export async function countWaitingSelves(
  db: Db,
  workspace: Workspace,
  { invitationId, exceptSubmitId }: { invitationId: string; exceptSubmitId: string },
): Promise<number> {
  const row = await db
    .selectFrom('held_response')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('workspace_id', '=', workspace.id)
    .where('invitation_id', '=', invitationId)
    .where('reason', '=', 'self_declared')
    .where('decision', 'is', null)
    .where('submit_id', '!=', exceptSubmitId)
    .executeTakeFirstOrThrow();
  return Number(row.waiting);
}
