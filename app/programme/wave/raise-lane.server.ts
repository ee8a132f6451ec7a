import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countHolders } from '../pile/candidate.store.server.ts';
import { countLaneInvitations } from './invitation.store.server.ts';
import { raiseKnownPeople } from './wave.store.server.ts';

/** Raises a lane's N to the roles held or asked by now, after more were asked: nobody hears more than could be heard. */
export async function raiseLane(
  tx: Db,
  workspace: Workspace,
  lane: { programmeId: string; waveId: string; personaId: string },
): Promise<void> {
  const { programmeId, waveId, personaId } = lane;
  const { roles } = await countHolders(tx, workspace, { programmeId, personaId });
  const invited = await countLaneInvitations(tx, workspace, waveId, personaId);
  await raiseKnownPeople(tx, workspace, { waveId, personaId, people: Math.max(roles, invited) });
}
