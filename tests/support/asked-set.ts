import type { Confidentiality } from '#app/programme/confidentiality.ts';
import { createProgramme } from '#app/programme/create-programme.server.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { draftFrom } from '#app/survey/draft/draft.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';
import { Question } from '#app/survey/question.ts';
import { readSurvey } from '#app/survey/read-survey.server.ts';
import { answer, ask } from './answering.ts';
import { COMPLETE, type Desk, openSurvey } from './asking.ts';
import { closeAndRelease } from './release.ts';

/** What one respondent sends: the fields of a form. */
export type Form = Record<string, string | string[]>;

/** A question of some kind, complete but for what its kind needs besides. */
export function questionOf(key: string, kind: string, parts: object = {}): Question {
  const shared = { key, kind, wording: `Question ${key}?`, concept: key, required: false, serves: 'unknown' };
  return Question.parse({ ...shared, ...parts });
}

export const THREE = [
  { key: 'o1', label: 'Price' },
  { key: 'o2', label: 'Speed' },
  { key: 'o3', label: 'Support' },
];
const ENDS = { low: 'hard', high: 'easy' };

/** A question of each kind that is counted, with nothing from 0 to 10 among them. */
export const COUNTED = {
  csat: questionOf('q1', 'csat', ENDS),
  ces: questionOf('q1', 'ces', ENDS),
  ranking: questionOf('q1', 'ranking', { options: THREE }),
  matrix: questionOf('q1', 'matrix', {
    rows: [
      { key: 'r1', label: 'The portal' },
      { key: 'r2', label: 'The phone' },
    ],
    columns: [
      { key: 'c1', label: 'Fails me' },
      { key: 'c2', label: 'Will do' },
      { key: 'c3', label: 'Helps me' },
    ],
  }),
  number: questionOf('q1', 'number', { unit: 'seats' }),
} as const;

/** The lowest and the highest that somebody can answer to each of them: the same step up for every persona. */
export const LOW_AND_HIGH = {
  csat: [{ q1: '2' }, { q1: '4' }],
  ces: [{ q1: '3' }, { q1: '6' }],
  ranking: [
    { 'q1.o1': '3', 'q1.o2': '2', 'q1.o3': '1' },
    { 'q1.o1': '1', 'q1.o2': '2', 'q1.o3': '3' },
  ],
  matrix: [
    { 'q1.r1': 'c1', 'q1.r2': 'c1' },
    { 'q1.r1': 'c3', 'q1.r2': 'c3' },
  ],
  number: [{ q1: '10' }, { q1: '30' }],
} as const satisfies Record<keyof typeof COUNTED, readonly [Form, Form]>;

export interface AskedSet {
  desk: Desk;
  waveId: string;
  programmeId: string;
  surveyIds: Map<string, string>;
}

/** A sent wave that asks these questions of each persona, answered person by person, each at an account of their own. */
export async function hearSet(
  desk: Desk,
  questions: readonly Question[],
  forms: Readonly<Record<string, readonly Form[]>>,
  confidentiality: Confidentiality = 'attributed',
): Promise<AskedSet> {
  const { house, workspace, memberId: actor } = desk;
  const named = { name: 'Every kind', senderName: 'Ifeoma Okonkwo', confidentiality, ownerId: actor };
  const { id: programmeId } = await createProgramme(house, workspace, named);
  const set: AskedSet = { desk, waveId: '', programmeId, surveyIds: new Map() };
  for (const personaId of Object.keys(forms)) {
    await savePurpose(house, workspace, { ...COMPLETE, programmeId, personaId, actor });
    set.surveyIds.set(personaId, await openSurvey(desk, programmeId, personaId));
  }
  const heard = await hearAgain(set, 'Winter 2027', questions, forms);
  if (confidentiality !== 'attributed') await closeAndRelease(desk, heard.waveId);
  return heard;
}

/** Another wave of the same programme, asking these questions as the next version of each survey. */
export async function hearAgain(
  set: AskedSet,
  name: string,
  questions: readonly Question[],
  forms: Readonly<Record<string, readonly Form[]>>,
): Promise<AskedSet> {
  const { desk, programmeId, surveyIds } = set;
  const { house, workspace, memberId: actor } = desk;
  const lanes = [];
  for (const personaId of Object.keys(forms)) {
    const surveyId = surveyIds.get(personaId)!;
    const { revision } = (await readSurvey(house.db, workspace, surveyId))!;
    const draft = draftFrom({ intro: '', questions: [...questions] });
    await saveDraft(house, workspace, { surveyId, revision, draft });
    const published = await publishSurvey(house, workspace, { surveyId, revision: revision + 1, actor });
    if (published.kind !== 'published' && published.kind !== 'unchanged')
      throw new Error(JSON.stringify(published));
    lanes.push({ personaId, versionId: published.versionId });
  }
  const wave = await createWave(house, workspace, { programmeId, name, lanes, actor });
  if (wave.kind !== 'created') throw new Error(wave.kind);
  for (const [personaId, given] of Object.entries(forms))
    for (const [i, form] of given.entries()) await give(desk, wave.id, personaId, i, form);
  return { ...set, waveId: wave.id };
}

async function give(desk: Desk, waveId: string, personaId: string, i: number, form: Form): Promise<void> {
  const who = { name: `${personaId} number ${i}`, account: `Account ${i}`, personaIds: [personaId] };
  const token = await ask(desk, waveId, { ...who, email: `${personaId}${i}@a.example` });
  const kept = await answer(desk.house, token, form);
  if (kept.kind !== 'kept') throw new Error(`not kept: ${JSON.stringify(kept)}`);
}
