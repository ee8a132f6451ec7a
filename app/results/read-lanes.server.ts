import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type AskedQuestion, type CountedQuestion, isCounted } from './asked-question.ts';
import { bandOf, bandWords } from './confidence/band.ts';
import { isInConfidence } from './confidence/policy.ts';
import { countShown } from './confidence/shown.store.server.ts';
import { countHeard } from './heard.store.server.ts';
import { asksByName, countInvited, type LaneRow, listLanes, type WaveLine } from './lane.store.server.ts';
import { listQuestions } from './question.store.server.ts';
import { readSample } from './read-sample.server.ts';
import type { Sample } from './sample.ts';
import { isScoreScale, type ScoreScale } from './scale.ts';

/** One persona of a wave with what was asked of it and the sample of its scored question. */
export interface Lane {
  row: LaneRow;
  invited: number | null;
  /** Responses, also where no question on 0 to 10 was asked; in confidence the least of the band that is told, or 0. */
  heard: number;
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
  const all = await listLanes(db, workspace, wave.id);
  const rows = personaId ? all.filter(({ persona }) => persona.id === personaId) : all;
  if (rows.length === 0) return [];
  const asked = await listQuestions(
    db,
    workspace,
    rows.map(({ surveyVersionId }) => surveyVersionId),
  );
  const invited = asksByName(wave) ? await countInvited(db, workspace, wave.id) : null;
  const count = isInConfidence(wave.confidentiality) ? countShown : countHeard;
  const heard = await count(db, workspace, wave.id);
  const lanes: Lane[] = [];
  for (const row of rows) {
    const own = asked.filter(({ surveyVersionId }) => surveyVersionId === row.surveyVersionId);
    const questions = own.filter(isCounted);
    const of = { wave, lane: row, invited: invited ? (invited.get(row.persona.id) ?? 0) : null };
    const scored = questions.find(({ scale }) => isScoreScale(scale));
    const score = scored ? await readSample(db, workspace, { ...of, question: scored }) : null;
    const texts = own.filter(({ reading }) => reading.view === 'words');
    const people = { invited: of.invited, ...toldHeard(wave, heard.get(row.persona.id) ?? 0) };
    lanes.push({ row, ...people, asked: own, questions, texts, score: score && asScore(score) });
  }
  return lanes;
}

function toldHeard({ confidentiality }: WaveLine, heard: number): Pick<Lane, 'heard' | 'heardTold'> {
  if (!isInConfidence(confidentiality)) return { heard, heardTold: String(heard) };
  const band = bandOf(heard);
  return { heard: band?.from ?? 0, heardTold: bandWords(band) };
}

export function asScore(sample: Sample): Sample<ScoreScale> {
  if (!isScoreScale(sample.question.scale)) throw new TypeError('This sample is on no 0 to 10 scale.');
  return sample as Sample<ScoreScale>;
}
