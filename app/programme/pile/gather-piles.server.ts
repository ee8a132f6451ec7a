import { readSettingsRow } from '#app/membership/workspace.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Secrets } from '#app/platform/secrets.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { addressHashes } from '../address-hash.server.ts';
import { listInvitedRoles } from '../wave/invitation.store.server.ts';
import type { WaveLane } from '../wave/wave.ts';
import { listCandidates, listLastAsked, listSuppressed } from './candidate.store.server.ts';
import { type Piles, REST_DAYS, sortCandidates } from './pile.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface Gather {
  waveId: string;
  programmeId: string;
  lanes: readonly Pick<WaveLane, 'personaId'>[];
  now: number;
  secrets: Secrets;
}

/** The ready and the stale pile as they are now; inside a send, as they are inside its transaction. */
export async function gatherPiles(
  db: Db,
  workspace: Workspace,
  { waveId, programmeId, lanes, now, secrets }: Gather,
): Promise<Pick<Piles, 'ready' | 'stale'> & { reviewDays: number }> {
  const personaIds = lanes.map(({ personaId }) => personaId);
  const { roleReviewDays: reviewDays } = await readSettingsRow(db, workspace);
  const candidates = await listCandidates(db, workspace, { programmeId, personaIds });
  const invited = await listInvitedRoles(db, workspace, waveId);
  const suppressed = await listSuppressed(db, workspace, programmeId);
  const since = now - REST_DAYS * DAY;
  const lastAsked = await listLastAsked(db, workspace, { exceptWaveId: waveId, since });
  const isSuppressed = (email: string) =>
    suppressed.size > 0 && addressHashes(secrets, email).some((hash) => suppressed.has(hash));
  const piles = sortCandidates(candidates, { now, reviewDays, invited, isSuppressed, lastAsked });
  return { ...piles, reviewDays };
}
