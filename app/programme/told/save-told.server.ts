import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findAskingWave, listLanes, lockWave } from '../wave/wave.store.server.ts';
import { listLetters, writeDraft } from './told.store.server.ts';
import type { LaneId } from './told.ts';
import { ToldDraft, type ToldLetter } from './told.ts';

export type SavedTold =
  | { kind: 'saved'; revision: number }
  /** Somebody else wrote it meanwhile. */
  | { kind: 'conflict'; theirs: ToldLetter }
  /** The wave was not sent, so nobody was heard. */
  | { kind: 'not_sent' }
  | { kind: 'unknown' };

/** Keeps the letter that is being written to a lane. What was sent stays as it was sent: the next one begins. */
export async function saveTold(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  workspace: Workspace,
  input: LaneId & { draft: ToldDraft; revision: number; actor: Actor },
): Promise<SavedTold> {
  const draft = ToldDraft.parse(input.draft);
  return db.transaction().execute(async (tx): Promise<SavedTold> => {
    await lockWave(tx, workspace, input.waveId);
    const wave = await findAskingWave(tx, workspace, input.waveId);
    const lanes = wave ? await listLanes(tx, workspace, wave.id) : [];
    if (!wave || !lanes.some(({ personaId }) => personaId === input.personaId)) return { kind: 'unknown' };
    if (wave.state === 'draft') return { kind: 'not_sent' };
    const letters = await listLetters(tx, workspace, input);
    const last = letters.at(-1);
    const ordinal = last && last.sentAt === null ? last.ordinal : letters.length + 1;
    const kept = { ...draft, ordinal, revision: input.revision, by: input.actor, at: clock.now() };
    const isKept = await writeDraft(tx, workspace, input, kept);
    if (isKept) return { kind: 'saved', revision: input.revision + 1 };
    return { kind: 'conflict', theirs: last! };
  });
}
