import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Connection, connect } from '#db/connection.ts';
import { migrate } from '#db/migrate.ts';
import type { Engine } from '#db/migrations/kit.ts';
import type { Tables } from '#db/schema/tables.ts';
import { ENGINES, type FreshDatabase, freshDatabase } from '#tests/support/databases.ts';
import { insertKeyedRows, keyedRows } from '#tests/support/keyed-rows.ts';
import { insertSpares, lawful, type Row } from '#tests/support/lawful-rows.ts';

/** A claim, and the cells that break it in a row that is lawful otherwise. */
const refusedRows: [claim: string, table: keyof typeof lawful, broken: Row][] = [
  ['a survey has a persona', 'survey', { persona_id: null }],
  ['a survey has a known persona', 'survey', { persona_id: 'nobody' }],
  ['a survey has a persona of its workspace', 'survey', { persona_id: 'w2-buyer' }],
  ['a published version has a persona', 'survey_version', { persona_id: null }],
  ['a version has its survey’s persona', 'survey_version', { persona_id: 'w1-end-user' }],
  ['a lane has a persona', 'wave_lane', { persona_id: null }],
  ['a lane has its version’s persona', 'wave_lane', { persona_id: 'w1-end-user' }],
  ['a lane asks its own questions', 'wave_lane', { survey_version_id: 'w1-end-user-version' }],
  ['a lane asks questions of its workspace', 'wave_lane', { survey_version_id: 'w2-buyer-version' }],
  ['an invitation has a persona', 'invitation', { persona_id: null }],
  ['an invitation has a known persona', 'invitation', { persona_id: 'nobody' }],
  ['an invitation has its survey’s persona', 'invitation', { persona_id: 'w1-end-user' }],
  ['nobody is invited without a role', 'invitation', { role_assignment_id: null }],
  ['nobody is invited by another one’s role', 'invitation', { person_id: 'w1-buyer-at-bolt' }],
  ['nobody is invited at another account', 'invitation', { account_id: 'w1-acme' }],
  [
    'nobody is invited by a role of another persona',
    'invitation',
    { persona_id: 'w1-end-user', survey_version_id: 'w1-end-user-version' },
  ],
  ['an invitation stays in its workspace', 'invitation', { workspace_id: 'w2' }],
  [
    'an invitation comes from one of its workspace',
    'invitation',
    { came_from: 'referral', from_invitation_id: 'w2-buyer-at-acme-invitation' },
  ],
  ['an invitation that came from another names it', 'invitation', { came_from: 'correction' }],
  [
    'an invitation that names another says how it came from it',
    'invitation',
    { from_invitation_id: 'w1-buyer-at-acme-invitation' },
  ],
  [
    'a corrected role is of its invitation’s workspace',
    'role_correction',
    { invitation_id: 'w2-buyer-at-acme-invitation' },
  ],
  ['a corrected role was a persona of its workspace', 'role_correction', { from_persona_id: 'w2-buyer' }],
  [
    'a corrected role becomes a persona of its workspace',
    'role_correction',
    { to_persona_id: 'w2-end-user' },
  ],
  ['another role says which', 'role_correction', { to_persona_id: null }],
  [
    'a corrected role leads to an invitation of its workspace',
    'role_correction',
    { to_invitation_id: 'w2-buyer-at-acme-invitation' },
  ],
  ['what is passed on is of its workspace', 'referral', { invitation_id: 'w2-buyer-at-acme-invitation' }],
  ['it is passed on within its workspace', 'referral', { to_invitation_id: 'w2-buyer-at-acme-invitation' }],
  ['a response has a persona', 'response', { persona_id: null }],
  [
    'a response has its invitation’s persona',
    'response',
    { persona_id: 'w1-end-user', survey_version_id: 'w1-end-user-version' },
  ],
  ['a response that was invited names its invitation', 'response', { invitation_id: null }],
  [
    'a response answers an invitation of its workspace',
    'response',
    { invitation_id: 'w2-buyer-at-acme-invitation' },
  ],
  ['an answer has a persona', 'answer', { persona_id: null }],
  ['an answer has its response’s persona', 'answer', { persona_id: 'w1-end-user' }],
  ['an answer answers a question of its version', 'answer', { question_key: 'end-user-ltr' }],
  ['an answer keeps to its response’s version', 'answer', { survey_version_id: 'w1-end-user-version' }],
  ['a score is at most 10', 'answer', { score: 11 }],
  ['a score is at least 0', 'answer', { score: -1 }],
  ['an answer says something', 'answer', { score: null }],
  ['a tally has a persona', 'answer_tally', { persona_id: null }],
  ['a tally belongs to a lane', 'answer_tally', { persona_id: 'w1-spare' }],
  ['a count of those heard has a persona', 'lane_heard', { persona_id: null }],
  ['a count of those heard belongs to a lane', 'lane_heard', { persona_id: 'w1-spare' }],
  ['a sum has a persona', 'lane_sum', { persona_id: null }],
  ['a sum belongs to a lane', 'lane_sum', { persona_id: 'w1-spare' }],
  ['a count of those asked belongs to a lane', 'lane_asked', { persona_id: 'w1-spare' }],
  ['likelihood to recommend runs from 0 to 10', 'question', { scale: 'rating_1_5' }],
  ['a rating is never likelihood to recommend', 'question', { kind: 'rating' }],
  ['what came back is of a message that is there', 'mail_event', { message_id: 'nobody' }],
  ['it is of a message of its workspace', 'mail_event', { workspace_id: 'w2' }],
  ['what is matched names its message', 'mail_event', { message_id: null, workspace_id: null }],
  ['what is not matched names none', 'mail_event', { state: 'waiting' }],
  ['it means something that is known', 'mail_event', { kind: 'opened' }],
  ['returns are counted of a wave of their workspace', 'wave_return', { workspace_id: 'w2' }],
  ['a wave that was stopped says why', 'wave_return', { stopped_at: 1 }],
  ['a reply was written to a message of its workspace', 'notice', { workspace_id: 'w2' }],
  ['word of no known kind is not queued', 'notice', { kind: 'advert' }],
  ['a value is of a person of its workspace', 'person_attribute', { holder_id: 'w2-buyer-at-acme' }],
  ['a value is of an account of its workspace', 'account_attribute', { holder_id: 'w2-acme' }],
  ['a value is of an attribute that is there', 'person_attribute', { attribute_id: 'nothing' }],
  ['a value is of an attribute of its workspace', 'account_attribute', { attribute_id: 'w2-attribute' }],
  ['a value says something', 'person_attribute', { value: '' }],
  ['a role has a persona', 'role_assignment', { persona_id: null }],
  ['a role has a persona of its workspace', 'role_assignment', { persona_id: 'w2-buyer' }],
];

const loose = `id = 'w1-loose-version'`;
const one = `id = 'w1-buyer-at-acme-invitation'`;
const spareLane = `persona_id = 'w1-spare', survey_version_id = 'w1-spare-version'`;

/** A claim, a statement on the same table that is taken, and the one that is refused. */
const refusedChanges: [claim: string, taken: string, refused: string][] = [
  ['a survey keeps its persona', `update survey set name = 'x'`, `update survey set persona_id = 'w1-spare'`],
  [
    'a version keeps its persona',
    `delete from survey_version where ${loose}`,
    `update survey_version set persona_id = 'w1-spare' where ${loose}`,
  ],
  [
    'a published version keeps its questions',
    `delete from survey_version where ${loose}`,
    `update survey_version set definition = '{}' where ${loose}`,
  ],
  [
    'a question keeps its wording',
    `delete from question where question_key = 'second'`,
    `update question set wording = 'x'`,
  ],
  [
    'a lane in use keeps its persona, also when its questions change with it',
    `update wave_lane set known_people = 3`,
    `update wave_lane set ${spareLane} where persona_id = 'w1-buyer'`,
  ],
  [
    'an invitation keeps its persona',
    `update invitation set revoked_at = 1`,
    `update invitation set persona_id = 'w1-spare'`,
  ],
  [
    'an invitation keeps its role',
    `update invitation set revoked_at = 1 where ${one}`,
    `update invitation set role_assignment_id = 'w1-buyer-at-bolt-role' where ${one}`,
  ],
  [
    'an invitation keeps the persona that was asked first',
    `update invitation set revoked_at = 1`,
    `update invitation set persona_at_invite = 'w1-spare'`,
  ],
  [
    'an invitation keeps where it came from',
    `update invitation set revoked_at = 1 where ${one}`,
    `update invitation set came_from = 'referral', from_invitation_id = id where ${one}`,
  ],
  [
    'a role keeps its persona',
    `update role_assignment set ended_at = 2`,
    `update role_assignment set persona_id = 'w1-spare'`,
  ],
  ['a persona keeps its base', `update persona set name = id`, `update persona set base = 'advocate'`],
  [
    'a response keeps its persona',
    `update response set language = 'fr' where id = 'nobody'`,
    `update response set persona_id = 'w1-spare'`,
  ],
  [
    'a response keeps everything else',
    `update response set language = 'fr' where id = 'nobody'`,
    `update response set language = 'fr'`,
  ],
  ['an answer keeps its score', `select score from answer`, `update answer set score = 10`],
  ['an answer keeps its words', `select verbatim from answer`, `update answer set verbatim = 'great'`],
  ['an answer keeps its persona', `select score from answer`, `update answer set persona_id = 'w1-spare'`],
  [
    'a persona in use is closed, never deleted',
    `delete from persona where id = 'w1-unused'`,
    `delete from persona where id = 'w1-buyer'`,
  ],
  [
    'a role that was asked stays',
    `delete from role_assignment where id = 'w1-unasked-role'`,
    `delete from role_assignment where id = 'w1-buyer-at-acme-role'`,
  ],
];

describe.each(ENGINES)('on %s, whoever writes', (engine) => {
  let database: FreshDatabase;
  let connection: Connection;

  beforeAll(async () => {
    database = await freshDatabase(engine);
    connection = connect(database.url);
    await migrate(connection, 1);
    for (const workspace of ['w1', 'w2']) await insertKeyedRows(connection.db, keyedRows(workspace));
    await insertSpares(connection.db);
  });
  afterAll(async () => {
    await connection.close();
    await database.drop();
  });

  test.each(refusedRows)('%s', async (_, table, broken) => {
    await expect(insert(table, lawful[table]), 'the lawful row is taken').resolves.toBeUndefined();
    await expect(insert(table, { ...lawful[table], ...broken })).rejects.toSatisfy(isConstraint(engine));
  });

  test.each(refusedChanges)('%s', async (_, taken, refused) => {
    await expect(run(taken), 'the lawful statement is taken').resolves.toBeUndefined();
    await expect(run(refused)).rejects.toSatisfy(isConstraint(engine));
  });

  const run = (text: string) => undone(connection.db, (tx) => sql.raw(text).execute(tx));
  const insert = (table: keyof typeof lawful, row: Row) =>
    undone(connection.db, (tx) =>
      tx
        .insertInto(table)
        .values(row as never)
        .execute(),
    );
});

const UNDONE = new Error('undone');

/** Runs the work and takes it back, so that each claim meets the same rows. */
async function undone(db: Kysely<Tables>, work: (tx: Kysely<Tables>) => Promise<unknown>): Promise<void> {
  const attempt = db.transaction().execute(async (tx) => {
    await work(tx);
    throw UNDONE;
  });
  await attempt.catch((error) => {
    if (error !== UNDONE) throw error;
  });
}

/** True for a refusal by a key, a check or a trigger; false for a statement that is merely wrong. */
function isConstraint(engine: Engine): (error: { code?: string }) => boolean {
  const kind = engine === 'sqlite' ? /^SQLITE_CONSTRAINT/ : /^23/;
  return (error) => kind.test(error.code ?? '');
}
