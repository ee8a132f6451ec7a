import { logRefusal } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findProgramme } from './programme.store.server.ts';
import { checkLanes } from './wave/check-lanes.server.ts';
import type { QuestionSetMismatch } from './wave/question-set-mismatch.ts';
import { insertWave } from './wave/wave.store.server.ts';
import { NewWave } from './wave/wave.ts';

export type CreatedWave =
  | { kind: 'created'; id: string }
  | QuestionSetMismatch
  | { kind: 'unknown_programme' }
  /** No version of this programme has this id. */
  | { kind: 'unknown_version'; versionId: string };

/** Drafts a wave: for each persona the published questions it is to get. Nobody is asked yet. */
export async function createWave(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  input: NewWave & { actor: Actor },
): Promise<CreatedWave> {
  const wave = NewWave.parse(input);
  const now = clock.now();
  return db.transaction().execute(async (tx): Promise<CreatedWave> => {
    const programme = await findProgramme(tx, workspace, wave.programmeId);
    if (programme?.origin !== 'asked' || programme.state === 'shut') return { kind: 'unknown_programme' };
    const checked = await checkLanes(tx, workspace, wave);
    if (checked.kind === 'refused') {
      const refusal = { at: now, actor: input.actor, code: checked.code };
      await logRefusal(tx, workspace, { ...refusal, asked: 'create wave' });
    }
    if (checked.kind !== 'fitting') return checked;
    const id = ids.make();
    await insertWave(tx, workspace, { ...wave, id, createdAt: now });
    return { kind: 'created', id };
  });
}
