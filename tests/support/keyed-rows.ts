import type { Insertable, Kysely } from 'kysely';
import type { Tables } from '#db/schema/tables.ts';

/** Rows of one table, keyed by what a test calls them. */
type Rows = { [T in keyof Tables]?: Insertable<Tables[T]>[] };

export const BUYER = 'buyer';
export const END_USER = 'end-user';

/**
 * The shortest lawful chain from a workspace to answers of two personas in one wave: buyers score 3 and 5,
 * end-users 8 and 10. Every id but the workspace's own starts with `${workspace}-`, so that a key of another
 * workspace is recognised. `raised` lifts the scores of the personas it names.
 */
export function keyedRows(workspace: string, raised: Partial<Record<string, number>> = {}): Rows {
  const id = (name: string) => `${workspace}-${name}`;
  const all = { workspace_id: workspace, created_at: 1 };
  return {
    workspace: [
      {
        ...{ id: workspace, name: workspace, created_at: 1 },
        ...{ show_answers: 5, show_accounts: 3, compare_answers: 8, role_review_days: 180 },
      },
    ],
    member: [
      {
        ...all,
        id: id('member'),
        email: 'ada@example.com',
        email_key: 'ada@example.com',
        name: 'Ada',
        permission: 'admin',
      },
    ],
    persona: [BUYER, END_USER, 'spare'].map((name, position) => ({
      ...all,
      ...{
        id: id(name),
        name,
        plural: `${name}s`,
        name_key: name,
        definition: name,
        question: name,
        position,
      },
      base: name === END_USER ? 'end_user' : 'buyer',
    })),
    account: ['acme', 'bolt'].map((name) => ({
      ...all,
      ...{ id: id(name), name, name_key: name, updated_at: 1 },
    })),
    programme: [
      {
        ...all,
        ...{ id: id('programme'), name: 'Listening', state: 'live', confidentiality: 'attributed' },
        ...{ origin: 'asked', owner_id: id('member'), in_doubt: 'hold', sender_name: 'Ada' },
      },
    ],
    wave: [
      { ...all, id: id('wave'), programme_id: id('programme'), name: 'Spring', state: 'open', kind: 'asked' },
    ],
    ...merge([BUYER, END_USER].map((persona) => laneRows(workspace, persona, raised[persona] ?? 0))),
  };
}

function laneRows(workspace: string, persona: string, raise: number): Rows {
  const id = (name: string) => `${workspace}-${name}`;
  const in_ = { workspace_id: workspace };
  const lane = { wave_id: id('wave'), persona_id: id(persona), survey_version_id: id(`${persona}-version`) };
  const survey = { programme_id: id('programme'), persona_id: id(persona) };
  return merge([
    {
      survey: [
        {
          ...{ ...in_, ...survey, id: id(`${persona}-survey`), name: persona, language: 'en', draft: '{}' },
          ...{ revision: 1, created_at: 1, updated_at: 1 },
        },
      ],
      survey_version: [
        {
          ...{ ...in_, ...survey, id: lane.survey_version_id, survey_id: id(`${persona}-survey`), number: 1 },
          ...{ definition: '{}', published_by: 'ada', published_at: 1 },
        },
      ],
      question: [
        {
          ...{
            ...in_,
            survey_version_id: lane.survey_version_id,
            question_key: `${persona}-ltr`,
            position: 0,
          },
          ...{
            kind: 'recommend',
            scale: 'ltr_0_10',
            concept: 'ltr',
            wording: '?',
            wording_key: '?',
            options: '[]',
          },
        },
      ],
      wave_lane: [{ ...in_, ...lane, programme_id: id('programme'), known_people: 2 }],
    },
    ...['acme', 'bolt'].map((account, at) =>
      answeredRows(workspace, persona, account, (persona === BUYER ? 3 : 8) + 2 * at + raise),
    ),
  ]);
}

function answeredRows(workspace: string, persona: string, account: string, score: number): Rows {
  const id = (name: string) => `${workspace}-${name}`;
  const in_ = { workspace_id: workspace };
  const called = `${persona}-at-${account}`;
  const lane = { wave_id: id('wave'), persona_id: id(persona), survey_version_id: id(`${persona}-version`) };
  const who = { person_id: id(called), account_id: id(account) };
  const role = { role_assignment_id: id(`${called}-role`) };
  return {
    person: [
      {
        ...{ ...in_, id: id(called), name: called, name_key: called, search_key: called },
        ...{ created_at: 1, updated_at: 1 },
      },
    ],
    role_assignment: [
      {
        ...{ ...in_, ...who, id: role.role_assignment_id, persona_id: id(persona), source: 'csm' },
        ...{ evidence: 'said so', started_at: 1, created_at: 1 },
      },
    ],
    invitation: [
      { ...in_, ...lane, ...who, ...role, id: id(`${called}-invitation`), generation: 1, created_at: 1 },
    ],
    response: [
      {
        ...{ ...in_, ...lane, ...who, ...role, id: id(`${called}-response`), source: 'invited' },
        ...{ invitation_id: id(`${called}-invitation`), confidentiality: 'attributed', language: 'en' },
        ...{ submit_id: id(called), answered_at: 1, received_at: 1 },
      },
    ],
    answer: [
      {
        ...in_,
        ...lane,
        response_id: id(`${called}-response`),
        question_key: `${persona}-ltr`,
        score,
        verbatim: called,
      },
    ],
    answer_tally: [
      {
        ...in_,
        ...lane,
        question_key: `${persona}-ltr`,
        account_id: id(account),
        value: String(score),
        people: 1,
      },
    ],
  };
}

function merge(parts: readonly Rows[]): Rows {
  const merged: Record<string, unknown[]> = {};
  for (const part of parts) {
    for (const [table, rows] of Object.entries(part)) merged[table] = [...(merged[table] ?? []), ...rows];
  }
  return merged as Rows;
}

const ORDER = [
  ...([
    'workspace',
    'member',
    'persona',
    'account',
    'attribute',
    'programme',
    'wave',
    'survey',
    'survey_version',
  ] as const),
  ...(['question', 'wave_lane', 'person', 'role_assignment', 'invitation', 'response', 'answer'] as const),
  ...(['answer_tally', 'outbound_message'] as const),
];

/** Writes the chain through a connection without the guard, parents first. */
export async function insertKeyedRows(db: Kysely<Tables>, rows: Rows): Promise<void> {
  for (const table of ORDER) {
    const given = rows[table];
    if (given)
      await db
        .insertInto(table)
        .values(given as never)
        .execute();
  }
}
