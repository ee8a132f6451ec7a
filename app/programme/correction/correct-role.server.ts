import { leaveInside } from '#app/audience/leave-inside.server.ts';
import { confirmOwnRole, endOwnRole, openOwnRole } from '#app/audience/own-role/change-own-role.server.ts';
import { ENDED_BECAUSE, RESPONDENT } from '#app/audience/own-role/own-words.ts';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { forgetUnreached } from '../wave/asked.store.server.ts';
import { lowerKnownPeople } from '../wave/wave.store.server.ts';
import { askInstead } from './ask-instead.server.ts';
import { insertCorrection, takeBack } from './correction.store.server.ts';
import type { Correction, Said } from './correction.ts';
import { readStanding, type Standing } from './read-standing.server.ts';

export type CorrectedRole =
  /** The invitation opens nothing any more: another page said something first. Open the link again. */
  | { kind: 'moved' }
  /** No open persona of this workspace. */
  | { kind: 'unknown_persona' }
  | { kind: 'still' }
  /** The same link asks the questions of the other persona now, or says what was answered there before. */
  | { kind: 'asked' }
  /** This wave asks the other persona nothing. */
  | { kind: 'not_asked' }
  /** An answer was given before: it stays where it is, and the role is another one from now on. */
  | { kind: 'from_now_on' }
  | { kind: 'none' }
  | { kind: 'left' };

type Inside = Pick<House, 'db' | 'engine' | 'ids' | 'clock' | 'env'>;

/**
 * Takes a respondent's word for the role they hold, all of it or nothing: the episode, the invitation and where its link
 * leads. An answer that was given moves nowhere (DOMAIN.md A3, cases 32 to 35).
 */
export function correctRole(
  house: House,
  workspace: Workspace,
  input: { invitationId: string; said: Said },
): Promise<CorrectedRole> {
  return inTransaction(house.db, async (tx) => {
    const inside = { ...house, db: tx };
    const standing = await readStanding(inside, workspace, input.invitationId);
    return standing ? take(inside, workspace, standing, input.said) : { kind: 'moved' };
  });
}

function take(house: Inside, workspace: Workspace, standing: Standing, said: Said): Promise<CorrectedRole> {
  switch (said.kind) {
    case 'still':
      return become(house, workspace, standing, standing.invitation.personaId);
    case 'other':
      return become(house, workspace, standing, said.personaId);
    case 'none':
      return fitNowhere(house, workspace, standing, said.words);
    case 'left':
      return leave(house, workspace, standing);
    default:
      return said satisfies never;
  }
}

async function become(
  house: Inside,
  workspace: Workspace,
  standing: Standing,
  personaId: string,
): Promise<CorrectedRole> {
  const { invitation, role, answered, last } = standing;
  const saidOtherwise = answered && last !== undefined && last.said !== 'still';
  if (personaId === invitation.personaId && !saidOtherwise) return stay(house, workspace, standing);
  const personas = await listPersonas(house.db, workspace);
  const persona = personas.find(({ id, closedAt }) => id === personaId && closedAt === null);
  if (!persona) return { kind: 'unknown_persona' };
  if (role.personaId === personaId && role.endedAt === null) {
    await confirmOwnRole(house, workspace, role.id);
    return { kind: 'from_now_on' };
  }
  return change(house, workspace, standing, persona);
}

/** Where a member ended the role meanwhile it stays ended; that it was contradicted is kept for them to see. */
async function stay(house: Inside, workspace: Workspace, standing: Standing): Promise<CorrectedRole> {
  const { role } = standing;
  if (role.endedAt === null) await confirmOwnRole(house, workspace, role.id);
  await note(house, workspace, standing, { said: 'still' });
  return { kind: 'still' };
}

async function change(
  house: Inside,
  workspace: Workspace,
  standing: Standing,
  persona: Persona,
): Promise<CorrectedRole> {
  const { invitation, wave, role, answered } = standing;
  const { id: personaId } = persona;
  await endOwnRole(house, workspace, { role, reason: ENDED_BECAUSE.other(persona.name) });
  const own = { instead: role, personaId, programmeId: wave.programmeId };
  const roleId = await openOwnRole(house, workspace, own);
  if (answered) {
    await note(house, workspace, standing, { said: 'other', toPersonaId: personaId });
    return { kind: 'from_now_on' };
  }
  const instead = { wave, old: invitation, roleId, personaId };
  const toInvitationId = await askInstead(house, workspace, instead);
  await takeBackFrom(house, workspace, standing);
  await note(house, workspace, standing, { said: 'other', toPersonaId: personaId, toInvitationId });
  return { kind: toInvitationId === null ? 'not_asked' : 'asked' };
}

async function fitNowhere(
  house: Inside,
  workspace: Workspace,
  standing: Standing,
  words: string,
): Promise<CorrectedRole> {
  const { role, last } = standing;
  if (last?.said === 'none' && role.endedAt !== null) return { kind: 'none' };
  await endOwnRole(house, workspace, { role, reason: ENDED_BECAUSE.none });
  await leaveSeat(house, workspace, standing);
  await note(house, workspace, standing, { said: 'none', words });
  return { kind: 'none' };
}

async function leave(house: Inside, workspace: Workspace, standing: Standing): Promise<CorrectedRole> {
  const { invitation, last } = standing;
  const { personId, accountId } = invitation;
  const leaving = { personId, accountId, reason: ENDED_BECAUSE.left, actor: RESPONDENT };
  const gone = await leaveInside(house, workspace, leaving);
  if (gone.kind === 'not_there' && last?.said === 'left') return { kind: 'left' };
  await leaveSeat(house, workspace, standing);
  await note(house, workspace, standing, { said: 'left' });
  return { kind: 'left' };
}

/** Who has answered keeps the page that says so. */
async function leaveSeat(house: Inside, workspace: Workspace, standing: Standing): Promise<void> {
  if (!standing.answered) await takeBackFrom(house, workspace, standing);
}

async function takeBackFrom(
  { db: tx, clock }: Inside,
  workspace: Workspace,
  { invitation }: Standing,
): Promise<void> {
  await takeBack(tx, workspace, { id: invitation.id, at: clock.now() });
  await forgetUnreached(tx, workspace, invitation);
  await lowerKnownPeople(tx, workspace, invitation);
}

async function note(
  { db: tx, ids, clock }: Inside,
  workspace: Workspace,
  { invitation, role, answered }: Standing,
  said: Pick<Correction, 'said'> & Partial<Correction>,
): Promise<void> {
  const at = clock.now();
  const correction = { toPersonaId: null, toInvitationId: null, words: '', ...said };
  const from = { invitationId: invitation.id, fromPersonaId: role.personaId };
  await insertCorrection(tx, workspace, { ...correction, ...from, id: ids.make(), at });
  await writeAudit(tx, workspace, {
    id: ids.make(),
    at,
    actor: RESPONDENT,
    act: 'correct_role',
    subject: invitation.id,
    detail: { said: said.said, from: role.personaId, to: correction.toPersonaId, answered },
  });
}
