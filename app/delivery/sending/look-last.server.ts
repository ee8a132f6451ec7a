import type { House } from '#app/platform/house.ts';
import { addressHashes } from '#app/programme/address-hash.server.ts';
import type { ClaimedMessage } from '../claim.store.server.ts';
import { findLetterRow } from '../delivery.store.server.ts';
import { isSuppressed } from '../suppression.store.server.ts';

export interface NotToSend {
  why: string;
  hasAnswered: boolean;
}

/** Asked again at the last moment: much may have happened since the wave was sent. Null where it may go. */
export async function lookLast(house: House, message: ClaimedMessage): Promise<NotToSend | null> {
  const row = await findLetterRow(house.db, message.workspace_id, message.invitation_id);
  const hasAnswered = row.response_id !== null || row.marked !== null;
  if (row.revoked_at !== null) return { why: 'The invitation was taken back.', hasAnswered };
  if (row.wave_state !== 'open') return { why: 'The wave was closed.', hasAnswered };
  if (hasAnswered) return { why: 'The person has answered.', hasAnswered };
  const hashes = addressHashes(house.env, message.to_address);
  if (await isSuppressed(house.db, message.workspace_id, hashes))
    return { why: 'This address must not be written to.', hasAnswered };
  return null;
}
