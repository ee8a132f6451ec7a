import { createAttribute } from '#app/audience/attribute/create-attribute.server.ts';
import { saveValues } from '#app/audience/attribute/save-values.server.ts';
import { createProgramme } from '#app/programme/create-programme.server.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { draftFrom } from '#app/survey/draft/draft.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';
import { questionOf, THREE } from '#tests/support/asked-set.ts';
import { COMPLETE, type Desk, noMail, openSurvey, seat } from '#tests/support/asking.ts';
import { shareWave } from '#tests/support/overview-links.ts';
import type { Dice } from './dice.ts';
import { type OpenLink, openLink } from './through-a-link.ts';

/** The wave that asked people by name, and the one that is answered by whoever comes through a link. */
export type WaveKey = 'asked' | 'link';

/** Somebody who is asked, and what they will say. */
export interface Respondent {
  readonly wave: WaveKey;
  readonly lane: string;
  readonly name: string;
  readonly account: string;
  /** By which the account is grouped; empty of whom no account is known. */
  readonly region: string;
  readonly token: string;
  readonly invitationId: string | null;
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
  readonly regionId: string;
  readonly accountIds: ReadonlyMap<string, string>;
  /** Of two personas of whom some answer. */
  readonly respondents: readonly Respondent[];
  /** Of the persona of whom too few answer; of its twin nobody does. */
  readonly few: readonly Respondent[];
  readonly link: OpenLink;
  /** What opens the executive's page of each wave to whoever holds it. */
  readonly shares: Readonly<Record<WaveKey, string>>;
}

export const WAVE = 'Quiet wave';
export const LANES = ['end_user', 'buyer'] as const;
/** As many are asked of each; a few of the first answer, and of the second nobody. */
export const QUIET_LANES = ['influencer', 'advocate'] as const;
export const [FEW_LANE, SILENT_LANE] = QUIET_LANES;
const ASKED_OF_QUIET = 4;

export const CHOICES = THREE.map(({ key }) => key);
const QUESTIONS = [
  questionOf('q1', 'recommend'),
  questionOf('q2', 'single', { options: THREE }),
  questionOf('q3', 'text'),
];
/** Of eight accounts; too few are in the west to stand alone. */
const REGIONS = ['North', 'South', 'North', 'South', 'North', 'South', 'South', 'West'];

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
  for (const personaId of [...LANES, ...QUIET_LANES])
    surveys.push({ personaId, ...(await publish(desk, programmeId, personaId)) });
  const lanes = surveys.map(({ personaId, versionId }) => ({ personaId, versionId }));
  const wave = await createWave(house, workspace, { programmeId, name: WAVE, lanes, actor });
  if (wave.kind !== 'created') throw new Error(wave.kind);
  const waveId = wave.id;
  const everybody = await invite(desk, waveId, people, dice);
  const region = await createAttribute(house, workspace, { about: 'account', name: 'Region', actor });
  if (region.kind !== 'created') throw new Error(region.kind);
  const accountIds = await placeAccounts(desk, everybody);
  const link = await openLink(desk, QUESTIONS.slice(0, 2), Math.max(12, Math.ceil(people * 0.3)), dice);
  return {
    ...{ desk, waveId, programmeId, surveyId: surveys[0]!.surveyId, regionId: region.id, accountIds, link },
    accountId: accountIds.get(everybody[0]!.account)!,
    respondents: everybody.filter(({ lane }) => LANES.some((one) => one === lane)),
    few: everybody.filter(({ lane }) => lane === FEW_LANE),
    shares: {
      asked: await shareWave(desk, waveId, { days: 90 }),
      link: await shareWave(desk, link.waveId, { days: 90 }),
    },
  };
}

async function publish(desk: Desk, programmeId: string, personaId: string) {
  const { house, workspace, memberId: actor } = desk;
  await savePurpose(house, workspace, { ...COMPLETE, programmeId, personaId, actor });
  const surveyId = await openSurvey(desk, programmeId, personaId);
  const draft = draftFrom({ intro: '', questions: QUESTIONS });
  await saveDraft(house, workspace, { surveyId, revision: 1, draft });
  const published = await publishSurvey(house, workspace, { surveyId, revision: 2, actor });
  if (published.kind !== 'published') throw new Error(JSON.stringify(published));
  return { surveyId, versionId: published.versionId };
}

async function invite(desk: Desk, waveId: string, people: number, dice: Dice): Promise<Respondent[]> {
  const { house, workspace, memberId: actor } = desk;
  const personas = [
    ...Array.from({ length: people }, (_, at) => LANES[at % 4 === 3 ? 1 : 0]),
    ...QUIET_LANES.flatMap((lane) => Array.from({ length: ASKED_OF_QUIET }, () => lane)),
  ];
  const asked = [];
  for (const [at, lane] of personas.entries()) {
    // Twins sit at the same accounts, so that nothing but their answers tells them apart.
    const place = at < people ? dice(Math.ceil(people / 5)) : (at - people) % ASKED_OF_QUIET;
    const who = { name: `Quillfeather ${at}`, account: `Brackenridge ${place}` };
    const [roleId] = await seat(desk, { ...who, personaIds: [lane] });
    asked.push({ ...who, lane, region: REGIONS[place % REGIONS.length]!, roleId: roleId! });
  }
  const roleIds = asked.map(({ roleId }) => roleId);
  const sent = await sendWave(house, workspace, { waveId, roleIds, actor }, noMail);
  if (sent.kind !== 'sent' || sent.invited !== asked.length) throw new Error(JSON.stringify(sent));
  const invitations = await house.db
    .selectFrom('invitation')
    .select(['id', 'role_assignment_id as roleId'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .execute();
  const idOf = new Map(invitations.map(({ id, roleId }) => [roleId, id]));
  return asked.map(({ roleId, ...who }, at) => ({
    ...{ ...who, wave: 'asked', invitationId: idOf.get(roleId)! },
    token: linkToken(house.env.appSecret, 'answer', idOf.get(roleId)!, 1),
    score: dice(11),
    choice: CHOICES[dice(CHOICES.length)]!,
    words: `Thistledown ${String(at).padStart(4, '0')}.`,
  }));
}

/** Writes down the region of each account; their ids by name. */
async function placeAccounts(
  { house, workspace, memberId: actor }: Desk,
  everybody: readonly Respondent[],
): Promise<Map<string, string>> {
  const accounts = await house.db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('workspace_id', '=', workspace.id)
    .execute();
  const regionOf = new Map(everybody.map(({ account, region }) => [account, region]));
  for (const { id: holderId, name } of accounts) {
    const values = { Region: regionOf.get(name)! };
    const saved = await saveValues(house, workspace, { about: 'account', holderId, values, actor });
    if (saved.kind !== 'saved') throw new Error(saved.kind);
  }
  return new Map(accounts.map(({ id, name }) => [name, id]));
}
