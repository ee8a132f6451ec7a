import { chooseColumns } from '#app/audience/import/choose-columns.server.ts';
import { readImport } from '#app/audience/import/read-import.server.ts';
import { receiveFile } from '#app/audience/import/receive-file.server.ts';
import { runImport } from '#app/audience/import/run-import.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { inviteMember } from '#app/membership/members/invite-member.server.ts';
import { requestReset } from '#app/membership/members/request-reset.server.ts';
import { fromSlug, type IdKind, toSlug } from '#app/platform/ids.ts';
import { type LinkKind, linkToken } from '#app/programme/link-token.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { createTheme } from '#app/results/theme/create-theme.server.ts';
import { linkQuestions } from '#app/survey/moment/link-questions.server.ts';
import { addLanguage } from '#app/survey/translation/add-language.server.ts';
import { type Desk, seat } from './asking.ts';
import type { CanaryIds } from './canary-workspace.ts';
import { leaveFigures } from './exports.ts';
import { openOne, surveyOf } from './following.ts';
import { type Asked, heardWave, QUESTION } from './heard.ts';
import { hold } from './held.ts';
import { ADMIN } from './house.ts';
import { leaveHooks } from './leave-hooks.ts';
import { makeMoment } from './mapping.ts';
import { mondayToken, shareWave } from './overview-links.ts';
import { bringAnswers } from './past-answers.ts';
import { shareFor } from './shared-links.ts';

/**
 * A house with one of everything that a URL can name, in which these scores were given: by link in one wave, and in
 * a file of past answers. Two houses filled with other scores differ in nothing else but ids and tokens.
 */
export async function fillHouse(desk: Desk, scores: Asked, keyId = desk.memberId): Promise<CanaryIds> {
  const waveId = await heardWave(desk, scores);
  await feltMoment(desk, waveId, 'end_user');
  return {
    wave: toSlug('wave', waveId),
    ...(await respondentLinks(desk, waveId)),
    import: toSlug('import', await checkPeople(desk)),
    answerImport: toSlug('import', await bringPastAnswers(desk, scores)),
    ...(await mailLinks(desk)),
    person: await first(desk, 'person', 'person'),
    account: await first(desk, 'account', 'account'),
    programme: await programmeOf(desk, waveId),
    survey: await first(desk, 'survey', 'survey'),
    language: await addGerman(desk),
    response: await first(desk, 'response', 'response'),
    ...(await sharedLink(desk)),
    ...(await leaveHooks(desk)),
    export: await leaveFigures(desk, waveId),
    keyExport: await leaveFigures({ ...desk, memberId: keyId }, waveId),
    shareToken: await shareWave(desk, waveId, { showsNames: true }),
    mondayToken: mondayToken(desk),
    held: toSlug('held', await hold(desk, waveId, { personaId: 'buyer' })),
    followUp: toSlug('followUp', await followHeard(desk, waveId)),
    theme: toSlug('theme', await nameTheme(desk)),
    moment: await feltMoment(desk, waveId, 'buyer'),
  };
}

async function nameTheme({ house, workspace, memberId: actor }: Desk): Promise<string> {
  return (await createTheme(house, workspace, { name: 'Pricing', definition: '', actor })).id;
}

/** What is to be done about the first buyer who answered. */
async function followHeard(desk: Desk, waveId: string): Promise<string> {
  const { id: responseId } = await desk.house.db
    .selectFrom('response as r')
    .innerJoin('person as p', (on) =>
      on.onRef('p.workspace_id', '=', 'r.workspace_id').onRef('p.id', '=', 'r.person_id'),
    )
    .select('r.id')
    .where('r.workspace_id', '=', desk.workspace.id)
    .where('r.wave_id', '=', waveId)
    .where('r.persona_id', '=', 'buyer')
    .where('p.name', '=', 'buyer number 0')
    .executeTakeFirstOrThrow();
  return openOne(desk, fromSlug('programme', await programmeOf(desk, waveId))!, { waveId, responseId });
}

/** A moment of this persona, with what it was asked about it. */
async function feltMoment(desk: Desk, waveId: string, personaId: string): Promise<string> {
  const momentId = await makeMoment(desk, personaId, 'The renewal');
  const programmeId = fromSlug('programme', await programmeOf(desk, waveId))!;
  const questions = [{ surveyId: await surveyOf(desk, programmeId, personaId), key: QUESTION }];
  const { house, workspace, memberId: actor } = desk;
  const linked = await linkQuestions(house, workspace, { momentId, questions, actor });
  if (linked.kind !== 'linked') throw new Error(linked.kind);
  return toSlug('moment', momentId);
}

async function sharedLink(desk: Desk) {
  const { waveId, token } = await shareFor(desk, ['buyer']);
  return { sharedLink: toSlug('wave', waveId), sharedToken: token };
}

/** The survey in a language that nobody translated yet. */
async function addGerman(desk: Desk): Promise<string> {
  const surveyId = fromSlug('survey', await first(desk, 'survey', 'survey'))!;
  const asked = { surveyId, tag: 'de', actor: desk.memberId };
  const added = await addLanguage(desk.house, desk.workspace, asked);
  if (added.kind !== 'added') throw new Error(added.kind);
  return added.language;
}

/** The links of a buyer who was asked by letter and has not answered yet. An end-user hasn’t either: as many of each were asked. */
async function respondentLinks(desk: Desk, waveId: string) {
  const { house, workspace, memberId: actor } = desk;
  const at = { account: 'Account 0', personaIds: ['buyer'] };
  const roleIds = [
    ...(await seat(desk, { name: 'Yet Silent', ...at, email: 'silent@a.example' })),
    ...(await seat(desk, { name: 'Silent Too', ...at, personaIds: ['end_user'], email: 'too@a.example' })),
  ];
  const sent = await sendWave(house, workspace, { waveId, roleIds, actor }, queueMessages(house));
  if (sent.kind !== 'sent' || sent.invited !== 2) throw new Error(JSON.stringify(sent));
  const invitation = await house.db
    .selectFrom('invitation')
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .where('role_assignment_id', '=', roleIds[0]!)
    .executeTakeFirstOrThrow();
  const token = (kind: LinkKind) => linkToken(house.env.appSecret, kind, invitation.id, 1);
  return { answerToken: token('answer'), unsubscribeToken: token('unsubscribe') };
}

const PEOPLE = [
  'Name,E-mail,Company,Role',
  'Amara Osei,amara@meridian.example,Meridian Foods,Signs',
  'Nobody Inparticular,not an address,Vale Water,Signs',
].join('\n');

async function checkPeople({ house, workspace, memberId }: Desk): Promise<string> {
  const file = {
    kind: 'people',
    fileName: 'people.csv',
    bytes: Buffer.from(PEOPLE),
    actor: memberId,
  } as const;
  const received = await receiveFile(house, workspace, file);
  if (received.kind !== 'received') throw new Error(received.message);
  const importId = received.id;
  const page = await readImport(house.db, workspace, { importId, after: 0 });
  const targets = page!.columns!.columns.map(({ target }) => target);
  await chooseColumns(house, workspace, { importId, targets, dateOrders: {} });
  await runImport(house, workspace, importId);
  return importId;
}

/** The same scores once more, two rows that stay out for a reason, and one whose role nobody explained. */
function bringPastAnswers(desk: Desk, scores: Asked): Promise<string> {
  const rows = Object.entries(scores).flatMap(([personaId, given]) =>
    given.flatMap((score, i) =>
      score === null ? [] : [`${personaId},${score},2024-05-02,Account ${i},Comment ${i}`],
    ),
  );
  const faulty = ['buyer,11,2024-05-03,Account 1,Off the scale', 'whoever,7,2024-05-04,Account 2,Who am I?'];
  return bringAnswers(desk, {
    bytes: ['Role,Score,Date,Company,Comment', ...rows, ...faulty].join('\n'),
    targets: { Role: 'persona', Score: 'score', Date: 'date', Company: 'account', Comment: 'verbatim' },
    declaration: {
      scale: 'ltr_0_10',
      programmeName: 'Relationship',
      waveName: 'Spring 2024',
      confidentiality: 'attributed',
    },
    words: { buyer: 'buyer', end_user: 'end_user' },
  });
}

/** The letter is the invitation's; the two links are a colleague's welcome and an admin's reset. */
async function mailLinks({ house, workspace }: Desk) {
  await sendDueMessages(house);
  const invitation = await house.db.selectFrom('mailbox_message').select('id').executeTakeFirstOrThrow();
  const actor = { id: 'test', name: 'The test' };
  const colleague = { email: 'waiting@northwind.example', name: 'Waiting', permission: 'cx', actor } as const;
  const invited = await inviteMember(house, workspace, colleague);
  if (invited.kind !== 'invited') throw new Error(invited.kind);
  const asked = await requestReset(house, { email: ADMIN.email, peer: '203.0.113.1' });
  if (asked.kind !== 'heard') throw new Error(asked.kind);
  await asked.posted;
  const letters = await house.db.selectFrom('mailbox_message').select('bytes').execute();
  const texts = letters.map(({ bytes }) => Buffer.from(bytes).toString().replace(/=\r\n/g, ''));
  const reset = texts.map((text) => /\/reset\/([\w-]{43})/.exec(text)).find((found) => found !== null);
  if (!reset) throw new Error('no letter brought the link');
  return {
    letter: toSlug('message', invitation.id),
    joinToken: invited.url.split('/').at(-1)!,
    resetToken: reset[1]!,
  };
}

/** One that asks: what was answered elsewhere has no mail of its own. */
async function programmeOf({ house, workspace }: Desk, waveId: string): Promise<string> {
  const { programme_id } = await house.db
    .selectFrom('wave')
    .select('programme_id')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', waveId)
    .executeTakeFirstOrThrow();
  return toSlug('programme', programme_id);
}

async function first(
  { house, workspace }: Desk,
  table: 'person' | 'account' | 'survey' | 'response',
  kind: IdKind,
): Promise<string> {
  const row = await house.db
    .selectFrom(table)
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .orderBy(table === 'response' ? 'id' : ('name' as never))
    .executeTakeFirstOrThrow();
  return toSlug(kind, row.id);
}
