import { findRole, rolesOf } from '#app/audience/role.store.server.ts';
import type { RoleEpisode } from '#app/audience/role.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findWave, lockWave, type WaveRow } from '../wave/wave.store.server.ts';
import {
  findInvitation,
  findLastCorrection,
  hasAnswered,
  lockInvitation,
  type SpokenOf,
} from './correction.store.server.ts';
import type { Correction } from './correction.ts';

/** What is known of an invitation and of its holder's role at the moment they speak. */
export interface Standing {
  invitation: SpokenOf;
  wave: WaveRow;
  answered: boolean;
  last: Correction | undefined;
  /** The role they hold by what is known: the one asked, or the one they said since. */
  role: RoleEpisode;
}

/** Reads it and holds the wave and the invitation; null where the invitation opens nothing any more. */
export async function readStanding(
  { db: tx, engine }: Pick<House, 'db' | 'engine'>,
  workspace: Workspace,
  invitationId: string,
): Promise<Standing | null> {
  const found = await findInvitation(tx, workspace, invitationId);
  if (!found) return null;
  await lockWave(tx, workspace, found.waveId);
  const invitation = await lockInvitation(tx, engine, workspace, invitationId);
  const wave = await findWave(tx, workspace, found.waveId);
  if (!invitation || invitation.revokedAt !== null || !wave) return null;
  const answered = await hasAnswered(tx, workspace, invitationId);
  const last = await findLastCorrection(tx, workspace, invitationId);
  const role =
    (await saidSince(tx, workspace, invitation, last)) ?? (await findRole(tx, workspace, invitation.roleId))!;
  return { invitation, wave, answered, last, role };
}

/** After an answer the invitation stays as it is, so a role said since is found by what was said. */
async function saidSince(
  tx: House['db'],
  workspace: Workspace,
  { personId, accountId }: SpokenOf,
  last: Correction | undefined,
): Promise<RoleEpisode | undefined> {
  if (last?.said !== 'other') return undefined;
  const roles = await rolesOf(tx, workspace, [personId]);
  return roles.findLast(
    (role) => role.accountId === accountId && role.personaId === last.toPersonaId && role.endedAt === null,
  );
}
