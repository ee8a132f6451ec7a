import { createProgramme } from '#app/programme/create-programme.server.ts';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { createSharedLink } from '#app/programme/shared-link/create-shared-link.server.ts';
import { draftFrom } from '#app/survey/draft/draft.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';
import type { Question } from '#app/survey/question.ts';
import { COMPLETE, type Desk, openSurvey } from '#tests/support/asking.ts';
import { LinkVisitor } from '#tests/support/link-visitor.ts';
import { tokenNow } from '#tests/support/shared-links.ts';
import type { Respondent } from './asked-in-confidence.ts';
import type { Dice } from './dice.ts';

/** A link that anybody may answer through, and who will; nobody can find out who did. */
export interface OpenLink {
  readonly waveId: string;
  readonly programmeId: string;
  readonly name: string;
  readonly respondents: readonly Respondent[];
}

const LANE = 'end_user';
const CHOSEN = ['o1', 'o2', 'o3'];

/** The wave of a link in a programme that promised to be unlinkable: accounts are not known, so a figure needs people alone. */
export async function openLink(
  desk: Desk,
  questions: Question[],
  people: number,
  dice: Dice,
): Promise<OpenLink> {
  const { house, workspace, memberId: actor } = desk;
  const named = { name: 'Through a link', senderName: 'Ifeoma Okonkwo', ownerId: actor };
  const { id: programmeId } = await createProgramme(house, workspace, {
    ...named,
    confidentiality: 'unlinkable',
  });
  await savePurpose(house, workspace, { ...COMPLETE, programmeId, personaId: LANE, actor });
  const surveyId = await openSurvey(desk, programmeId, LANE);
  const draft = draftFrom({ intro: '', shared: 'counted', questions });
  await saveDraft(house, workspace, { surveyId, revision: 1, draft });
  const published = await publishSurvey(house, workspace, { surveyId, revision: 2, actor });
  if (published.kind !== 'published') throw new Error(JSON.stringify(published));
  const name = 'Help pages';
  const link = await createSharedLink(house, workspace, {
    ...{ programmeId, place: name, onePerDevice: false, actor },
    lanes: [{ personaId: LANE, versionId: published.versionId }],
  });
  if (link.kind !== 'created') throw new Error(link.kind);
  const { waveId } = link;
  const token = await tokenNow(desk, waveId);
  if (!token) throw new Error('The link has no address.');
  const respondents = Array.from({ length: people }, (_, at) => ({
    ...({ wave: 'link', lane: LANE, name: `Passer-by ${at}`, account: '', region: '', token } as const),
    ...{ invitationId: null, score: dice(11), choice: CHOSEN[dice(CHOSEN.length)]!, words: '' },
  }));
  return { waveId, programmeId, name, respondents };
}

export async function answerThrough(
  { house }: Desk,
  { token, lane, score, choice }: Respondent,
): Promise<void> {
  const visitor = new LinkVisitor(house, token);
  const reply = await visitor.answer(lane, { q1: String(score), q2: choice });
  if (reply.status !== 303) throw new Error(`not kept: ${reply.status}`);
}
