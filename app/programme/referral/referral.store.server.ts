import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Whether an invitation was passed on before, whatever came of it. */
export async function findReferral(
  db: Db,
  workspace: Workspace,
  invitationId: string,
): Promise<{ toInvitationId: string | null } | undefined> {
  return db
    .selectFrom('referral')
    .select('to_invitation_id as toInvitationId')
    .where('workspace_id', '=', workspace.id)
    .where('invitation_id', '=', invitationId)
    .executeTakeFirst();
}

export async function insertReferral(
  tx: Db,
  workspace: Workspace,
  referral: { invitationId: string; toInvitationId: string | null; at: number },
): Promise<void> {
  await tx
    .insertInto('referral')
    .values({
      workspace_id: workspace.id,
      invitation_id: referral.invitationId,
      to_invitation_id: referral.toInvitationId,
      at: referral.at,
    })
    .execute();
}

/** Whether any of these hashes of one address must not be written to, by anybody or by this programme. */
export async function isListed(
  db: Db,
  workspace: Workspace,
  { programmeId, hashes }: { programmeId: string; hashes: readonly string[] },
): Promise<boolean> {
  const row = await db
    .selectFrom('suppression')
    .select('address_hash')
    .where('workspace_id', '=', workspace.id)
    .where('address_hash', 'in', hashes)
    .limit(1)
    .executeTakeFirst();
  if (row) return true;
  const own = await db
    .selectFrom('programme_suppression')
    .select('address_hash')
    .where('workspace_id', '=', workspace.id)
    .where('programme_id', '=', programmeId)
    .where('address_hash', 'in', hashes)
    .limit(1)
    .executeTakeFirst();
  return own !== undefined;
}

/** Whether this person was asked in this wave, in whichever role, or in any wave since `since`. */
export async function wasAsked(
  db: Db,
  workspace: Workspace,
  asked: { personId: string; waveId: string; since: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('invitation')
    .leftJoin('outbound_message as letter', (join) =>
      join
        .onRef('letter.workspace_id', '=', 'invitation.workspace_id')
        .onRef('letter.invitation_id', '=', 'invitation.id')
        .on('letter.kind', '=', 'invitation')
        .on('letter.ordinal', '=', 1),
    )
    .select('invitation.id')
    .where('invitation.workspace_id', '=', workspace.id)
    .where('invitation.person_id', '=', asked.personId)
    .where((where) =>
      where.or([
        where('invitation.wave_id', '=', asked.waveId),
        where.and([
          where.or([
            where('letter.id', 'is', null),
            where('letter.state', 'not in', ['suppressed', 'failed']),
          ]),
          where(
            where.fn.coalesce('letter.settled_at', 'letter.doubted_at', 'invitation.created_at'),
            '>',
            asked.since,
          ),
        ]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The address that a person is written to at. */
export async function addressWrittenTo(
  db: Db,
  workspace: Workspace,
  personId: string,
): Promise<{ email: string; emailKey: string } | undefined> {
  return db
    .selectFrom('person_address')
    .select(['email', 'email_key as emailKey'])
    .where('workspace_id', '=', workspace.id)
    .where('person_id', '=', personId)
    .where('position', '=', 0)
    .executeTakeFirst();
}
