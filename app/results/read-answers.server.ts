import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isInConfidence } from './confidence/policy.ts';
import { listLanes, listWaves, newestOf, type WaveLine } from './lane.store.server.ts';
import { type Lane, readLanes } from './read-lanes.server.ts';
import { countTexts, readVerbatimPage, type VerbatimsWanted } from './read-verbatims.server.ts';
import { listResponses, type WordsRow, wordsOf } from './response.store.server.ts';
import { otherOf, placesOf } from './texts.ts';
import type { Thresholds } from './thresholds.ts';
import { readScoresOf } from './verbatim.store.server.ts';

/** One person's answer as it may be shown: no name, account or score where none was agreed to. */
export interface ReadAnswer {
  responseId: string;
  /** Null in confidence. */
  answeredAt: number | null;
  score: number | null;
  words: string | null;
  by: { name: string | null; title: string | null; account: string | null };
}

export interface AnswersPage {
  waves: WaveLine[];
  wave: WaveLine;
  lanes: Lane['row'][];
  lane: Lane;
  answers: ReadAnswer[];
  /** People of the persona who answered, and texts among their answers; see `COMMENTS_COUNTED`. */
  people: number;
  /** The same as it is told: "41", "10 to 19". */
  peopleTold: string;
  texts: number;
  /** The response to go on before, when there are more. */
  older: string | null;
}

export interface AskedAnswers {
  waveId: string | null;
  personaId: string | null;
  search: string;
  themeId?: string | undefined;
  before?: string | undefined;
}

const SHOWN = 50;

/** The answers of one persona in one wave, newest first; null while no wave has a persona who answered. */
export async function readAnswers(
  db: Db,
  workspace: Workspace,
  asked: AskedAnswers,
  thresholds: Thresholds,
): Promise<AnswersPage | null> {
  const waves = await listWaves(db, workspace);
  const wave = waves.find(({ id }) => id === asked.waveId) ?? newestOf(waves);
  const lanes = wave ? await listLanes(db, workspace, wave.id) : [];
  const row = lanes.find(({ persona }) => persona.id === asked.personaId) ?? lanes[0];
  const [lane] = wave && row ? await readLanes(db, workspace, wave, row.persona.id) : [];
  if (!wave || !lane) return null;
  const { search, themeId, before } = asked;
  const wanted = { wave, lane, limit: SHOWN, before, search: search || undefined, themeId };
  const { answers, older } = await readPage(db, workspace, wanted, thresholds);
  return {
    ...{ waves, wave, lanes, lane, answers, older },
    people: lane.heard,
    peopleTold: lane.heardTold,
    texts: await countTexts(db, workspace, { wave, lane }, thresholds),
  };
}

/** Every answer of an attributed wave; texts alone where they were given in confidence, or where one looks for some. */
async function readPage(
  db: Db,
  workspace: Workspace,
  wanted: VerbatimsWanted,
  thresholds: Thresholds,
): Promise<Pick<AnswersPage, 'answers' | 'older'>> {
  const { wave, lane, limit, before, search, themeId } = wanted;
  if (search || themeId || isInConfidence(wave.confidentiality)) {
    const { verbatims, older } = await readVerbatimPage(db, workspace, wanted, thresholds);
    const answers = verbatims.map(({ beside, words, ...text }) => ({
      ...text,
      words: besides(beside, words),
    }));
    return { answers, older };
  }
  const pin = { waveId: wave.id, personaId: lane.row.persona.id };
  const rows = await listResponses(db, workspace, { ...pin, limit: limit + 1, before });
  const shown = rows.slice(0, limit);
  const responseIds = shown.map(({ responseId }) => responseId);
  const questionKeys = lane.asked.map(({ key }) => key);
  const words = joinWords(await wordsOf(db, workspace, { ...pin, questionKeys, responseIds }), lane);
  const questionKey = lane.score?.question.key;
  const scores = questionKey
    ? await readScoresOf(db, workspace, { ...pin, questionKey, responseIds })
    : new Map<string, number>();
  const answers = shown.map(({ responseId, answeredAt, personName, title, accountName }) => ({
    responseId,
    answeredAt,
    score: scores.get(responseId) ?? null,
    words: words.get(responseId) ?? null,
    by: { name: personName, title, account: accountName },
  }));
  return { answers, older: rows.length > limit ? shown.at(-1)!.responseId : null };
}

/** All that each response says in words, in the order asked; what stands beside "other" says which it was. */
function joinWords(rows: readonly WordsRow[], { asked }: Lane): Map<string, string> {
  const places = placesOf(asked);
  const others = new Map(asked.map((question) => [question.key, otherOf(question)]));
  const joined = new Map<string, string>();
  for (const { responseId, questionKey, words } of [...rows].sort(
    (a, b) => (places.get(a.questionKey) ?? 0) - (places.get(b.questionKey) ?? 0),
  )) {
    const said = besides(others.get(questionKey) ?? null, words);
    joined.set(responseId, [joined.get(responseId), said].filter(Boolean).join('\n'));
  }
  return joined;
}

function besides(other: string | null, words: string): string {
  return other === null ? words : `${other}: ${words}`;
}
