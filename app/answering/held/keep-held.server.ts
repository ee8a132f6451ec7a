import { DAY } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Confidentiality } from '#app/programme/confidentiality.ts';
import type { Given } from '#app/survey/question/given.ts';
import { insertHeld } from './held.store.server.ts';
import { type Evidence, type HeldReason, writeGiven, writeSigns } from './held.ts';

/** An answer that came in and is in doubt. In an unlinkable programme its id is a random one. */
export interface NewHeld {
  id: string;
  waveId: string;
  personaId: string;
  surveyVersionId: string;
  /** The promise of the programme: it decides what may be kept beside the answers. */
  confidentiality: Confidentiality;
  reason: HeldReason;
  evidence: readonly Evidence[];
  /** Between the page being shown and the press, in ms. */
  elapsed?: number | undefined;
  invitationId: string | null;
  sharedLinkId: string | null;
  accountId: string | null;
  saidName: string | null;
  saidEmail: string | null;
  given: Given;
  language: string;
  submitId: string;
  receivedAt: number;
}

export type HeldOutcome =
  | { kind: 'held' }
  /** The same page sent again. */
  | { kind: 'held_before' }
  /** Unlinkable: a press that looks like a machine's leads back to an invitation, so it is not stored at all. */
  | { kind: 'not_kept' };

/** Keeps a doubtful answer beside the counted ones, in no figure until a member releases it. */
export async function keepHeld(tx: Db, workspace: Workspace, held: NewHeld): Promise<HeldOutcome> {
  const { confidentiality, evidence, elapsed, given, ...facts } = held;
  const unlinkable = confidentiality === 'unlinkable';
  if (unlinkable && held.reason === 'machine') return { kind: 'not_kept' };
  const row = {
    ...facts,
    saidName: withoutNul(held.saidName),
    saidEmail: withoutNul(held.saidEmail),
    evidence: writeSigns(evidence, elapsed),
    given: writeGiven(given),
  };
  const written = await insertHeld(tx, workspace, unlinkable ? { ...row, ...withoutTraces(held) } : row);
  return { kind: written ? 'held' : 'held_before' };
}

/** At an account with one buyer the account is the name, so nothing of it is kept. */
function withoutTraces({ receivedAt }: NewHeld) {
  return {
    invitationId: null,
    accountId: null,
    saidName: null,
    saidEmail: null,
    receivedAt: Math.floor(receivedAt / DAY) * DAY,
  };
}

/** PostgreSQL keeps no NUL in a text; the form itself is kept as JSON, which writes it otherwise. */
function withoutNul(text: string | null): string | null {
  return text === null ? null : text.replaceAll('\0', '');
}
