import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isCounted } from './asked-question.ts';
import { listSurveysByWave } from './asked-wave.store.server.ts';
import { listWaves, type WaveLine } from './lane.store.server.ts';
import type { QuestionResult } from './question-result.ts';
import { type Lane, readLanes } from './read-lanes.server.ts';
import { readQuestion } from './read-questions.server.ts';
import { readVerbatims, type Verbatim } from './read-verbatims.server.ts';
import type { Thresholds } from './thresholds.ts';

export interface LinkedQuestion {
  surveyId: string;
  key: string;
}

/** What ONE persona said to one question when it was last asked. */
export interface LinkedAnswers extends LinkedQuestion {
  wording: string;
  wave: Pick<WaveLine, 'id' | 'name' | 'closedAt'>;
  /** Of the persona in this wave: who answered anything, and of how many; null where nobody knows. */
  heard: number;
  of: number | null;
  /** Null where the question is answered in words. */
  result: QuestionResult | null;
  /** As far as they may be shown; none where it is counted. */
  verbatims: Verbatim[];
}

const QUOTES = 3;

/**
 * What one persona said to these questions, each in the latest wave that asked it, by the rules of showing that hold
 * everywhere. A question that was in no wave yet is left out. People asked by name go before whoever came by a link.
 */
export async function readLinked(
  db: Db,
  workspace: Workspace,
  { personaId, questions }: { personaId: string; questions: readonly LinkedQuestion[] },
  thresholds: Thresholds,
): Promise<LinkedAnswers[]> {
  if (questions.length === 0) return [];
  const surveyIds = [...new Set(questions.map(({ surveyId }) => surveyId))];
  const askedIn = await listSurveysByWave(db, workspace, { personaId, surveyIds });
  const waves = (await listWaves(db, workspace)).filter(({ id }) => askedIn.has(id));
  const inTurn = [...waves.filter(isByName), ...waves.filter((wave) => !isByName(wave))];
  const lanes = new Map<string, Lane | undefined>();
  const laneOf = async (wave: WaveLine) => {
    if (!lanes.has(wave.id)) lanes.set(wave.id, (await readLanes(db, workspace, wave, personaId))[0]);
    return lanes.get(wave.id);
  };
  const found: LinkedAnswers[] = [];
  for (const question of questions) {
    for (const wave of inTurn.filter(({ id }) => askedIn.get(id) === question.surveyId)) {
      const lane = await laneOf(wave);
      const answers = lane && (await readOne(db, workspace, { wave, lane, question }, thresholds));
      if (!answers) continue;
      found.push(answers);
      break;
    }
  }
  return found;
}

function isByName({ kind }: WaveLine): boolean {
  return kind === 'asked';
}

/** Null where this version did not ask the question. */
async function readOne(
  db: Db,
  workspace: Workspace,
  { wave, lane, question }: { wave: WaveLine; lane: Lane; question: LinkedQuestion },
  thresholds: Thresholds,
): Promise<LinkedAnswers | null> {
  const asked = lane.asked.find(({ key }) => key === question.key);
  if (!asked || asked.reading.view === 'none') return null;
  const { id, name, closedAt } = wave;
  const about = {
    ...question,
    wording: asked.wording,
    wave: { id, name, closedAt },
    heard: lane.heard,
    of: lane.row.known ?? lane.invited,
  };
  if (isCounted(asked)) {
    const result = await readQuestion(db, workspace, { wave, lane, question: asked }, thresholds);
    return { ...about, result, verbatims: [] };
  }
  const wanted = { wave, lane, limit: QUOTES, questionKey: asked.key };
  return { ...about, result: null, verbatims: await readVerbatims(db, workspace, wanted, thresholds) };
}
