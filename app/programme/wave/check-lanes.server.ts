import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { assumedOf } from '#app/survey/compare/fit.ts';
import { sayMismatch } from '#app/survey/compare/mismatch.ts';
import { QuestionSet } from '#app/survey/question.ts';
import { listProgrammeVersionRows, type VersionRow } from '#app/survey/version/version.store.server.ts';
import type { QuestionSetMismatch } from './question-set-mismatch.ts';
import type { NewWave } from './wave.ts';

export type CheckedLanes =
  /** Each persona gets questions that were written for it, in the order of the lanes. */
  | { kind: 'fitting'; sets: QuestionSet[] }
  | QuestionSetMismatch
  /** No version of this programme has this id. */
  | { kind: 'unknown_version'; versionId: string };

/** Holds the lanes of a wave against what was published for whom. */
export async function checkLanes(
  tx: Db,
  workspace: Workspace,
  { programmeId, lanes }: Pick<NewWave, 'programmeId' | 'lanes'>,
): Promise<CheckedLanes> {
  const rows = await listProgrammeVersionRows(tx, workspace, programmeId);
  const versions = new Map(rows.map((version) => [version.id, version]));
  const sets: QuestionSet[] = [];
  for (const { personaId, versionId } of lanes) {
    const version = versions.get(versionId);
    if (!version) return { kind: 'unknown_version', versionId };
    if (version.personaId !== personaId) return mismatch(tx, workspace, version, personaId);
    sets.push(QuestionSet.parse(JSON.parse(version.definition)));
  }
  return { kind: 'fitting', sets };
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
