import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { linkRows, linkToken } from '#app/programme/link-token.server.ts';
import { addQuestion, emptyDraft } from '#app/survey/draft/draft.ts';
import type { Tables } from '#db/schema/tables.ts';

/** A person whom no executive may read by name. */
export const PERSON = 'Zebulon Featherstone-Canary';
const ADDRESS = 'zebulon@featherstone.example';

const DEFINITION = JSON.stringify({
  intro: 'The canary asks.',
  questions: [
    {
      kind: 'recommend',
      key: 'ltr',
      concept: 'recommend',
      wording: 'Recommend Canary Works?',
      required: true,
    },
    { kind: 'text', key: 'why', concept: 'reason', wording: 'Why, canary?', required: false },
  ],
});

const DRAFT = JSON.stringify({ ...addQuestion(emptyDraft(), 'recommend'), intro: 'The canary asks.' });

type Row = readonly [table: keyof Tables, row: Record<string, unknown>];

/** One buyer at one account who was asked in one wave and answered, and is asked in another; every text says so. */
export async function insertAnswered(house: House, workspace: Workspace, memberId: string) {
  const names = [
    'person',
    'account',
    'programme',
    'survey',
    'version',
    'wave',
    'openWave',
    'role',
    'invitation',
  ];
  const ids = Object.fromEntries(
    [...names, 'openInvitation', 'response', 'held', 'import', 'answerImport'].map((name) => [
      name,
      house.ids.make(),
    ]),
  );
  const rows = [
    ...audienceRows(ids),
    ...askingRows(ids, memberId),
    ...answerRows(ids),
    ...letterRows(ids),
    ...importRows(ids, memberId),
  ];
  await house.db.transaction().execute(async (tx) => {
    for (const row of rows) await insert(tx, workspace, house.clock.now(), row);
    const invitation = { id: ids.openInvitation!, generation: 1 };
    await tx
      .insertInto('link')
      .values(linkRows(house.env.appSecret, workspace.id, invitation))
      .execute();
  });
  const token = (kind: 'answer' | 'unsubscribe') =>
    linkToken(house.env.appSecret, kind, ids.openInvitation!, 1);
  return { ids, answerToken: token('answer'), unsubscribeToken: token('unsubscribe') };
}

/** `created_at` and the like are the same for all: nothing here depends on time. */
async function insert(tx: Db, workspace: Workspace, now: number, [table, row]: Row): Promise<void> {
  const times = Object.entries(row).map(([column, value]) => [column, value === NOW ? now : value]);
  await tx
    .insertInto(table)
    .values({ workspace_id: workspace.id, ...Object.fromEntries(times) } as never)
    .execute();
}

const NOW = Symbol('now');
const made = { created_at: NOW };
const kept = { ...made, updated_at: NOW };
type Ids = Record<string, string>;

function audienceRows({ person, account, role, ...ids }: Ids): Row[] {
  const who = { person_id: person, account_id: account };
  const key = PERSON.toLowerCase();
  return [
    [
      'account',
      { ...kept, id: account, name: 'Canary Foods', name_key: 'canary foods', renewal_on: '2027-03-01' },
    ],
    ['person', { ...kept, id: person, name: PERSON, name_key: key, search_key: `${key} ${ADDRESS}` }],
    ['person_address', { ...made, person_id: person, email: ADDRESS, email_key: ADDRESS, position: 0 }],
    [
      'employment',
      { ...made, ...who, id: ids.import, title: 'Canary Keeper', title_key: 'canary keeper', source: 'crm' },
    ],
    [
      'role_assignment',
      {
        ...{ ...made, ...who, id: role, persona_id: 'buyer', source: 'csm', evidence: 'Canary told us' },
        ...{ started_at: NOW, confirmed_at: NOW, confirmed_by: 'csm' },
      },
    ],
  ];
}

function askingRows(ids: Ids, memberId: string): Row[] {
  const asked = { programme_id: ids.programme, persona_id: 'buyer' };
  const version = { survey_version_id: ids.version };
  const wave = { ...made, programme_id: ids.programme, state: 'open', sent_at: NOW };
  const question = { ...version, wording_key: 'canary', options: '[]' };
  const ltr = {
    kind: 'recommend',
    scale: 'ltr_0_10',
    concept: 'recommend',
    wording: 'Recommend Canary Works?',
  };
  const why = { kind: 'text', scale: 'text', concept: 'reason', wording: 'Why, canary?' };
  const programme = { ...made, id: ids.programme, name: 'Canary check-in', state: 'live', origin: 'asked' };
  return [
    [
      'programme',
      { ...programme, confidentiality: 'confidential', owner_id: memberId, sender_name: 'Canary Sender' },
    ],
    [
      'survey',
      {
        ...kept,
        ...asked,
        id: ids.survey,
        name: 'Canary questions',
        language: 'en',
        draft: DRAFT,
        revision: 1,
      },
    ],
    [
      'survey_translation',
      {
        ...{ survey_id: ids.survey, language: 'de', revision: 1, updated_at: NOW, updated_by: memberId },
        texts: JSON.stringify({ intro: { text: 'Der Canary fragt.', of: 'The canary asks.' } }),
      },
    ],
    [
      'survey_version',
      {
        ...{ ...asked, id: ids.version, survey_id: ids.survey, number: 1 },
        ...{ definition: DEFINITION, published_by: memberId, published_at: NOW },
      },
    ],
    ['question', { ...question, ...ltr, question_key: 'ltr', position: 0 }],
    ['question', { ...question, ...why, question_key: 'why', position: 1 }],
    ['wave', { ...wave, id: ids.wave, name: 'Canary wave' }],
    ['wave', { ...wave, id: ids.openWave, name: 'Canary wave to come' }],
    ['wave_lane', { ...asked, ...version, wave_id: ids.wave, known_people: 4 }],
    ['wave_lane', { ...asked, ...version, wave_id: ids.openWave, known_people: 4 }],
    ['invitation', { ...made, ...seatOf(ids), ...laneOf(ids, ids.wave), id: ids.invitation }],
    ['invitation', { ...made, ...seatOf(ids), ...laneOf(ids, ids.openWave), id: ids.openInvitation }],
  ];
}

function answerRows(ids: Ids): Row[] {
  const lane = laneOf(ids, ids.wave);
  const answer = { ...lane, response_id: ids.response };
  const { generation: _, ...seat } = seatOf(ids);
  return [
    [
      'response',
      {
        ...{ ...lane, ...seat, id: ids.response, source: 'invited', invitation_id: ids.invitation },
        ...{
          persona_at_invite: 'buyer',
          confidentiality: 'confidential',
          language: 'en',
          submit_id: 'canary',
        },
        ...{ answered_at: NOW, received_at: NOW },
      },
    ],
    ['answer', { ...answer, question_key: 'ltr', score: 3 }],
    ['answer', { ...answer, question_key: 'why', verbatim: 'A canary sang.' }],
    ['lane_heard', { ...lane, responses: 1 }],
    ['answer_tally', { ...lane, question_key: 'ltr', account_id: ids.account, value: '3', people: 1 }],
    ['lane_sum', { ...lane, question_key: 'ltr', sums: sumsOf(ids.account!) }],
    ['lane_asked', { ...lane, people: 1, delivered: null }],
  ];
}

/** One person of that account gave a 3. */
function sumsOf(accountId: string): string {
  return JSON.stringify({ values: [['3', 1]], parts: [['', 0, [[1, 1, -1, 1]], [accountId, 1]]] });
}

/** The letter of the open invitation, which the unsubscribe link looks for. */
function letterRows({ openInvitation, import: id }: Ids): Row[] {
  const letter = {
    ...made,
    id,
    invitation_id: openInvitation,
    kind: 'invitation',
    ordinal: 1,
    state: 'accepted',
  };
  const said = { to_address: ADDRESS, subject: 'Canary, may we ask?', message_id: '<canary@canary.example>' };
  return [['outbound_message', { ...letter, ...said, attempts: 1, next_at: NOW, fence: 1, settled_at: NOW }]];
}

function importRows(ids: Ids, memberId: string): Row[] {
  const run = {
    ...made,
    id: ids.import,
    kind: 'people',
    state: 'done',
    file_name: 'canary.csv',
    file_size: 9,
  };
  const counts = { choices: '{}', report: '{}', rows_read: 1, rows_total: 1, finished_at: NOW };
  const answers = { ...run, ...counts, id: ids.answerImport, kind: 'answers', created_by: memberId };
  return [
    ['import_run', { ...run, ...counts, created_by: memberId }],
    ['import_run', answers],
    ['unplaced_answer', unplacedRow(ids)],
    ['held_response', heldRow(ids)],
  ];
}

/** An answer that nobody has placed yet, of the wave that was answered. */
function unplacedRow({ answerImport, wave }: Ids): Record<string, unknown> {
  const row = { roleText: 'Canary', score: 3, words: 'The canary coughs.', answeredOn: '2026-01-02' };
  const cells = JSON.stringify({ ...row, account: null, emailKey: null, language: null });
  return {
    ...{ ...made, id: answerImport, import_id: answerImport, wave_id: wave, line: 2, submit_id: 'canary' },
    ...{ code: 'WORD_UNDECIDED', reason: 'Nobody has said yet what “Canary” means.' },
    ...{ word: 'Canary', word_key: 'canary', cells, search_key: 'canary' },
  };
}

/** What somebody answered as themselves, in confidence: nobody may read who and what. */
function heldRow(ids: Ids): Record<string, unknown> {
  return {
    ...{ ...laneOf(ids, ids.wave), id: ids.held, account_id: ids.account, submit_id: 'canary-held' },
    ...{ reason: 'self_declared', evidence: '[]', language: 'en', received_at: NOW },
    ...{ said_name: PERSON, said_email: ADDRESS },
    given: JSON.stringify([
      ['ltr', ['3']],
      ['why', ['The canary held its breath.']],
    ]),
  };
}

const seatOf = ({ role, person, account }: Ids) => ({
  role_assignment_id: role,
  person_id: person,
  account_id: account,
  generation: 1,
});

const laneOf = ({ version }: Ids, wave: string | undefined) => ({
  wave_id: wave,
  persona_id: 'buyer',
  survey_version_id: version,
});
