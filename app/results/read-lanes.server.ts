import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type AskedQuestion, type CountedQuestion, isCounted } from './asked-question.ts';
import { bandOf, bandWords, exactIn } from './confidence/band.ts';
import { type ConfidencePolicy, isInConfidence, policyFor } from './confidence/policy.ts';
import { countShownIn } from './confidence/shown.store.server.ts';
import { countHeardIn } from './heard.store.server.ts';
import { asksByName, countAsked, type LaneRow, listLanesOf, type WaveLine } from './lane.store.server.ts';
import { listQuestions } from './question.store.server.ts';
import { readSamples } from './read-sample.server.ts';
import { readThresholds } from './read-thresholds.server.ts';
import type { Sample } from './sample.ts';
import { isScoreScale, type ScoreScale } from './scale.ts';

/** One persona of a wave with what was asked of it and the sample of its scored question. */
export interface Lane {
  row: LaneRow;
  invited: number | null;
  /** To how many the letter went out, where that is written down; see `settleDelivered`. */
  delivered: number | null;
  /** Whom no letter reached, where that is written down; see `settleUnreached`. */
  unreached: number | null;
  /** Responses, also where no question on 0 to 10 was asked; in confidence the least of the band that is told, or 0. */
  heard: number;
  /** The same where it is told as a number; null where it is told as a band, or not at all. */
  heardExactly: number | null;
  /** The same as it is told: "41", "10 to 19". */
  heardTold: string;
  /** Everything in the order asked, words between questions included. */
  asked: AskedQuestion[];
  /** Those whose answers can be counted, and those whose answers are read. */
  questions: CountedQuestion[];
  texts: AskedQuestion[];
  /** Answers to the first question on 0 to 10; null when the lane asks none. */
  score: Sample<ScoreScale> | null;
}

/** The lanes of a wave in lane order, each read by itself; or only the one of `personaId`. */
export async function readLanes(
  db: Db,
  workspace: Workspace,
  wave: WaveLine,
  personaId?: string,
): Promise<Lane[]> {
  return (await readLanesOf(db, workspace, [wave], personaId)).get(wave.id)!;
}

/** The same of several waves in as many trips to the database as of one; by wave. */
export async function readLanesOf(
  db: Db,
  workspace: Workspace,
  waves: readonly WaveLine[],
  personaId?: string,
): Promise<Map<string, Lane[]>> {
  const lanes = new Map(waves.map(({ id }) => [id, [] as Lane[]]));
  const begun = await beginLanes(db, workspace, waves, personaId);
  for (const lane of await withScores(db, workspace, begun)) lanes.get(lane.row.waveId)!.push(lane);
  return lanes;
}

/** ONE persona's lane of a wave with a sample for each counted question, in the order asked, all of one moment. */
export interface WholeLane {
  lane: Lane;
  samples: Sample[];
  /** The lanes of the same persona in other waves, by wave; a wave that did not ask it is not among them. */
  beside: ReadonlyMap<string, Lane>;
}

/**
 * Null where the wave did not ask the persona. Of what waits to be counted it reads each row once, and `beside`, other waves, in
 * the same trips.
 */
export async function readWholeLane(
  db: Db,
  workspace: Workspace,
  { wave, beside }: { wave: WaveLine; beside: readonly WaveLine[] },
  personaId: string,
): Promise<WholeLane | null> {
  const begun = await beginLanes(db, workspace, [wave, ...beside], personaId);
  const own = begun.find((lane) => lane.wave.id === wave.id);
  if (!own) return null;
  const { row, invited, questions } = own;
  const others = begun.filter((lane) => lane !== own);
  const [samples, scored] = await Promise.all([
    readSamples(
      db,
      workspace,
      questions.map((question) => ({ wave, lane: row, invited, question })),
    ),
    withScores(db, workspace, others),
  ]);
  const at = own.scored ? questions.indexOf(own.scored) : -1;
  return {
    lane: finished(own, at < 0 ? null : asScore(samples[at]!)),
    samples,
    beside: new Map(scored.map((lane) => [lane.row.waveId, lane])),
  };
}

async function withScores(db: Db, workspace: Workspace, begun: readonly BegunLane[]): Promise<Lane[]> {
  const scored = begun.flatMap((lane) => (lane.scored ? [{ ...lane, question: lane.scored }] : []));
  const samples = await readSamples(
    db,
    workspace,
    scored.map(({ wave, row, invited, question }) => ({ wave, lane: row, invited, question })),
  );
  const scores = new Map(scored.map(({ row }, at) => [row, asScore(samples[at]!)]));
  return begun.map((lane) => finished(lane, scores.get(lane.row) ?? null));
}

function finished({ wave: _, scored: _s, ...lane }: BegunLane, score: Lane['score']): Lane {
  return { ...lane, score };
}

/** A lane before its score was read. */
interface BegunLane extends Omit<Lane, 'score'> {
  wave: WaveLine;
  scored: CountedQuestion | undefined;
}

async function beginLanes(
  db: Db,
  workspace: Workspace,
  waves: readonly WaveLine[],
  personaId: string | undefined,
): Promise<BegunLane[]> {
  const ids = waves.map(({ id }) => id);
  const all = ids.length === 0 ? [] : await listLanesOf(db, workspace, ids);
  const rows = personaId ? all.filter(({ persona }) => persona.id === personaId) : all;
  if (rows.length === 0) return [];
  const versionIds = [...new Set(rows.map(({ surveyVersionId }) => surveyVersionId))];
  const [questions, invited, heard, policy] = await Promise.all([
    listQuestions(db, workspace, versionIds),
    countAsked(
      db,
      workspace,
      waves.filter(asksByName).map(({ id }) => id),
    ),
    countToldIn(db, workspace, waves),
    readPolicy(db, workspace, waves),
  ]);
  return rows.map((row) => {
    const wave = waves.find(({ id }) => id === row.waveId)!;
    const asked = questions.filter(({ surveyVersionId }) => surveyVersionId === row.surveyVersionId);
    const counted = asked.filter(isCounted);
    const own = invited.get(wave.id);
    return {
      ...{ wave, row, asked, questions: counted },
      invited: own ? (own.get(row.persona.id)?.people ?? 0) : null,
      delivered: own?.get(row.persona.id)?.delivered ?? null,
      unreached: own?.get(row.persona.id)?.unreached ?? null,
      ...toldHeard(wave, heard.get(wave.id)?.get(row.persona.id) ?? 0, policy),
      texts: asked.filter(({ reading }) => reading.view === 'words'),
      scored: counted.find(({ scale }) => isScoreScale(scale)),
    };
  });
}

/** Responses by wave and persona: of a wave that is answered in confidence those that are shown. */
async function countToldIn(db: Db, workspace: Workspace, waves: readonly WaveLine[]) {
  const [quiet, open] = [true, false].map((inConfidence) =>
    waves.filter((wave) => isInConfidence(wave.confidentiality) === inConfidence).map(({ id }) => id),
  ) as [string[], string[]];
  const counts = await Promise.all([countShownIn(db, workspace, quiet), countHeardIn(db, workspace, open)]);
  return new Map(counts.flatMap((of) => [...of]));
}

/** What is told of how many answered in confidence; null where none of the waves needs it. */
async function readPolicy(
  db: Db,
  workspace: Workspace,
  waves: readonly WaveLine[],
): Promise<ConfidencePolicy | null> {
  const isAsked = waves.some(({ confidentiality }) => isInConfidence(confidentiality));
  return isAsked ? policyFor(await readThresholds(db, workspace)) : null;
}

function toldHeard(
  { confidentiality }: WaveLine,
  heard: number,
  policy: ConfidencePolicy | null,
): Pick<Lane, 'heard' | 'heardExactly' | 'heardTold'> {
  if (policy === null || !isInConfidence(confidentiality))
    return { heard, heardExactly: heard, heardTold: String(heard) };
  const band = bandOf(heard, policy);
  return { heard: band?.from ?? 0, heardExactly: exactIn(band), heardTold: bandWords(band) };
}

export function asScore(sample: Sample): Sample<ScoreScale> {
  if (!isScoreScale(sample.question.scale)) throw new TypeError('This sample is on no 0 to 10 scale.');
  return sample as Sample<ScoreScale>;
}
