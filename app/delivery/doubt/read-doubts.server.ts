import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { InDoubtRule } from '#app/programme/in-doubt.ts';
import { countDoubts, findDoubting, listDoubts } from './doubt.store.server.ts';
import { type DoubtFate, fateOfDoubt } from './doubt.ts';

export interface Doubts {
  rule: InDoubtRule;
  /** All mails in doubt, reminders too. */
  count: number;
  /** How many of them a member can have sent once more, and how many a member can take as arrived. */
  maySend: number;
  mayTake: number;
  lines: {
    id: string;
    personId: string;
    personName: string;
    accountName: string;
    personaId: string;
    isReminder: boolean;
    isTwice: boolean;
    since: number;
    reason: string | null;
    fate: DoubtFate;
  }[];
}

/** What of a wave is in doubt, and what becomes of each; null where nothing is. */
export async function readDoubts(
  db: Db,
  workspace: Workspace,
  { waveId, limit }: { waveId: string; limit: number },
): Promise<Doubts | null> {
  const counts = await countDoubts(db, workspace, waveId);
  const count = counts.reduce((sum, { messages }) => sum + messages, 0);
  const found = count === 0 ? undefined : await findDoubting(db, workspace, waveId);
  if (!found) return null;
  const doubting = { ...found, isHeldUp: found.pausedAt !== null };
  let [maySend, mayTake] = [0, 0];
  for (const { resent, messages } of counts) {
    const fate = fateOfDoubt({ resent, doubtedAt: 0 }, doubting);
    if (fate.kind !== 'decide') continue;
    mayTake += messages;
    if (fate.mayGoAgain) maySend += messages;
  }
  const rows = await listDoubts(db, workspace, { waveId, limit });
  const lines = rows.map(({ kind, resent, doubtedAt, nextAt, ...line }) => {
    const since = doubtedAt ?? nextAt;
    const fate = fateOfDoubt({ resent, doubtedAt: since }, doubting);
    return { ...line, isReminder: kind === 'reminder', isTwice: resent === 1, since, fate };
  });
  return { rule: found.rule, count, maySend, mayTake, lines };
}
