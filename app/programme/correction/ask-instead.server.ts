import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { insertInvitations } from '../wave/invitation.store.server.ts';
import { raiseLane } from '../wave/raise-lane.server.ts';
import { listLanes, type WaveRow } from '../wave/wave.store.server.ts';
import { findInvitationOfRole, moveAnswerLinks, type SpokenOf } from './correction.store.server.ts';

type Inside = Pick<House, 'db' | 'ids' | 'clock' | 'env'>;

interface Instead {
  wave: WaveRow;
  old: SpokenOf;
  roleId: string;
  personaId: string;
}

/**
 * Leads the address of an invitation on to the questions of another persona of the same wave, and says which
 * invitation it opens now: one made for it, or the one by which that role was asked before. Null where the wave has no
 * questions for the persona. The old invitation keeps its persona: a row is never moved to another lane.
 */
export async function askInstead(
  house: Inside,
  workspace: Workspace,
  instead: Instead,
): Promise<string | null> {
  const { db: tx } = house;
  const { wave, old, roleId } = instead;
  const known = await findInvitationOfRole(tx, workspace, { waveId: wave.id, roleId });
  if (known && known.revokedAt !== null) return null;
  const to = known?.id ?? (await invite(house, workspace, instead));
  if (to !== null) await moveAnswerLinks(tx, workspace, { from: old.id, to });
  return to;
}

async function invite(
  { db: tx, ids, clock, env }: Inside,
  workspace: Workspace,
  { wave, old, roleId, personaId }: Instead,
): Promise<string | null> {
  const lanes = await listLanes(tx, workspace, wave.id);
  const lane = lanes.find((one) => one.personaId === personaId);
  if (!lane) return null;
  const { personId, accountId } = old;
  const personaAtInvite = old.personaAtInvite ?? old.personaId;
  const invitation = {
    ...{ id: ids.make(), roleId, personId, accountId, personaId, versionId: lane.versionId },
    cameFrom: { how: 'correction' as const, invitationId: old.id, personaAtInvite },
  };
  const made = { waveId: wave.id, invitations: [invitation], now: clock.now(), secret: env.appSecret };
  await insertInvitations(tx, workspace, made);
  await raiseLane(tx, workspace, { programmeId: wave.programmeId, waveId: wave.id, personaId });
  return invitation.id;
}
