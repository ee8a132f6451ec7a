import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listOwnResponses, type OwnResponse } from './asked-wave.store.server.ts';
import { listWaves, type WaveLine } from './lane.store.server.ts';
import { readLanes } from './read-lanes.server.ts';
import { readThresholds } from './read-thresholds.server.ts';
import { readVerbatims } from './read-verbatims.server.ts';
import { readScoresOf } from './verbatim.store.server.ts';

/** What one person of ONE persona answered in one wave. */
export interface OwnAnswer extends OwnResponse {
  waveName: string;
  /** What the score was given to; null where the lane asks for none. */
  scored: string | null;
  score: number | null;
  texts: { words: string; about: string | null }[];
}

const SHOWN = 12;
const MOST_TEXTS = 50;

/**
 * What one person answered as one persona, newest first, of waves alone whose answers were promised to be seen with
 * their names. What was said in confidence is in no list of one person.
 */
export async function readOwnAnswers(
  db: Db,
  workspace: Workspace,
  of: { personId: string; personaId: string },
): Promise<OwnAnswer[]> {
  const responses = await listOwnResponses(db, workspace, { ...of, limit: SHOWN });
  if (responses.length === 0) return [];
  const waves = new Map((await listWaves(db, workspace)).map((wave) => [wave.id, wave]));
  const answers: OwnAnswer[] = [];
  for (const response of responses) {
    const wave = waves.get(response.waveId);
    const answer = wave && (await readOne(db, workspace, { wave, response, personaId: of.personaId }));
    if (answer) answers.push(answer);
  }
  return answers;
}

async function readOne(
  db: Db,
  workspace: Workspace,
  of: { wave: WaveLine; response: OwnResponse; personaId: string },
): Promise<OwnAnswer | null> {
  const { wave, response, personaId } = of;
  if (wave.confidentiality !== 'attributed') return null;
  const [lane] = await readLanes(db, workspace, wave, personaId);
  if (!lane) return null;
  const { responseId } = response;
  const question = lane.score?.question;
  const pin = { waveId: wave.id, personaId, responseIds: [responseId] };
  const scores = question ? await readScoresOf(db, workspace, { ...pin, questionKey: question.key }) : null;
  const wanted = { wave, lane, limit: MOST_TEXTS, responseId };
  const texts = await readVerbatims(db, workspace, wanted, await readThresholds(db, workspace));
  return {
    ...response,
    waveName: wave.name,
    scored: question?.wording ?? null,
    score: scores?.get(responseId) ?? null,
    texts: texts.map(({ words, about, beside }) => ({ words, about: about ?? beside })),
  };
}
