import { openLink } from '#app/answering/open-link.server.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { correctRole } from '#app/programme/correction/correct-role.server.ts';
import type { Said } from '#app/programme/correction/correction.ts';
import type { Desk } from './asking.ts';

/** The invitation that an answer link leads to. */
export async function invitationBehind({ house }: Desk, token: string): Promise<string> {
  const { invitation_id } = await house.db
    .selectFrom('link')
    .select('invitation_id')
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirstOrThrow();
  return invitation_id;
}

/** Says by link what role its holder has. */
export async function say(desk: Desk, token: string, said: Said) {
  return sayOf(desk, await invitationBehind(desk, token), said);
}

/** Says it of an invitation, wherever its link leads by now. */
export function sayOf({ house, workspace }: Desk, invitationId: string, said: Said) {
  return correctRole(house, workspace, { invitationId, said });
}

/** The persona whose questions a link asks; otherwise what it says instead. */
export async function asksNow({ house }: Desk, token: string): Promise<string> {
  const link = await openLink(house.db, token, house.clock.now());
  return link.kind === 'open' ? link.door.persona.id : link.kind;
}

/** What is held of a person's roles, oldest first: persona, and how it stands. */
export async function rolesIn({ house, workspace }: Desk, name: string) {
  const rows = await house.db
    .selectFrom('role_assignment as role')
    .innerJoin('person', (on) =>
      on.onRef('person.workspace_id', '=', 'role.workspace_id').onRef('person.id', '=', 'role.person_id'),
    )
    .select(['role.persona_id', 'role.source', 'role.confirmed_by', 'role.ended_at', 'role.end_reason'])
    .where('role.workspace_id', '=', workspace.id)
    .where('person.name', '=', name)
    .orderBy('role.started_at')
    .orderBy('role.id')
    .execute();
  return rows.map((row) => ({
    persona: row.persona_id,
    source: row.source,
    by: row.confirmed_by,
    open: row.ended_at === null,
    why: row.end_reason,
  }));
}

/** Every invitation of a workspace, oldest first. */
export function invitationsOf({ house, workspace }: Desk) {
  return house.db
    .selectFrom('invitation')
    .select(['id', 'persona_id', 'revoked_at', 'came_from', 'from_invitation_id', 'persona_at_invite'])
    .where('workspace_id', '=', workspace.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export function correctionsOf({ house, workspace }: Desk) {
  return house.db
    .selectFrom('role_correction')
    .select(['said', 'from_persona_id', 'to_persona_id', 'words'])
    .where('workspace_id', '=', workspace.id)
    .orderBy('at')
    .orderBy('id')
    .execute();
}
