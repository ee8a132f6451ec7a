import { type Kysely, sql } from 'kysely';
import { createIndex, createTable, inWorkspace, rebuildTable, type Step } from './kit.ts';

/**
 * What pages of results need of a lane, kept so that none of it grows with the accounts and people behind it: the sums of a
 * figure, one row for each question, and how many were asked. SQLite keeps the tally where its key is, which halves it, and it
 * is found by account.
 */
export async function up(step: Step): Promise<void> {
  if (step.engine === 'sqlite') await rebuildTable(step, 'answer_tally', TALLY, { unordered: true });
  await createIndex(
    step,
    'tally_by_account',
    'answer_tally (workspace_id, account_id, wave_id, persona_id, question_key)',
  );
  await createTable(
    step,
    'lane_sum',
    [
      inWorkspace,
      ...LANE,
      'question_key text not null',
      'sums text not null',
      'primary key (workspace_id, wave_id, persona_id, question_key)',
      TO_LANE,
    ],
    { unordered: true },
  );
  await createTable(
    step,
    'lane_asked',
    [
      inWorkspace,
      ...LANE,
      'people integer not null check (people >= 0)',
      // Null while letters are still on their way: then they are counted where they lie.
      'delivered integer check (delivered >= 0)',
      'primary key (workspace_id, wave_id, persona_id)',
      TO_LANE,
    ],
    { unordered: true },
  );
  await sql`
    insert into lane_asked (workspace_id, wave_id, persona_id, survey_version_id, people, delivered)
    select workspace_id, wave_id, persona_id, survey_version_id, count(*), null from invitation
    group by workspace_id, wave_id, persona_id, survey_version_id
  `.execute(step.db);
  await fillSums(step.db);
}

const LANE = ['wave_id text not null', 'persona_id text not null', 'survey_version_id text not null'];
const TO_LANE =
  'foreign key (workspace_id, wave_id, persona_id, survey_version_id) references wave_lane (workspace_id, wave_id, persona_id, survey_version_id)';

const TALLY = [
  inWorkspace,
  ...LANE,
  'question_key text not null',
  'account_id text not null',
  'value text not null',
  'people integer not null check (people >= 0)',
  'primary key (workspace_id, wave_id, persona_id, question_key, account_id, value)',
  TO_LANE,
];

interface Row {
  account_id: string;
  value: string;
  people: number;
}

/** Question by question, from what was tallied: memory holds the accounts of one of them. */
async function fillSums(db: Kysely<unknown>): Promise<void> {
  const tally = db as Kysely<{ answer_tally: Row & Record<string, string | number>; lane_sum: object }>;
  const keys = ['workspace_id', 'wave_id', 'persona_id', 'survey_version_id', 'question_key'] as const;
  const questions = await tally.selectFrom('answer_tally').select(keys).distinct().execute();
  for (const pin of questions) {
    let rows = tally.selectFrom('answer_tally').select(['account_id', 'value', 'people']);
    for (const key of keys) rows = rows.where(key, '=', pin[key]!);
    const sums = sumsOf((await rows.execute()) as Row[]);
    await tally
      .insertInto('lane_sum')
      .values({ ...pin, sums } as object)
      .execute();
  }
}

interface Part {
  unnamed: number;
  sizes: Map<number, [size: number, accounts: number, net: number, netSquares: number]>;
  largest: [accountId: string, people: number] | null;
}

/** As they are read at the time of writing. */
function sumsOf(rows: readonly Row[]): string {
  const values = new Map<string, number>();
  const parts = new Map<string, Part>();
  for (const { value, people } of rows) values.set(value, (values.get(value) ?? 0) + people);
  for (const [account, own] of Map.groupBy(rows, ({ account_id }) => account_id))
    for (const [key, voice] of voicesOf(own)) {
      const part = parts.get(key) ?? { unnamed: 0, sizes: new Map(), largest: null };
      parts.set(key, part);
      addVoice(part, account, voice);
    }
  const byKey = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({
    values: byKey(values),
    parts: byKey(parts).map(([key, { unnamed, sizes, largest }]) => [
      key,
      unnamed,
      [...sizes.values()].sort(([a], [b]) => a - b),
      largest,
    ]),
  });
}

interface Voice {
  people: number;
  net: number;
}

/** One account's: of the whole question under the empty key, and of each row of a grid. */
function voicesOf(cells: readonly Row[]): Map<string, Voice> {
  const voices = new Map<string, Voice>();
  const several = cells.some(({ value }) => value === '');
  const add = (key: string, people: number, net: number) => {
    const known = voices.get(key) ?? { people: 0, net: 0 };
    voices.set(key, { people: known.people + people, net: known.net + net });
  };
  for (const { value, people } of cells) {
    if (value === '_declined') continue;
    if (value.includes(':')) add(value.slice(0, value.indexOf(':')), people, 0);
    if (value === '' || !several) add('', people, people * netOf(value));
  }
  return voices;
}

function netOf(value: string): number {
  if (value === '9' || value === '10') return 1;
  return /^[0-6]$/.test(value) ? -1 : 0;
}

function addVoice(part: Part, account: string, { people, net }: Voice): void {
  if (account === '') {
    part.unnamed += people;
    return;
  }
  if (people === 0) return;
  const [, accounts, nets, squares] = part.sizes.get(people) ?? [people, 0, 0, 0];
  part.sizes.set(people, [people, accounts + 1, nets + net, squares + net ** 2]);
  const [largest, most] = part.largest ?? ['', 0];
  if (people > most || (people === most && account < largest)) part.largest = [account, people];
}
