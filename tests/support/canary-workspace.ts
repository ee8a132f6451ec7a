import { openFollowUp } from '#app/followup/open-follow-up.server.ts';
import { API_SCOPES, type ApiScope } from '#app/membership/keys/api-scope.ts';
import { createKey } from '#app/membership/keys/create-key.server.ts';
import { inviteMember } from '#app/membership/members/invite-member.server.ts';
import { requestReset } from '#app/membership/members/request-reset.server.ts';
import type { Permission } from '#app/membership/permission.ts';
import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { createSharedLink } from '#app/programme/shared-link/create-shared-link.server.ts';
import { readSharedLink } from '#app/programme/shared-link/read-shared-link.server.ts';
import { createTheme } from '#app/results/theme/create-theme.server.ts';
import { makeAlertRule, raiseBy } from './alerting.ts';
import type { Desk } from './asking.ts';
import { insertAnswered } from './canary-answers.ts';
import { leaveFigures } from './exports.ts';
import { makeEndpoint } from './hooks.ts';
import { foundTestWorkspace } from './house.ts';
import { makeMoment, meet } from './mapping.ts';
import { addMember, foundForeignWorkspace } from './members.ts';
import { mondayToken, shareWave } from './overview-links.ts';

/** In every text of the workspace; another workspace's admin must never read it. */
export const CANARY = /canary|featherstone/i;

/** How URLs name what the workspace holds. */
export interface CanaryIds {
  person: string;
  account: string;
  programme: string;
  survey: string;
  /** The tag of a language that the survey is translated into. */
  language: string;
  wave: string;
  response: string;
  held: string;
  followUp: string;
  theme: string;
  moment: string;
  import: string;
  answerImport: string;
  letter: string;
  joinToken: string;
  resetToken: string;
  answerToken: string;
  sharedLink: string;
  sharedToken: string;
  unsubscribeToken: string;
  endpoint: string;
  /** Figures that the admin ordered, and some that the key did. */
  export: string;
  keyExport: string;
  shareToken: string;
  mondayToken: string;
}

export interface CanaryWorkspace {
  workspace: Workspace;
  ids: CanaryIds;
  /** Who may be signed in as. `workspace` is the one they belong to. */
  members: Record<Permission | 'foreign', { workspace: Workspace; id: string; permission: Permission }>;
  /** API keys: all scopes, none that fits, and all scopes of the other workspace. */
  tokens: Record<'key' | 'bareKey' | 'foreignKey', string>;
}

export const CANARY_ADMIN = {
  name: 'Canary Admin',
  email: 'admin@canary.example',
  password: 'a canary in every coal mine',
};

/** A workspace that holds one of everything, each marked, beside another that holds nothing. */
export async function makeCanaryWorkspace(house: House): Promise<CanaryWorkspace> {
  const own = await foundTestWorkspace(house, 'Canary Works', CANARY_ADMIN);
  const foreign = await foundForeignWorkspace(house);
  const { ids, ...respondent } = await insertAnswered(house, own.workspace, own.memberId);
  await alert({ house, ...own }, ids.programme!);
  const member = async (permission: Permission) => {
    const { id } = await addMember(house, own.workspace, permission);
    return { workspace: own.workspace, id, permission };
  };
  const ownKey = await key(house, own, Object.keys(API_SCOPES) as ApiScope[]);
  const figures = (memberId: string) =>
    leaveFigures({ house, workspace: own.workspace, memberId }, ids.wave!);
  return {
    workspace: own.workspace,
    ids: {
      ...slugs(ids),
      language: 'de',
      ...respondent,
      followUp: await followUp(house, own, ids),
      theme: await theme({ house, ...own }),
      moment: await moment({ house, ...own }, ids),
      ...(await sharedLink(house, own, ids)),
      ...(await webhook(house, own)),
      export: await figures(own.memberId),
      keyExport: await figures(ownKey.id),
      shareToken: await shareWave({ house, ...own }, ids.wave!),
      mondayToken: mondayToken({ house, ...own }),
      ...(await mailLinks(house, own.workspace, CANARY_ADMIN.email)),
    },
    members: {
      admin: { workspace: own.workspace, id: own.memberId, permission: 'admin' },
      cx: await member('cx'),
      executive: await member('executive'),
      foreign: { workspace: foreign.workspace, id: foreign.memberId, permission: 'admin' },
    },
    tokens: {
      key: ownKey.token,
      bareKey: (await key(house, own, [])).token,
      foreignKey: (await key(house, foreign, Object.keys(API_SCOPES) as ApiScope[], 'Freight key')).token,
    },
  };
}

async function followUp(
  house: House,
  { workspace, memberId }: { workspace: Workspace; memberId: string },
  ids: Record<string, string>,
): Promise<string> {
  const opened = await openFollowUp(house, workspace, {
    ...{ what: 'Call the canary back', programmeId: ids.programme!, personaId: 'buyer', waveId: null },
    // Answers of it were given in confidence, so it names nobody.
    ...{ accountId: null, personId: null, responseId: null, ownerId: memberId },
    ...{ due: { hours: 8 }, actor: memberId },
  });
  if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
  return toSlug('followUp', opened.id);
}

async function theme({ house, workspace, memberId: actor }: Desk): Promise<string> {
  const named = { name: 'Canary theme', definition: 'All that a canary says.', actor };
  return toSlug('theme', (await createTheme(house, workspace, named)).id);
}

/** What the programme promises lets an alert say that somebody left, and nothing of what was answered. */
async function alert(desk: Desk, programmeId: string): Promise<void> {
  const ruleId = await makeAlertRule(desk, programmeId, { name: 'Canary rule' });
  await raiseBy(desk, { programmeId, ruleId }, { what: 'Buyers: a canary has left.' });
}

/** Where the canary met us, and that it did. */
async function moment(desk: Desk, ids: Record<string, string>): Promise<string> {
  const momentId = await makeMoment(desk, 'buyer', 'The canary signs');
  const canary = { personId: ids.person!, accountId: ids.account!, personaId: 'buyer', roleId: ids.role! };
  const met = await meet(desk, canary, { momentId, source: 'Canary calendar' });
  if (met.kind !== 'recorded') throw new Error(met.kind);
  return toSlug('moment', momentId);
}

async function sharedLink(
  house: House,
  { workspace, memberId }: { workspace: Workspace; memberId: string },
  ids: Record<string, string>,
) {
  const created = await createSharedLink(house, workspace, {
    ...{ programmeId: ids.programme!, place: 'Canary pages', onePerDevice: false, actor: memberId },
    lanes: [{ personaId: 'buyer', versionId: ids.version! }],
  });
  if (created.kind !== 'created') throw new Error(created.kind);
  const read = await readSharedLink(house, workspace, created.waveId);
  return {
    sharedLink: toSlug('wave', created.waveId),
    sharedToken: read!.address!.split('/').at(-1)!,
  };
}

async function webhook(house: House, own: { workspace: Workspace; memberId: string }) {
  const more = { description: 'Canary hook', carriesNames: true };
  const { id } = await makeEndpoint({ house, ...own }, 'https://canary.example/hook', more);
  return { endpoint: toSlug('endpoint', id) };
}

const KINDS = ['person', 'account', 'programme', 'survey', 'wave', 'response', 'held', 'import'] as const;

function slugs(ids: Record<string, string>): Record<(typeof KINDS)[number] | 'answerImport', string> {
  const entries = KINDS.map((kind) => [kind, toSlug(kind, ids[kind]!)] as const);
  const own = Object.fromEntries(entries) as Record<(typeof KINDS)[number], string>;
  return { ...own, answerImport: toSlug('import', ids.answerImport!) };
}

async function mailLinks(house: House, workspace: Workspace, adminEmail: string) {
  const actor = { id: 'test', name: 'Canary Admin' };
  const canary = {
    email: 'waiting@canary.example',
    name: 'Canary Waiting',
    permission: 'cx',
    actor,
  } as const;
  const invited = await inviteMember(house, workspace, canary);
  if (invited.kind !== 'invited') throw new Error(invited.kind);
  const asked = await requestReset(house, { email: adminEmail, peer: '203.0.113.1' });
  if (asked.kind === 'heard') await asked.posted;
  const letters = await house.db.selectFrom('mailbox_message').select(['id', 'bytes']).execute();
  const texts = letters.map(({ id, bytes }) => ({
    id,
    text: Buffer.from(bytes).toString().replace(/=\r\n/g, ''),
  }));
  const reset = texts.find(({ text }) => text.includes('/reset/'))!;
  return {
    letter: toSlug('message', reset.id),
    joinToken: invited.url.split('/').at(-1)!,
    resetToken: /\/reset\/([\w-]{43})/.exec(reset.text)![1]!,
  };
}

async function key(
  house: House,
  { workspace, memberId }: { workspace: Workspace; memberId: string },
  scopes: ApiScope[],
  name = 'Canary key',
) {
  return createKey(house, workspace, { name, scopes, actor: memberId });
}
