import type { House } from '#app/platform/house.ts';
import { checkSuppressed } from '../check-suppressed.server.ts';
import type { ClaimedMessage } from '../claimed-message.ts';
import { findAskedState } from '../letter-row.store.server.ts';

export type NotToSend =
  | { kind: 'never'; why: string; hasAnswered: boolean }
  /** Its wave was held up since it was claimed. */
  | { kind: 'paused' };

/** Asked again at the last moment: much may have happened since the wave was sent. Null where it may go. */
export async function lookLast(house: House, message: ClaimedMessage): Promise<NotToSend | null> {
  // The ledger's row is the proof that there is one.
  const row = (await findAskedState(house.db, [message.workspace_id], message.invitation_id))!;
  const hasAnswered = row.response_id !== null || row.marked !== null;
  if (message.kind === 'told_back') return lookAtTold(house, message, row.programme_id);
  if (row.revoked_at !== null) return { kind: 'never', why: 'The invitation was taken back.', hasAnswered };
  if (row.wave_state !== 'open') return { kind: 'never', why: 'The wave was closed.', hasAnswered };
  if (hasAnswered) return { kind: 'never', why: 'The person has answered.', hasAnswered };
  const written = { programmeId: row.programme_id, email: message.to_address };
  if (await checkSuppressed(house, message.workspace_id, written))
    return { kind: 'never', why: 'This address must not be written to.', hasAnswered };
  if (row.paused_at !== null) return { kind: 'paused' };
  return null;
}

/** It asks nothing, so it goes to those who answered, and when the wave is closed; not to whoever wants no mail. */
async function lookAtTold(
  house: House,
  message: ClaimedMessage,
  programmeId: string,
): Promise<NotToSend | null> {
  const written = { programmeId, email: message.to_address };
  if (!(await checkSuppressed(house, message.workspace_id, written))) return null;
  // That somebody answered says nothing of whether this letter arrived.
  return { kind: 'never', why: 'This address must not be written to.', hasAnswered: false };
}
