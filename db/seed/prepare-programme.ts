import { createProgramme } from '#app/programme/create-programme.server.ts';
import type { NewProgramme } from '#app/programme/programme.ts';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { createSurvey } from '#app/survey/create-survey.server.ts';
import type { Draft } from '#app/survey/draft/draft.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';
import type { PurposeWords } from './purposes.ts';
import { expectKind, type OpenStage } from './stage.ts';

export interface Lane {
  personaId: string;
  versionId: string;
}

export interface PreparedProgramme {
  programmeId: string;
  lanes: Lane[];
}

/** What one persona is asked in a programme, and why. */
export interface Part {
  personaId: string;
  surveyName: string;
  draft: Draft;
  purpose: PurposeWords;
}

/** Days before the Monday of loading; minus is ahead. */
export interface Promised {
  decide: number;
  tell: number;
}

/** A programme with, for each persona, why it is asked and questions of its own, published. */
export async function prepareProgramme(
  stage: OpenStage,
  programme: NewProgramme,
  parts: readonly Part[],
  promised: Promised,
): Promise<PreparedProgramme> {
  const { house, workspace, actor } = stage;
  const { id: programmeId } = await createProgramme(house, workspace, { ...programme, ownerId: actor });
  await writePurposes(stage, programmeId, parts, promised);
  const lanes: Lane[] = [];
  for (const part of parts) lanes.push(await publish(stage, programmeId, part));
  return { programmeId, lanes };
}

/** Writes down why each persona is asked, with the dates that hold for the next wave. */
export async function writePurposes(
  stage: OpenStage,
  programmeId: string,
  parts: readonly Part[],
  promised: Promised,
): Promise<void> {
  const { house, workspace, actor } = stage;
  const decideOn = stage.dayOf(promised.decide);
  const promiseOn = stage.dayOf(promised.tell);
  for (const { personaId, purpose } of parts) {
    const input = { ...purpose, decideOn, promiseOn, programmeId, personaId, actor };
    expectKind(await savePurpose(house, workspace, input), 'saved');
  }
}

async function publish(stage: OpenStage, programmeId: string, part: Part): Promise<Lane> {
  const { house, workspace, actor } = stage;
  const { personaId, surveyName: name, draft } = part;
  const created = await createSurvey(house, workspace, { programmeId, personaId, name });
  const { id: surveyId } = expectKind(created, 'created');
  const saved = await saveDraft(house, workspace, { surveyId, revision: 1, draft });
  const { revision } = expectKind(saved, 'saved');
  const published = await publishSurvey(house, workspace, { surveyId, revision, actor });
  return { personaId, versionId: expectKind(published, 'published').versionId };
}
