import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findProgramme } from '../programme.store.server.ts';
import { GRACE } from '../wave/grace.ts';
import { findAskingWave, lockWave, type WaveRow } from '../wave/wave.store.server.ts';
import { listDebts } from './debt.store.server.ts';
import { owedBy } from './debt.ts';
import { listLetters, markLetterSent, raiseTold } from './told.store.server.ts';
import type { LaneId } from './told.ts';
import { missingInLetter, type ToldField, type ToldLetter } from './told.ts';

export type SentTold =
  /** `told` respondents were owed it and are told by it. */
  | { kind: 'sent'; told: number }
  | { kind: 'incomplete'; missing: Partial<Record<ToldField, string>> }
  /** What would be sent is not what was looked at. */
  | { kind: 'changed' }
  /** Nothing may lead back to who answered when, so they are told all at once: when nobody can answer any more. */
  | { kind: 'still_open' }
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
    const ready = await findReady(tx, workspace, { ...lane, revision, at });
    if (ready.kind !== 'ready') return ready;
    const { letter, heard, told } = ready;
    const sending = { ...lane, ordinal: letter.ordinal, revision, by: actor, at };
    if (!(await markLetterSent(tx, workspace, sending))) return { kind: 'changed' };
    await raiseTold(tx, workspace, { ...lane, told: heard });
    const detail = { personaId, ordinal: letter.ordinal, told, toSilent: letter.toSilent };
    await writeAudit(tx, workspace, { id: ids.make(), at, actor, act: 'send_told', subject: waveId, detail });
    return { kind: 'sent', told };
  });
}

type Ready = { kind: 'ready'; letter: ToldLetter; heard: number; told: number };

/** The letter that may go out as it was seen, with whom it tells; or what stands in its way. */
async function findReady(
  tx: Db,
  workspace: Workspace,
  { waveId, personaId, revision, at }: LaneId & { revision: number; at: number },
): Promise<Ready | Exclude<SentTold, { kind: 'sent' }>> {
  const wave = await findAskingWave(tx, workspace, waveId);
  const letters = wave ? await listLetters(tx, workspace, { waveId, personaId }) : [];
  const letter = letters.at(-1);
  if (!wave || wave.state === 'draft' || !letter) return { kind: 'unknown' };
  if (letter.sentAt !== null || letter.revision !== revision) return { kind: 'changed' };
  if (!(await mayTell(tx, workspace, wave, at))) return { kind: 'still_open' };
  const missing = missingInLetter(letter);
  if (Object.keys(missing).length > 0) return { kind: 'incomplete', missing };
  const [debt] = await listDebts(tx, workspace, { waveId, personaIds: [personaId] });
  const heard = debt?.heard ?? 0;
  const told = debt ? owedBy(debt) : 0;
  return hasReaders(letters, { heard, told }) ? { kind: 'ready', letter, heard, told } : { kind: 'nobody' };
}

/** Somebody is owed the last of these letters, or it is the first one that goes to the silent as well. */
function hasReaders(
  letters: readonly ToldLetter[],
  { heard, told }: { heard: number; told: number },
): boolean {
  const toSilent = letters.at(-1)!.toSilent;
  const before = letters.slice(0, -1);
  if (before.length === 0) return heard > 0 || toSilent;
  return told > 0 || (toSilent && !before.some((one) => one.toSilent));
}

/**
 * A letter to whoever answered since the last one says when they did. Where answers are unlinkable that could lead one of
 * them to its author, so there is one letter, after the last answer.
 */
async function mayTell(tx: Db, workspace: Workspace, wave: WaveRow, now: number): Promise<boolean> {
  const programme = await findProgramme(tx, workspace, wave.programmeId);
  if (programme?.confidentiality !== 'unlinkable') return true;
  return wave.closedAt !== null && now > wave.closedAt + GRACE;
}
