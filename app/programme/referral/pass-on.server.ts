import { readColleagueName } from '#app/audience/colleague/colleague-name.ts';
import { findColleague, nameColleague } from '#app/audience/colleague/name-colleague.server.ts';
import { readEmail } from '#app/audience/import/email-address.ts';
import { RESPONDENT } from '#app/audience/own-role/own-words.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readStanding, type Standing } from '../correction/read-standing.server.ts';
import type { QueueMessages } from '../send-wave.server.ts';
import { insertInvitations } from '../wave/invitation.store.server.ts';
import { raiseLane } from '../wave/raise-lane.server.ts';
import { mayBeAsked } from './may-be-asked.server.ts';
import type { PassingFaults } from './passing-faults.ts';
import { addressWrittenTo, findReferral, insertReferral } from './referral.store.server.ts';

export type PassedOn =
  | { kind: 'faulty'; faults: PassingFaults }
  /** Taken down. Whether the colleague is written to, known or on a list is nobody's business here. */
  | { kind: 'passed_on' }
  /** It was passed on before; once is all. */
  | { kind: 'passed_on_before' }
  /** The invitation opens nothing any more. */
  | { kind: 'moved' };

type Inside = Pick<House, 'db' | 'engine' | 'ids' | 'clock' | 'env'>;
type Email = { address: string; key: string };

/**
 * Passes an invitation on to a colleague: a role that waits for their own word, an invitation and its mail, in one
 * transaction, and under the caps and suppressions of any send. The invitation that was passed on stays as it is.
 */
export async function passOn(
  house: House,
  workspace: Workspace,
  input: { invitationId: string; name: string; email: string },
  queue: QueueMessages,
): Promise<PassedOn> {
  const name = readColleagueName(input.name);
  const email = readEmail(input.email);
  if (name === null || email.kind !== 'address') {
    const unreadable = email.kind === 'address' ? null : 'unreadable';
    return { kind: 'faulty', faults: { name: name === null, email: unreadable } };
  }
  const { invitationId } = input;
  const passed = await inTransaction(house.db, (tx) =>
    passInside({ ...house, db: tx }, workspace, { invitationId, name, email }, queue),
  );
  if (passed.kind === 'passed_on') house.wakeSender();
  return passed;
}

async function passInside(
  house: Inside,
  workspace: Workspace,
  colleague: { invitationId: string; name: string; email: Email },
  queue: QueueMessages,
): Promise<PassedOn> {
  const { db: tx, ids, clock } = house;
  const { invitationId, email } = colleague;
  const standing = await readStanding(house, workspace, invitationId);
  if (!standing) return { kind: 'moved' };
  if (await findReferral(tx, workspace, invitationId)) return { kind: 'passed_on_before' };
  const own = await addressWrittenTo(tx, workspace, standing.invitation.personId);
  if (own?.emailKey === email.key) return { kind: 'faulty', faults: { name: false, email: 'own' } };
  const known = await findColleague(tx, workspace, email.key);
  const may = await mayBeAsked(house, workspace, { wave: standing.wave, personId: known, email });
  const to = may ? await invite(house, workspace, standing, colleague) : null;
  const toInvitationId = to?.id ?? null;
  const at = clock.now();
  await insertReferral(tx, workspace, { invitationId, toInvitationId, at });
  const detail = { toInvitationId };
  const entry = { id: ids.make(), at, actor: RESPONDENT, act: 'pass_on', subject: invitationId, detail };
  await writeAudit(tx, workspace, entry);
  if (to) await writeTo(tx, workspace, { ...to, waveId: standing.wave.id }, queue);
  return { kind: 'passed_on' };
}

async function invite(
  house: Inside,
  workspace: Workspace,
  { invitation, wave, role }: Standing,
  { name, email }: { name: string; email: Email },
): Promise<{ id: string; personId: string }> {
  const { db: tx, ids, clock, env } = house;
  const { personaId, accountId, versionId } = invitation;
  const seat = { name, email, accountId, personaId, programmeId: role.programmeId };
  const { id: roleId, personId } = await nameColleague(house, workspace, seat);
  const colleague = {
    ...{ id: ids.make(), roleId, personId, accountId, personaId, versionId },
    cameFrom: { how: 'referral' as const, invitationId: invitation.id, personaAtInvite: null },
  };
  const made = { waveId: wave.id, invitations: [colleague], now: clock.now(), secret: env.appSecret };
  await insertInvitations(tx, workspace, made);
  await raiseLane(tx, workspace, { programmeId: wave.programmeId, waveId: wave.id, personaId });
  return colleague;
}

/** Somebody known already is written to as always, whichever of their addresses was given. */
async function writeTo(
  tx: Db,
  workspace: Workspace,
  { id, waveId, personId }: { id: string; waveId: string; personId: string },
  queue: QueueMessages,
): Promise<void> {
  const to = await addressWrittenTo(tx, workspace, personId);
  if (to) await queue(tx, workspace, [{ id, waveId, email: to.email }]);
}
