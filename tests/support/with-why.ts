import type { Confidentiality } from '#app/programme/confidentiality.ts';
import { createProgramme } from '#app/programme/create-programme.server.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { addQuestion, type Draft } from '#app/survey/draft/draft.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';
import { COMPLETE, type Desk, oneQuestion, openSurvey } from './asking.ts';

/** A drafted wave that asks advocates for a score, `q1`, and why, `q2`, under this promise about their names. */
export async function publishWithWhy(
  desk: Desk,
  confidentiality: Confidentiality,
): Promise<{ waveId: string }> {
  const { house, workspace, memberId: actor } = desk;
  const named = { name: 'With why', senderName: 'Ifeoma Okonkwo', confidentiality, ownerId: actor };
  const { id: programmeId } = await createProgramme(house, workspace, named);
  const personaId = 'advocate';
  await savePurpose(house, workspace, { ...COMPLETE, programmeId, personaId, actor });
  const surveyId = await openSurvey(desk, programmeId, personaId);
  await saveDraft(house, workspace, { surveyId, revision: 1, draft: askWhy(oneQuestion()) });
  const published = await publishSurvey(house, workspace, { surveyId, revision: 2, actor });
  if (published.kind !== 'published') throw new Error(published.kind);
  const lanes = [{ personaId, versionId: published.versionId }];
  const wave = await createWave(house, workspace, { programmeId, name: 'Winter 2027', lanes, actor });
  if (wave.kind !== 'created') throw new Error(wave.kind);
  return { waveId: wave.id };
}

function askWhy(draft: Draft): Draft {
  const asked = addQuestion(draft, 'text');
  const questions = asked.questions.map((question) =>
    question.kind === 'text'
      ? { ...question, concept: 'reason', wording: 'Why that number?', serves: 'unknown' as const }
      : question,
  );
  return { ...asked, questions };
}
