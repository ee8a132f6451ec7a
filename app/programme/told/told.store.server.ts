import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { LaneId, ToldDraft, ToldLetter } from './told.ts';

/** The letters of a lane, the first one first. */
export async function listLetters(
  db: Db,
  workspace: Workspace,
  { waveId, personaId }: LaneId,
): Promise<ToldLetter[]> {
  const rows = await db
    .selectFrom('told_letter')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    ordinal: row.ordinal,
    heard: row.heard,
    willDo: row.will_do,
    willNot: row.will_not,
    toSilent: row.to_silent === 1,
    revision: row.revision,
    sentAt: row.sent_at,
    queuedAt: row.queued_at,
  }));
}

export interface SentLetter {
  personaId: string;
  /** ms */
  sentAt: number;
}

/** When letters went out to the lanes of a wave, the first one first. */
export async function listSentLetters(db: Db, workspace: Workspace, waveId: string): Promise<SentLetter[]> {
  const rows = await db
    .selectFrom('told_letter')
    .select(['persona_id as personaId', 'sent_at as sentAt'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('sent_at', 'is not', null)
    .orderBy('sent_at')
    .execute();
  return rows.map(({ personaId, sentAt }) => ({ personaId, sentAt: sentAt! }));
}

/** Writes the draft of this number; false where somebody wrote it since revision `draft.revision`, or sent it. */
export async function writeDraft(
  tx: Db,
  workspace: Workspace,
  lane: LaneId,
  draft: ToldDraft & { ordinal: number; revision: number; by: string; at: number },
): Promise<boolean> {
  const cells = {
    heard: draft.heard,
    will_do: draft.willDo,
    will_not: draft.willNot,
    to_silent: draft.toSilent ? 1 : 0,
    revision: draft.revision + 1,
    updated_by: draft.by,
    updated_at: draft.at,
  };
  const key = {
    workspace_id: workspace.id,
    wave_id: lane.waveId,
    persona_id: lane.personaId,
    ordinal: draft.ordinal,
  };
  const written = await tx
    .insertInto('told_letter')
    .values({ ...key, ...cells, sent_by: null, sent_at: null, queued_after: null, queued_at: null })
    .onConflict((on) =>
      on
        .columns(['workspace_id', 'wave_id', 'persona_id', 'ordinal'])
        .doUpdateSet(cells)
        .where('told_letter.revision', '=', draft.revision)
        .where('told_letter.sent_at', 'is', null),
    )
    .returning('revision')
    .execute();
  return written.length > 0;
}

/** Sends the draft as it stood at this revision; false where somebody wrote it since, or sent it. */
export async function markLetterSent(
  tx: Db,
  workspace: Workspace,
  {
    waveId,
    personaId,
    ordinal,
    revision,
    by,
    at,
  }: LaneId & { ordinal: number; revision: number; by: string; at: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('told_letter')
    .set({ sent_by: by, sent_at: at })
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .where('ordinal', '=', ordinal)
    .where('revision', '=', revision)
    .where('sent_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Says that everybody heard so far is told: it only grows. */
export async function raiseTold(
  tx: Db,
  workspace: Workspace,
  { waveId, personaId, told }: LaneId & { told: number },
): Promise<void> {
  await tx
    .updateTable('wave_lane')
    .set({ told })
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .where('told', '<', told)
    .execute();
}

export async function addTold(tx: Db, workspace: Workspace, { waveId, personaId }: LaneId): Promise<void> {
  await tx
    .updateTable('wave_lane')
    .set(({ eb }) => ({ told: eb('told', '+', 1) }))
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .execute();
}

export interface LetterOnItsWay extends LaneId {
  workspaceId: string;
  ordinal: number;
  toSilent: boolean;
  sentAt: number;
  /** The last invitation looked at; null before the first. */
  after: string | null;
}

/**
 * Letters that were sent and are not all in the ledger, of every workspace. Where answers are unlinkable they wait until
 * nobody can answer any more: see `sendTold`.
 * @param closedBefore of such waves, ms
 */
export async function listOnTheirWay(db: Db, closedBefore: number): Promise<LetterOnItsWay[]> {
  const rows = await db
    .selectFrom('told_letter as t')
    .innerJoin('wave', (on) =>
      on.onRef('wave.workspace_id', '=', 't.workspace_id').onRef('wave.id', '=', 't.wave_id'),
    )
    .innerJoin('programme as pr', (on) =>
      on.onRef('pr.workspace_id', '=', 'wave.workspace_id').onRef('pr.id', '=', 'wave.programme_id'),
    )
    .select(['t.workspace_id as workspaceId', 't.wave_id as waveId', 't.persona_id as personaId'])
    .select(['t.ordinal', 't.to_silent', 't.sent_at', 't.queued_after as after'])
    .where('t.sent_at', 'is not', null)
    .where('t.queued_at', 'is', null)
    .where(({ or, eb }) =>
      or([eb('pr.confidentiality', '<>', 'unlinkable'), eb('wave.closed_at', '<', closedBefore)]),
    )
    .orderBy('t.sent_at')
    .execute();
  return rows.map(({ to_silent, sent_at, ...row }) => ({
    ...row,
    toSilent: to_silent === 1,
    sentAt: sent_at!,
  }));
}

/** Moves a letter on from where it was; false where another process did it first. */
export async function moveOn(
  tx: Db,
  workspace: Workspace,
  letter: LetterOnItsWay,
  { after, queuedAt }: { after: string | null; queuedAt: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('told_letter')
    .set({ queued_after: after, queued_at: queuedAt })
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', letter.waveId)
    .where('persona_id', '=', letter.personaId)
    .where('ordinal', '=', letter.ordinal)
    .where('queued_at', 'is', null)
    .where('queued_after', letter.after === null ? 'is' : '=', letter.after)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
