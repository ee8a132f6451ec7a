import { createProgramme } from '#app/programme/create-programme.server.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { draftFrom } from '#app/survey/draft/draft.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';
import { answer } from '#tests/support/answering.ts';
import { questionOf, THREE } from '#tests/support/asked-set.ts';
import { COMPLETE, type Desk, noMail, openSurvey, seat } from '#tests/support/asking.ts';

/** Somebody who is asked, and what they will say. */
export interface Respondent {
  readonly lane: string;
  readonly name: string;
  readonly account: string;
  readonly token: string;
  readonly score: number;
  readonly choice: string;
  readonly words: string;
}

export interface AskedInConfidence {
  readonly desk: Desk;
  readonly waveId: string;
  readonly programmeId: string;
  readonly surveyId: string;
  /** One of theirs that several of them work for. */
  readonly accountId: string;
  readonly respondents: readonly Respondent[];
}

export const LANES = ['end_user', 'buyer'] as const;
export const CHOICES = THREE.map(({ key }) => key);
const QUESTIONS = [
  questionOf('q1', 'recommend'),
  questionOf('q2', 'single', { options: THREE }),
  questionOf('q3', 'text'),
];

/** Numbers from 0 up to a bound, the same ones for the same seed. */
export type Dice = (below: number) => number;

export function seeded(seed: number): Dice {
  let state = seed >>> 0;
  // Mulberry32: small, and good enough to deal answers.
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A confidential wave that was sent to so many people of two personas, three in four of them end-users. */
export async function askInConfidence(desk: Desk, people: number, dice: Dice): Promise<AskedInConfidence> {
  const { house, workspace, memberId: actor } = desk;
  const named = {
    name: 'In confidence',
    senderName: 'Ifeoma Okonkwo',
    confidentiality: 'confidential' as const,
  };
  const { id: programmeId } = await createProgramme(house, workspace, { ...named, ownerId: actor });
  const surveys = [];
  for (const personaId of LANES) {
    await savePurpose(house, workspace, { ...COMPLETE, programmeId, personaId, actor });
    const surveyId = await openSurvey(desk, programmeId, personaId);
    const draft = draftFrom({ intro: '', questions: QUESTIONS });
    await saveDraft(house, workspace, { surveyId, revision: 1, draft });
    const published = await publishSurvey(house, workspace, { surveyId, revision: 2, actor });
    if (published.kind !== 'published') throw new Error(JSON.stringify(published));
    surveys.push({ surveyId, personaId, versionId: published.versionId });
  }
  const lanes = surveys.map(({ personaId, versionId }) => ({ personaId, versionId }));
  const wave = await createWave(house, workspace, { programmeId, name: 'Quiet wave', lanes, actor });
  if (wave.kind !== 'created') throw new Error(wave.kind);
  const respondents = await invite(desk, wave.id, people, dice);
  const { id: accountId } = await house.db
    .selectFrom('account')
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .where('name', '=', respondents[0]!.account)
    .executeTakeFirstOrThrow();
  return { desk, waveId: wave.id, programmeId, surveyId: surveys[0]!.surveyId, accountId, respondents };
}

async function invite(desk: Desk, waveId: string, people: number, dice: Dice): Promise<Respondent[]> {
  const { house, workspace, memberId: actor } = desk;
  const asked = [];
  for (let at = 0; at < people; at += 1) {
    const lane = LANES[at % 4 === 3 ? 1 : 0];
    const who = { name: `Quillfeather ${at}`, account: `Brackenridge ${dice(Math.ceil(people / 5))}` };
    const [roleId] = await seat(desk, { ...who, personaIds: [lane] });
    asked.push({ ...who, lane, roleId: roleId! });
  }
  const roleIds = asked.map(({ roleId }) => roleId);
  const sent = await sendWave(house, workspace, { waveId, roleIds, actor }, noMail);
  if (sent.kind !== 'sent' || sent.invited !== people) throw new Error(JSON.stringify(sent));
  const invitations = await house.db
    .selectFrom('invitation')
    .select(['id', 'role_assignment_id as roleId'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .execute();
  const idOf = new Map(invitations.map(({ id, roleId }) => [roleId, id]));
  return asked.map(({ roleId, ...who }, at) => ({
    ...who,
    token: linkToken(house.env.appSecret, 'answer', idOf.get(roleId)!, 1),
    score: dice(11),
    choice: CHOICES[dice(CHOICES.length)]!,
    words: `Thistledown ${String(at).padStart(4, '0')}.`,
  }));
}

export async function answerAs({ house }: Desk, { token, score, choice, words }: Respondent): Promise<void> {
  const kept = await answer(house, token, { q1: String(score), q2: choice, q3: words });
  if (kept.kind !== 'kept') throw new Error(`not kept: ${JSON.stringify(kept)}`);
}
