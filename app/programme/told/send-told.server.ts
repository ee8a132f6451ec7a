import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findAskingWave, lockWave } from '../wave/wave.store.server.ts';
import { listDebts } from './debt.store.server.ts';
import { owedBy } from './debt.ts';
import { listLetters, markLetterSent, raiseTold } from './told.store.server.ts';
import type { LaneId } from './told.ts';
import { missingInLetter, type ToldField } from './told.ts';

export type SentTold =
  /** `told` respondents were owed it and are told by it. */
  | { kind: 'sent'; told: number }
  | { kind: 'incomplete'; missing: Partial<Record<ToldField, string>> }
  /** What would be sent is not what was looked at. */
  | { kind: 'changed' }
  /** Everybody heard was told, and the silent had their letter. */
  | { kind: 'nobody' }
  | { kind: 'unknown' };

/**
 * Sends the letter of a lane to all its respondents who had none. One commit decides it and settles what is owed; the
 * mails follow in stretches, whatever ends the process in between.
 * @param input.revision of the draft that whoever sends has seen
 */
export async function sendTold(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { waveId, personaId, revision, actor }: LaneId & { revision: number; actor: Actor },
): Promise<SentTold> {
  const at = clock.now();
  const lane = { waveId, personaId };
  return db.transaction().execute(async (tx): Promise<SentTold> => {
    await lockWave(tx, workspace, waveId);
    const wave = await findAskingWave(tx, workspace, waveId);
    const letters = wave ? await listLetters(tx, workspace, lane) : [];
    const letter = letters.at(-1);
    if (!wave || wave.state === 'draft' || !letter) return { kind: 'unknown' };
    if (letter.sentAt !== null || letter.revision !== revision) return { kind: 'changed' };
    const missing = missingInLetter(letter);
    if (Object.keys(missing).length > 0) return { kind: 'incomplete', missing };
    const debts = await listDebts(tx, workspace, { waveId, personaIds: [personaId] });
    const heard = debts[0]?.heard ?? 0;
    const told = debts[0] ? owedBy(debts[0]) : 0;
    const isFirstToSilent = letter.toSilent && !letters.some((one) => one.sentAt !== null && one.toSilent);
    if (told === 0 && !isFirstToSilent && letters.length > 1) return { kind: 'nobody' };
    if (heard === 0 && !letter.toSilent) return { kind: 'nobody' };
    await markLetterSent(tx, workspace, { ...lane, ordinal: letter.ordinal, by: actor, at });
    await raiseTold(tx, workspace, { ...lane, told: heard });
    const detail = { personaId, ordinal: letter.ordinal, told, toSilent: letter.toSilent };
    await writeAudit(tx, workspace, { id: ids.make(), at, actor, act: 'send_told', subject: waveId, detail });
    return { kind: 'sent', told };
  });
}
