import { DAY } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { addressHashes } from '../address-hash.server.ts';
import { findAskingRules } from '../asking/asking-rules.store.server.ts';
import type { WaveRow } from '../wave/wave.store.server.ts';
import { addressWrittenTo, isListed, wasAsked } from './referral.store.server.ts';

/**
 * Whether somebody whom a colleague named may be asked now: by the rules of any send, looked up for this one person.
 * @param asked `personId` is null for somebody who was not known.
 */
export async function mayBeAsked(
  { db, clock, env }: Pick<House, 'db' | 'clock' | 'env'>,
  workspace: Workspace,
  asked: { wave: WaveRow; personId: string | null; email: { address: string } },
): Promise<boolean> {
  const { wave, personId, email } = asked;
  if (wave.state !== 'open' || wave.programmeState !== 'live') return false;
  const { programmeId } = wave;
  const isStopped = (address: string) =>
    isListed(db, workspace, { programmeId, hashes: addressHashes(env, address) });
  if (await isStopped(email.address)) return false;
  if (personId === null) return true;
  const { restDays } = await findAskingRules(db, workspace);
  const since = clock.now() - restDays * DAY;
  if (await wasAsked(db, workspace, { personId, waveId: wave.id, since })) return false;
  // A known person is written to at the address that is theirs here, whichever the colleague knew.
  const written = await addressWrittenTo(db, workspace, personId);
  return written !== undefined && !(await isStopped(written.email));
}
