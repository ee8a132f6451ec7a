import type { House } from '#app/platform/house.ts';
import { keyedHash } from '#app/platform/secrets.server.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Given } from '#app/survey/question/given.ts';
import { keepHeld } from '../held/keep-held.server.ts';
import type { RespondentDoor } from '../respondent-door.ts';
import { countWaitingSelves } from './said.store.server.ts';

export interface SelfAnswer {
  door: RespondentDoor;
  submitId: string;
  given: Given;
  saidName: string | null;
  saidEmail: string | null;
}

export type KeptSelf =
  | { kind: 'kept' }
  /** As many wait from this invitation as may. */
  | { kind: 'full' };

/** More than the colleagues of one person who open one mail; fewer than would bury what waits for the team. */
const MOST_WAITING = 5;

/** Keeps what somebody answered as themselves: apart, in no figure, and beside the invitation, which stays as it is. */
export function keepSelf(
  { db, ids, clock, env }: Pick<House, 'db' | 'ids' | 'clock' | 'env'>,
  { door, submitId, given, saidName, saidEmail }: SelfAnswer,
): Promise<KeptSelf> {
  const { workspace, invitationId, accountId, confidentiality } = door;
  const isUnlinkable = confidentiality === 'unlinkable';
  return inTransaction(db, async (tx) => {
    const waiting = await countWaitingSelves(tx, workspace, { invitationId, exceptSubmitId: submitId });
    if (waiting >= MOST_WAITING) return { kind: 'full' };
    await keepHeld(tx, workspace, {
      ...{ id: isUnlinkable ? ids.makeUnordered() : ids.make(), reason: 'self_declared', evidence: [] },
      ...{ waveId: door.waveId, personaId: door.persona.id, surveyVersionId: door.surveyVersionId },
      ...{ confidentiality, invitationId, accountId, sharedLinkId: null, saidName, saidEmail },
      // A submit id tells when its page was shown; what nothing may lead back by keeps a hash of it.
      submitId: isUnlinkable ? keyedHash(env.appSecret, 'self', submitId).toString('base64url') : submitId,
      language: isUnlinkable ? door.languages[0]! : door.language,
      ...{ given, receivedAt: clock.now() },
    });
    return { kind: 'kept' };
  });
}
