import type { Confidentiality } from '#app/programme/confidentiality.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { readLaneWords } from '#app/results/read-lane-words.server.ts';
import { createTheme } from '#app/results/theme/create-theme.server.ts';
import { tagAnswers } from '#app/results/theme/tag-answers.server.ts';
import type { TextAt } from '#app/results/theme/theme.ts';
import { THRESHOLDS } from '#app/results/thresholds.ts';
import { addQuestion, changeQuestion, type Draft } from '#app/survey/draft/draft.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';
import { answer, ask } from './answering.ts';
import { COMPLETE, type Desk, oneQuestion, openProgramme, openSurvey } from './asking.ts';

/** The question that is answered in words. */
export const WORDS = 'q2';

function withWords(): Draft {
  return changeQuestion(addQuestion(oneQuestion(), 'text'), WORDS, (question) => ({
    ...{ ...question, wording: 'Why?', concept: 'why', serves: 'unknown' as const },
    isRequired: false,
  }));
}

/** A wave that asks these personas for a number and for words. */
export async function wordsWave(
  desk: Desk,
  personaIds: readonly string[],
  confidentiality: Confidentiality = 'attributed',
): Promise<{ programmeId: string; waveId: string }> {
  const { house, workspace, memberId: actor } = desk;
  const programmeId = await openProgramme(desk, 'In words', confidentiality);
  const lanes = [];
  for (const personaId of personaIds) {
    await savePurpose(house, workspace, { ...COMPLETE, programmeId, personaId, actor });
    const surveyId = await openSurvey(desk, programmeId, personaId);
    await saveDraft(house, workspace, { surveyId, revision: 1, draft: withWords() });
    const published = await publishSurvey(house, workspace, { surveyId, revision: 2, actor });
    if (published.kind !== 'published') throw new Error(JSON.stringify(published));
    lanes.push({ personaId, versionId: published.versionId });
  }
  const wave = await createWave(house, workspace, { programmeId, name: 'Winter', lanes, actor });
  if (wave.kind !== 'created') throw new Error(wave.kind);
  return { programmeId, waveId: wave.id };
}

let people = 0;

/** People of one persona write these words, each at an account of their own, with this score. */
export async function write(
  desk: Desk,
  waveId: string,
  personaId: string,
  words: readonly (string | { words: string; score: number; account?: string })[],
): Promise<void> {
  for (const one of words) {
    people += 1;
    const said = typeof one === 'string' ? { words: one, score: 9 } : one;
    const account = ('account' in said && said.account) || `Account ${people}`;
    const token = await ask(desk, waveId, { name: `Person ${people}`, personaIds: [personaId], account });
    const given = { q1: String(said.score), ...(said.words ? { [WORDS]: said.words } : {}) };
    const kept = await answer(desk.house, token, given);
    if (kept.kind !== 'kept') throw new Error(JSON.stringify(kept));
  }
  await countWaiting(desk.house);
}

/** Texts of one persona that hold these words. */
export async function textsWith(
  { house, workspace }: Desk,
  of: { waveId: string; personaId: string },
  words: string,
): Promise<TextAt[]> {
  const rows = await house.db
    .selectFrom('answer')
    .select(['response_id as responseId', 'question_key as questionKey', 'verbatim'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', of.waveId)
    .where('persona_id', '=', of.personaId)
    .where('verbatim', 'is not', null)
    .orderBy('response_id')
    .execute();
  return rows.flatMap(({ verbatim, ...at }) => (verbatim?.includes(words) ? [at] : []));
}

/** A theme of this name; its id. */
export async function name({ house, workspace, memberId: actor }: Desk, theme: string): Promise<string> {
  const made = await createTheme(house, workspace, { name: theme, definition: '', actor });
  if (made.kind !== 'created') throw new Error(made.kind);
  return made.id;
}

/** Texts of one persona that hold these words, as a member reads them: in confidence those that may be read, by handles. */
export async function readWith(
  { house, workspace }: Desk,
  { waveId, personaId }: { waveId: string; personaId: string },
  words: string,
): Promise<TextAt[]> {
  const of = { waveId, personaId, limit: 500 };
  const { verbatims } = await readLaneWords(house.db, workspace, of, THRESHOLDS);
  return verbatims
    .filter((text) => text.words.includes(words))
    .map(({ responseId, questionKey }) => ({ responseId, questionKey }));
}

/** Tags every text of the lane that a member may read and that holds these words. */
export async function tag(
  desk: Desk,
  lane: { waveId: string; personaId: string },
  themeId: string,
  words: string,
): Promise<void> {
  const on = await readWith(desk, lane, words);
  const { house, workspace, memberId: actor } = desk;
  const tagged = await tagAnswers(house, workspace, { ...lane, themeId, on, actor });
  if (tagged.kind !== 'tagged') throw new Error(JSON.stringify(tagged));
}
