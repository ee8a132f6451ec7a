import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readSet } from '../draft/check-draft.ts';
import { Draft } from '../draft/draft.ts';
import { QuestionSet } from '../question.ts';
import { listSurveyRows } from '../survey.store.server.ts';
import { listProgrammeVersionRows, type VersionRow } from '../version/version.store.server.ts';
import { asAsked } from './as-asked.ts';
import type { AskedSurvey } from './asked.ts';

/** The newest words of every survey of a programme, in lane order, of one persona the newest survey first. */
export async function listAsked(db: Db, workspace: Workspace, programmeId: string): Promise<AskedSurvey[]> {
  const [surveys, versions, personas] = await Promise.all([
    listSurveyRows(db, workspace, programmeId),
    listProgrammeVersionRows(db, workspace, programmeId),
    listPersonas(db, workspace),
  ]);
  return personas.flatMap((persona) =>
    surveys
      .filter(({ personaId }) => personaId === persona.id)
      .map(({ id: surveyId, name, draft: kept }) => {
        const draft = Draft.parse(JSON.parse(kept));
        const newest = versions.find((version) => version.surveyId === surveyId);
        const { id, base, name: single, plural } = persona;
        return {
          surveyId,
          name,
          persona: { id, base, name: single, plural },
          version: sayVersion(draft, newest),
          questions: draft.questions.flatMap((question, index) => asAsked(question, index + 1) ?? []),
        };
      }),
  );
}

function sayVersion(draft: Draft, newest: VersionRow | undefined): string {
  if (!newest) return 'draft of v1';
  const { translations, ...frozen } = QuestionSet.parse(JSON.parse(newest.definition));
  const read = readSet(draft);
  const isSame = read.kind === 'ready' && JSON.stringify(read.set) === JSON.stringify(frozen);
  return isSame ? `v${newest.number}` : `draft of v${newest.number + 1}`;
}
