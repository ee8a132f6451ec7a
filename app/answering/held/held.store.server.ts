import { nameKey } from '#app/audience/keys.ts';
import type { Db } from '#app/platform/db.server.ts';
import { preparedLook } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { HeldReason } from './held.ts';

export interface HeldRow {
  id: string;
  waveId: string;
  personaId: string;
  surveyVersionId: string;
  reason: HeldReason;
  /** JSON, see `writeSigns`. */
  evidence: string;
  invitationId: string | null;
  sharedLinkId: string | null;
  accountId: string | null;
  saidName: string | null;
  saidEmail: string | null;
  /** JSON, see `writeGiven`. */
  given: string;
  language: string;
  submitId: string;
  receivedAt: number;
}

/** True when it was written; false when its submit id gave one before. */
export async function insertHeld(tx: Db, workspace: Workspace, held: HeldRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('held_response')
    .values({
      workspace_id: workspace.id,
      id: held.id,
      wave_id: held.waveId,
      persona_id: held.personaId,
      survey_version_id: held.surveyVersionId,
      reason: held.reason,
      evidence: held.evidence,
      invitation_id: held.invitationId,
      shared_link_id: held.sharedLinkId,
      account_id: held.accountId,
      said_name: held.saidName,
      said_email: held.saidEmail,
      said_key: saidKey(held),
      given: held.given,
      language: held.language,
      submit_id: held.submitId,
      received_at: held.receivedAt,
    })
    .onConflict((on) => on.columns(['workspace_id', 'submit_id']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** What search looks through; null where they said neither. */
function saidKey({ saidName, saidEmail }: Pick<HeldRow, 'saidName' | 'saidEmail'>): string | null {
  if (saidName === null && saidEmail === null) return null;
  return nameKey(`${saidName ?? ''} ${saidEmail ?? ''}`);
}

const settleAmong = preparedLook((db, ids, slot, place) =>
  db
    .updateTable('held_response')
    .set({ decision: 'answered', decided_at: place('at') })
    .where('workspace_id', '=', slot('workspaceId'))
    .where('invitation_id', 'in', ids)
    .where('reason', '=', 'machine')
    .where('decision', 'is', null),
);

/** What waits of these invitations because it looked like a machine is settled: the person has answered. */
export async function settleMachineHeld(
  tx: Db,
  workspace: Workspace,
  invitationIds: readonly string[],
  at: number,
): Promise<void> {
  await settleAmong(tx, invitationIds, { workspaceId: workspace.id, at });
}
