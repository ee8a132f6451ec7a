import { inviteMember } from '#app/membership/members/invite-member.server.ts';
import { requestReset } from '#app/membership/members/request-reset.server.ts';
import { comparableWith } from '#app/overview/compare/pair-of.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug, type IdKind, toSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { listWaves } from '#app/results/lane.store.server.ts';
import { listThemes } from '#app/results/theme/list-themes.server.ts';
import { leaveAlerts } from './alerting.ts';
import { leaveReturns, type ReturnPlaces } from './came-back.ts';
import { exampleWorkspace } from './example-house.ts';
import { type ImportPlaces, leaveImports } from './example-imports.ts';
import { leaveExports } from './exports.ts';
import { leaveFollowUps } from './following.ts';
import { leaveHeld } from './held.ts';
import { type HookPlaces, leaveHooks } from './leave-hooks.ts';
import { mondayToken, shareWave } from './overview-links.ts';
import { leaveShared } from './shared-links.ts';
import { leaveTranslations } from './translations.ts';

/** How URLs name things of the example, one of each kind that has a page. */
export interface Places extends ImportPlaces, ReturnPlaces, HookPlaces {
  account: string;
  person: string;
  peopleDone: string;
  programme: string;
  survey: string;
  /** A follow-up that is overdue, one that is done, and the programme whose rules open some. */
  followUp: string;
  closedFollowUp: string;
  followedProgramme: string;
  /** A theme that several personas raised. */
  theme: string;
  /** A buyer's moment with questions, and the buyer whom we met most often. */
  moment: string;
  metPerson: string;
  /** A wave that was heard and is closed. */
  wave: string;
  /** The one before it in the same programme. */
  earlierWave: string;
  /** A wave that is sent and still open, and one that is not sent yet. */
  openWave: string;
  draftWave: string;
  /** An attribute of the workspace by which answers can be broken down. */
  ownAttribute: string;
  letter: string;
  /** Answer links by what they lead to. */
  openLink: string;
  receivedLink: string;
  closedLink: string;
  unsubscribeLink: string;
  /** The wave of a link for a page, and the token in its address. */
  sharedLink: string;
  sharedToken: string;
  /** What opens a shared overview, and what ends a Monday mail. */
  shareToken: string;
  mondayToken: string;
  joinToken: string;
  resetToken: string;
}

export async function findPlaces(house: House): Promise<Places> {
  const workspace = await exampleWorkspace(house);
  const [closed, open] = [await waveOf(house, workspace, 'closed'), await waveOf(house, workspace, 'open')];
  const { id: memberId } = await adminOf(house, workspace);
  const survey = await newest(house, workspace, 'survey', 'survey');
  await leaveTranslations(house, workspace, { surveyId: fromSlug('survey', survey)!, memberId });
  await leaveHeld({ house, workspace, memberId }, closed);
  const followed = await leaveFollowUps({ house, workspace, memberId }, closed);
  await leaveAlerts({ house, workspace, memberId }, closed);
  await leaveExports({ house, workspace, memberId }, closed);
  const returned = await leaveReturns(house, workspace, open);
  return {
    ...returned,
    ...followed,
    followedProgramme: await programmeOf(house, workspace, closed),
    theme: await themeOf(house, workspace),
    ...(await somebodyAsked(house, workspace, closed)),
    ...(await mapped(house, workspace)),
    peopleDone: await newest(house, workspace, 'import', 'import_run'),
    programme: await newest(house, workspace, 'programme', 'programme'),
    survey,
    wave: toSlug('wave', closed),
    earlierWave: toSlug('wave', await waveBefore(house, workspace, closed)),
    shareToken: await shareWave({ house, workspace, memberId }, closed, { showsNames: true }),
    mondayToken: mondayToken({ house, workspace, memberId }),
    openWave: toSlug('wave', open),
    draftWave: toSlug('wave', await waveOf(house, workspace, 'draft')),
    ownAttribute: await newest(house, workspace, 'attribute', 'attribute'),
    letter: await newest(house, workspace, 'message', 'mailbox_message'),
    ...(await answerLinks(house, workspace, { closed, open })),
    ...(await memberLinks(house, workspace)),
    ...(await leaveShared({ house, workspace, memberId })),
    ...(await leaveImports({ house, workspace, memberId })),
    ...(await leaveHooks({ house, workspace, memberId })),
  };
}

async function themeOf({ db }: House, workspace: Workspace): Promise<string> {
  const themes = await listThemes(db, workspace);
  return toSlug('theme', themes.find(({ name }) => name === 'Somebody to call')!.id);
}

async function mapped({ db }: House, workspace: Workspace) {
  const { id } = await db
    .selectFrom('moment')
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .where('persona_id', '=', 'buyer')
    .where('name', 'like', '%renewal%')
    .executeTakeFirstOrThrow();
  const { personId } = await db
    .selectFrom('touch')
    .select(({ fn }) => ['person_id as personId', fn.countAll<number>().as('touches')])
    .where('workspace_id', '=', workspace.id)
    .where('persona_id', '=', 'buyer')
    .groupBy('person_id')
    .orderBy('touches', 'desc')
    .executeTakeFirstOrThrow();
  return { moment: toSlug('moment', id), metPerson: toSlug('person', personId) };
}

type Table = 'attribute' | 'import_run' | 'programme' | 'survey' | 'mailbox_message';

async function newest({ db }: House, workspace: Workspace, kind: IdKind, table: Table): Promise<string> {
  const { id } = await db
    .selectFrom(table)
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return toSlug(kind, id);
}

/** A person with a role, and the account where they hold it. */
async function somebodyAsked({ db }: House, workspace: Workspace, waveId: string) {
  const asked = await db
    .selectFrom('invitation')
    .select(['person_id', 'account_id'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .orderBy('id')
    .executeTakeFirstOrThrow();
  return { person: toSlug('person', asked.person_id), account: toSlug('account', asked.account_id) };
}

async function waveOf(
  { db }: House,
  workspace: Workspace,
  state: 'draft' | 'open' | 'closed',
): Promise<string> {
  const { id } = await db
    .selectFrom('wave')
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .where('state', '=', state)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}

async function waveBefore({ db }: House, workspace: Workspace, waveId: string): Promise<string> {
  const waves = await listWaves(db, workspace);
  const wave = waves.find(({ id }) => id === waveId)!;
  return comparableWith(waves, wave)[0]!.id;
}

async function programmeOf({ db }: House, workspace: Workspace, waveId: string): Promise<string> {
  const { programme_id: id } = await db
    .selectFrom('wave')
    .select('programme_id')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', waveId)
    .executeTakeFirstOrThrow();
  return toSlug('programme', id);
}

async function answerLinks(house: House, workspace: Workspace, waves: { closed: string; open: string }) {
  const invitations = await house.db
    .selectFrom('invitation')
    .leftJoin('response', (join) =>
      join
        .onRef('response.workspace_id', '=', 'invitation.workspace_id')
        .onRef('response.invitation_id', '=', 'invitation.id'),
    )
    .select(['invitation.id', 'invitation.generation', 'invitation.wave_id', 'response.id as response_id'])
    .where('invitation.workspace_id', '=', workspace.id)
    .where('invitation.wave_id', 'in', Object.values(waves))
    .execute();
  const path = (waveId: string, isAnswered: boolean, kind: 'answer' | 'unsubscribe') => {
    const found = invitations.find(
      ({ wave_id, response_id }) => wave_id === waveId && (response_id !== null) === isAnswered,
    );
    if (!found)
      throw new Error(`the example has no ${isAnswered ? '' : 'un'}answered invitation in ${waveId}`);
    const token = linkToken(house.env.appSecret, kind, found.id, found.generation);
    return `/${kind === 'answer' ? 'r' : 'u'}/${token}`;
  };
  return {
    openLink: path(waves.open, false, 'answer'),
    receivedLink: path(waves.open, true, 'answer'),
    closedLink: path(waves.closed, false, 'answer'),
    unsubscribeLink: path(waves.open, false, 'unsubscribe'),
  };
}

async function memberLinks(house: House, workspace: Workspace) {
  const actor = { id: 'test', name: 'The test' };
  const input = { email: 'newcomer@northwind.example', name: 'New Comer', permission: 'cx', actor } as const;
  const invited = await inviteMember(house, workspace, input);
  if (invited.kind !== 'invited') throw new Error(invited.kind);
  const { email } = await adminOf(house, workspace);
  const asked = await requestReset(house, { email, peer: '203.0.113.1' });
  if (asked.kind === 'heard') await asked.posted;
  return { joinToken: invited.url.split('/').at(-1)!, resetToken: await tokenInNewestLetter(house) };
}

async function tokenInNewestLetter({ db }: House): Promise<string> {
  const letters = await db
    .selectFrom('mailbox_message')
    .select('bytes')
    .orderBy('id', 'desc')
    .limit(3)
    .execute();
  const texts = letters.map(({ bytes }) => Buffer.from(bytes).toString().replace(/=\r\n/g, ''));
  return /\/reset\/([\w-]{43})/.exec(texts.join())![1]!;
}

function adminOf({ db }: House, workspace: Workspace) {
  return db
    .selectFrom('member')
    .select(['id', 'email'])
    .where('workspace_id', '=', workspace.id)
    .where('permission', '=', 'admin')
    .executeTakeFirstOrThrow();
}
