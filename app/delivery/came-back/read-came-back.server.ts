import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findReturns } from '../event/wave-return.store.server.ts';
import { listCameBack } from './came-back.store.server.ts';
import { type MailOutcome, toMailOutcome } from './mail-outcome.ts';

export interface CameBack {
  lines: {
    personId: string;
    personName: string;
    accountName: string;
    personaId: string;
    outcome: MailOutcome;
    at: number;
    /** In the words of the mail server; empty where it said nothing. */
    detail: string;
    isReminder: boolean;
  }[];
  /** Why the limits stopped the wave last, in words; null where they never did. */
  stoppedWhy: string | null;
}

/** Mails to one person that may have come back: the letter, its reminders and a renewed link or two. */
const MAILS_EACH = 6;

/** Whose mail came back in a wave, each person once with the gravest, at most `limit` of them. */
export async function readCameBack(
  db: Db,
  workspace: Workspace,
  { waveId, limit }: { waveId: string; limit: number },
): Promise<CameBack> {
  const rows = await listCameBack(db, workspace, { waveId, limit: limit * MAILS_EACH });
  const seen = new Set<string>();
  const own = rows.filter(({ invitationId }) => !seen.has(invitationId) && seen.add(invitationId));
  const returns = await findReturns(db, workspace, waveId);
  return {
    lines: own.slice(0, limit).map(({ kind, outcome, at, detail, invitationId: _, ...line }) => ({
      ...line,
      outcome: toMailOutcome(outcome),
      at: at ?? 0,
      detail: detail ?? '',
      isReminder: kind === 'reminder',
    })),
    stoppedWhy: returns?.stoppedWhy ?? null,
  };
}
