import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { DAY, FixedClock, systemClock } from '#app/platform/clock.ts';
import { LEAST_REST_DAYS } from '#app/programme/asking/asking-rules.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { answer } from '#tests/support/answering.ts';
import type { Desk } from '#tests/support/asking.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';
import { startPostgres } from '#tests/support/postgres.ts';
import { type AnswerLink, askEverybody, draftFor, importPeople, tenAnswers } from './prepare.ts';

export const SECRET = 'a bench secret of 32 letters 0123456789';

export interface FilledHouse {
  engine: Engine;
  desk: Desk;
  /** Rows per second of the import of these people. */
  imported: number;
  waves: { id: string; links: AnswerLink[] }[];
  close(): Promise<void>;
}

export interface Filling {
  people: number;
  /** How many questions each wave asks: everybody is asked in each. */
  waves: readonly (1 | 10)[];
}

/**
 * A house whose people are all asked in each of several waves, played through the use cases. The clock starts long enough
 * ago that nobody is asked again within the time of rest, and ends today.
 */
export async function fillHouse(engine: Engine, { people, waves }: Filling): Promise<FilledHouse> {
  const stopDatabase = engine === 'postgres' ? await provideServer() : async () => {};
  const apart = (LEAST_REST_DAYS + 1) * DAY;
  const time = new FixedClock(Date.now() - waves.length * apart);
  const { house, close } = await openTestHouse({ engine, time, vars: { APP_SECRET: SECRET } });
  const desk = { house, ...(await foundTestWorkspace(house)) };
  const imported = await importPeople(desk, people);
  const asked = [];
  for (const questions of waves) {
    time.advance(apart);
    const id = await draftFor(desk, questions);
    asked.push({ id, links: await askEverybody(desk, id) });
  }
  house.clock = systemClock;
  await settle(engine, house.env.databaseUrl);
  return {
    ...{ engine, desk, imported, waves: asked },
    close: async () => {
      await close();
      await stopDatabase();
    },
  };
}

/** Lets the database get over so much at once: what it would do in the minutes after, it would do beside what is timed. */
async function settle(engine: Engine, url: string): Promise<void> {
  if (engine === 'sqlite') {
    const file = new BetterSqlite3(url);
    file.pragma('wal_checkpoint(TRUNCATE)');
    file.close();
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('vacuum (analyze)');
  await client.query('checkpoint');
  await client.end();
}

/** Tells `openTestHouse` where a PostgreSQL is. */
export async function provideServer(): Promise<() => Promise<void>> {
  const cluster = await startPostgres();
  process.env.TEST_POSTGRES_URL = cluster.url;
  return cluster.stop;
}

/** People who answer at the same time: what shares a commit. */
const TOGETHER = 200;

/** Lets everybody with these links answer ten questions, through the code that keeps a respondent's answers. */
export async function answerTen({ desk }: FilledHouse, links: readonly AnswerLink[]): Promise<void> {
  for (let from = 0; from < links.length; from += TOGETHER) {
    const all = links
      .slice(from, from + TOGETHER)
      .map(({ token }, i) => answer(desk.house, token, tenAnswers(from + i)));
    const other = (await Promise.all(all)).find(({ kind }) => kind !== 'kept');
    if (other) throw new Error(`an answer was not kept: ${other.kind}`);
  }
}

/** Responses that these waves have got. */
export async function countKept({ desk }: FilledHouse, waveIds: readonly string[]): Promise<number> {
  const { rows } = await desk.house.db
    .selectFrom('response')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('workspace_id', '=', desk.workspace.id)
    .where('wave_id', 'in', waveIds)
    .executeTakeFirstOrThrow();
  return Number(rows);
}

/** How many of these submits are responses. */
export async function countKnown({ desk }: FilledHouse, submitIds: readonly string[]): Promise<number> {
  let known = 0;
  for (let from = 0; from < submitIds.length; from += TOGETHER) {
    const { rows } = await desk.house.db
      .selectFrom('response')
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .where('workspace_id', '=', desk.workspace.id)
      .where('submit_id', 'in', submitIds.slice(from, from + TOGETHER))
      .executeTakeFirstOrThrow();
    known += Number(rows);
  }
  return known;
}
