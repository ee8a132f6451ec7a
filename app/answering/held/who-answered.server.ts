import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { NewResponse } from '../answering.store.server.ts';
import { type FoundHeld, findInvitationFacts, isHeardIn } from './held-decision.store.server.ts';
import { hintPeople } from './hint-people.server.ts';

/** Who answered, as far as a response names them. */
export type Answerer = Pick<
  NewResponse,
  'source' | 'invitationId' | 'personaAtInvite' | 'roleAssignmentId' | 'personId' | 'accountId'
>;

export type AnswererFound =
  | { kind: 'found'; answerer: Answerer }
  /** They answered by hand since, and that counts. */
  | { kind: 'answered_since' }
  /** The invitation was withdrawn, or the role it was for has ended. */
  | { kind: 'role_lost' }
  /** Nobody of this address holds the role, so the answer can't be put under their name. */
  | { kind: 'not_named' };

/** Under whose name a held answer counts once it is released: the invitation's, or nobody's unless a member says so. */
export async function whoAnswered(
  tx: Db,
  workspace: Workspace,
  held: FoundHeld,
  isNamed: boolean,
): Promise<AnswererFound> {
  if (held.reason === 'machine' && held.invitationId !== null)
    return invited(tx, workspace, held.invitationId);
  const source = held.sharedLinkId === null ? 'self_declared' : 'link';
  const nobody = { invitationId: null, personaAtInvite: null, roleAssignmentId: null, personId: null };
  if (!isNamed) return { kind: 'found', answerer: { ...nobody, source, accountId: held.accountId } };
  // Names are told in an attributed programme only; elsewhere no page offers the tick.
  if (held.confidentiality !== 'attributed') return { kind: 'not_named' };
  const hint = (await hintPeople(tx, workspace, [held])).get(held.id);
  if (hint?.kind !== 'may_be') return { kind: 'not_named' };
  const { personId, roleId: roleAssignmentId, accountId } = hint;
  const { waveId, personaId } = held;
  if (await isHeardIn(tx, workspace, { waveId, personaId, personId })) return { kind: 'answered_since' };
  return { kind: 'found', answerer: { ...nobody, source, roleAssignmentId, personId, accountId } };
}

async function invited(tx: Db, workspace: Workspace, invitationId: string): Promise<AnswererFound> {
  const facts = await findInvitationFacts(tx, workspace, invitationId);
  if (facts.revokedAt !== null || facts.roleEndedAt !== null) return { kind: 'role_lost' };
  const { roleAssignmentId, personId, accountId } = facts;
  const personaAtInvite = facts.personaAtInvite ?? facts.personaId;
  const source = 'invited';
  return {
    kind: 'found',
    answerer: { source, invitationId, personaAtInvite, roleAssignmentId, personId, accountId },
  };
}
