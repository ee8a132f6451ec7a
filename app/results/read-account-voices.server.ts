import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listVoices, type VoiceRow } from './account-voice.store.server.ts';
import type { AskedQuestion } from './asked-question.ts';
import { listQuestions } from './question.store.server.ts';
import { wordsOf } from './response.store.server.ts';
import { isScoreScale } from './scale.ts';
import { aboutTexts, otherOf, placesOf, readableTexts } from './texts.ts';
import { readScoresOf } from './verbatim.store.server.ts';

/** What one person of one persona answered in one wave, under their name. */
export interface Voice extends VoiceRow {
  /** 0 to 10, as they gave it; null where they gave none, or were asked for none. */
  score: number | null;
  /** What they wrote, in the order asked. */
  texts: { words: string; about: string | null }[];
}

/**
 * Single answers given at one account, each by one person of one persona, the latest first. Only where names were promised
 * to be seen. They are shown one by one: nothing here adds two of them up.
 */
export async function readAccountVoices(
  db: Db,
  workspace: Workspace,
  { accountId }: { accountId: string },
): Promise<Voice[]> {
  const rows = await listVoices(db, workspace, accountId);
  if (rows.length === 0) return [];
  const versions = [...new Set(rows.map(({ surveyVersionId }) => surveyVersionId))];
  const questions = Map.groupBy(
    await listQuestions(db, workspace, versions),
    ({ surveyVersionId }) => surveyVersionId,
  );
  const given = new Map<string, Pick<Voice, 'score' | 'texts'>>();
  // A lane asks one version, so these are the lanes.
  for (const lane of Map.groupBy(rows, (row) => `${row.waveId} ${row.personaId}`).values()) {
    const [{ waveId, personaId, surveyVersionId } = lane[0]!] = lane;
    const asked = questions.get(surveyVersionId) ?? [];
    const of = { waveId, personaId, asked, responseIds: lane.map(({ responseId }) => responseId) };
    const scores = await scoresOf(db, workspace, of);
    const texts = await textsOf(db, workspace, of);
    for (const id of of.responseIds)
      given.set(id, { score: scores.get(id) ?? null, texts: texts.get(id) ?? [] });
  }
  return rows.map((row) => ({ ...row, ...(given.get(row.responseId) ?? { score: null, texts: [] }) }));
}

interface LaneResponses {
  waveId: string;
  personaId: string;
  asked: readonly AskedQuestion[];
  responseIds: readonly string[];
}

async function scoresOf(
  db: Db,
  workspace: Workspace,
  { asked, ...of }: LaneResponses,
): Promise<Map<string, number>> {
  const questionKey = asked.find(({ scale }) => isScoreScale(scale))?.key;
  return questionKey === undefined ? new Map() : readScoresOf(db, workspace, { ...of, questionKey });
}

async function textsOf(
  db: Db,
  workspace: Workspace,
  { asked, ...of }: LaneResponses,
): Promise<Map<string, Voice['texts']>> {
  const questionKeys = readableTexts(asked, 'attributed');
  if (questionKeys.length === 0) return new Map();
  const [places, about] = [placesOf(asked), aboutTexts(asked)];
  const beside = new Map(asked.map((question) => [question.key, otherOf(question)]));
  const rows = await wordsOf(db, workspace, { ...of, questionKeys });
  rows.sort((a, b) => (places.get(a.questionKey) ?? 0) - (places.get(b.questionKey) ?? 0));
  return new Map(
    [...Map.groupBy(rows, ({ responseId }) => responseId)].map(([responseId, own]) => [
      responseId,
      own.map(({ questionKey, words }) => ({
        words,
        about: about.get(questionKey) ?? beside.get(questionKey) ?? null,
      })),
    ]),
  );
}
