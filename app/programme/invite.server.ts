import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Named } from './pile/take-named.ts';
import { insertInvitations, type NewInvitation } from './wave/invitation.store.server.ts';
import { raiseLane } from './wave/raise-lane.server.ts';
import type { WaveLane } from './wave/wave.ts';

/** An invitation, and where its first mail goes. */
export interface ToWriteTo {
  id: string;
  waveId: string;
  email: string;
}

/** Puts a first mail for each invitation into the ledger, inside the transaction that makes them. */
export type QueueMessages = (
  tx: Db,
  workspace: Workspace,
  invitations: readonly ToWriteTo[],
) => Promise<void>;

/** Writes an invitation with its link and its first mail for each role that is asked, in the transaction given. */
export async function invite(
  { db: tx, ids, clock, env }: Pick<House, 'db' | 'ids' | 'clock' | 'env'>,
  workspace: Workspace,
  { waveId, lanes, named }: { waveId: string; lanes: readonly WaveLane[]; named: Named },
  queue: QueueMessages,
): Promise<void> {
  const versions = new Map(lanes.map(({ personaId, versionId }) => [personaId, versionId]));
  const invitations = named.asked.map(
    ({ roleId, personId, accountId, personaId, confirmedAt }): NewInvitation => ({
      id: ids.make(),
      roleId,
      personId,
      accountId,
      personaId,
      versionId: versions.get(personaId)!,
      staleConfirmation: named.askedFirst.has(roleId) ? (confirmedAt ?? 0) : null,
    }),
  );
  await insertInvitations(tx, workspace, { waveId, invitations, now: clock.now(), secret: env.appSecret });
  const emails = named.asked.map(({ email }) => email);
  const letters = invitations.flatMap(({ id }, at) => {
    const email = emails[at] ?? null;
    return email === null ? [] : [{ id, waveId, email }];
  });
  if (letters.length > 0) await queue(tx, workspace, letters);
}

/** N of each lane, as of a send: whoever holds the role now, and never fewer than were asked. */
export async function raiseKnown(
  tx: Db,
  workspace: Workspace,
  { id: waveId, programmeId }: { id: string; programmeId: string },
  lanes: readonly WaveLane[],
): Promise<void> {
  for (const { personaId } of lanes) await raiseLane(tx, workspace, { programmeId, waveId, personaId });
}
