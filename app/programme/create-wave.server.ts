import { listPersonas } from '#app/persona/persona.store.server.ts';
import { logRefusal } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { assumedOf } from '#app/survey/compare/fit.ts';
import { sayMismatch } from '#app/survey/compare/mismatch.ts';
import { QuestionSet } from '#app/survey/question.ts';
import { listProgrammeVersionRows, type VersionRow } from '#app/survey/version/version.store.server.ts';
import { findProgramme } from './programme.store.server.ts';
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
    const refused = await checkLanes(tx, workspace, wave);
    if (refused) {
      const { code } = refused.kind === 'refused' ? refused : { code: null };
      if (code)
        await logRefusal(tx, workspace, {
          id: ids.make(),
          at: now,
          actor: input.actor,
          code,
          asked: 'create wave',
        });
      return refused;
    }
    const id = ids.make();
    await insertWave(tx, workspace, { ...wave, id, createdAt: now });
    return { kind: 'created', id };
  });
}

type LaneFault = QuestionSetMismatch | { kind: 'unknown_version'; versionId: string };

/** Null when each persona gets questions that were written for it. */
async function checkLanes(tx: Db, workspace: Workspace, wave: NewWave): Promise<LaneFault | null> {
  const versions = new Map(
    (await listProgrammeVersionRows(tx, workspace, wave.programmeId)).map((version) => [version.id, version]),
  );
  for (const { personaId, versionId } of wave.lanes) {
    const version = versions.get(versionId);
    if (!version) return { kind: 'unknown_version', versionId };
    if (version.personaId !== personaId) return mismatch(tx, workspace, version, personaId);
  }
  return null;
}

async function mismatch(
  tx: Db,
  workspace: Workspace,
  version: VersionRow,
  personaId: string,
): Promise<QuestionSetMismatch> {
  const personas = await listPersonas(tx, workspace);
  const owner = personas.find(({ id }) => id === version.personaId)!;
  const wanted = personas.find(({ id }) => id === personaId);
  const questions = QuestionSet.parse(JSON.parse(version.definition)).questions.flatMap((question) => {
    const assumes = wanted ? assumedOf(question, wanted) : null;
    return assumes ? [{ key: question.key, wording: question.wording, assumes }] : [];
  });
  const { surveyId, number } = version;
  const assumed = questions.map(({ assumes }) => assumes);
  const message = wanted
    ? sayMismatch({ owner, number, wanted, assumed })
    : `${owner.name} question set v${number} can’t be sent to anyone else, and there is no persona “${personaId}”.`;
  const refused = { kind: 'refused', code: 'QUESTION_SET_MISMATCH', status: 422 } as const;
  return { ...refused, message, surveyId, personaId: wanted?.id ?? null, questions };
}
