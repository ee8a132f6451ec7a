import { setTimeout as wait } from 'node:timers/promises';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { createKey } from '#app/membership/keys/create-key.server.ts';
import { DAY, systemClock } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { countOrdered } from '#app/programme/order/order.store.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import { vouchForMail } from '#app/programme/vouch-for-mail.server.ts';
import type { Engine } from '#db/migrations/kit.ts';
import type { Desk } from '#tests/support/asking.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';
import { SECRET } from './filled-house.ts';
import { atPace, Caller } from './paced.ts';
import { draftFor, importPeople } from './prepare.ts';
import { residentBytes } from './processes.ts';
import { serveOurs } from './serve.ts';
import { percentile } from './table.ts';

/** Whose pages are opened meanwhile, over and over, at this pace. */
const VISITORS = 500;
const PER_SECOND = 100;
/** How long the idle server is looked at, in seconds; preparing is given up after the other. */
const IDLE = 10;
const LONGEST = 1800;

/**
 * A running server is asked through its API to send to so many, while respondents open their pages at an even pace: how long
 * until everybody has an invitation, a link and a letter, what it does to those pages, and to the server's memory.
 */
export async function prepareMany(engine: Engine, people: number): Promise<void> {
  const { house, close } = await openTestHouse({ engine, time: systemClock, vars: { APP_SECRET: SECRET } });
  const desk = { house, ...(await foundTestWorkspace(house)) };
  await importPeople(desk, people + VISITORS);
  const paths = await askVisitors(desk);
  const waveId = await draftFor(desk, 1);
  const word = { waveId, reason: 'Loopback.', findings: '', actor: desk.memberId };
  await vouchForMail(house, desk.workspace, word);
  // Letters that leave meanwhile cost what they cost in any send; here the making ready alone is timed.
  const tomorrow = { send_at: systemClock.now() + DAY };
  await house.db.updateTable('wave').set(tomorrow).where('id', '=', waveId).execute();
  const key = { name: 'Bench', scopes: ['waves:write'] as const, actor: desk.memberId };
  const { token } = await createKey(house, desk.workspace, key);
  const served = await serveOurs({ databaseUrl: house.env.databaseUrl, secret: SECRET, isFree: true });
  const caller = new Caller(served.port);
  await visit(caller, paths, IDLE);
  const idle = await visit(caller, paths, IDLE);
  const before = residentBytes(served.pid);
  let most = before;
  const since = performance.now();
  const sent = fetch(`http://127.0.0.1:${served.port}/api/v1/waves/${toSlug('wave', waveId)}/send`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ pick: {} }),
  }).then(async (answer) => {
    const body = (await answer.json()) as { invited?: number };
    if (body.invited !== people) throw new Error(`${answer.status} ${JSON.stringify(body)}`);
    return (performance.now() - since) / 1000;
  });
  const deciding: number[] = [];
  const meanwhile: number[] = [];
  let [isDecided, isDone] = [false, false];
  const isReady = async () => {
    await sent;
    isDecided = true;
    while ((await countOrdered(house.db, desk.workspace, waveId)).unready > 0) await wait(200);
    isDone = true;
    return (performance.now() - since) / 1000;
  };
  const ready = isReady();
  while (!isDone && performance.now() - since < LONGEST * 1000) {
    const took = await visit(caller, paths, isDecided ? 1 : 0.2);
    (isDecided ? meanwhile : deciding).push(...took);
    most = Math.max(most, residentBytes(served.pid));
  }
  const [decided, done] = [await sent, await ready];
  caller.close();
  await served.stop();
  await close();
  report({ engine, people, decided, done, idle, deciding, meanwhile, grown: most - before });
}

/** Who was asked before, and whose pages are opened while the others are made ready. */
async function askVisitors(desk: Desk): Promise<string[]> {
  const { house, workspace, memberId: actor } = desk;
  const waveId = await draftFor(desk, 1);
  const piles = await sortPiles(house, workspace, { waveId });
  if (piles.kind !== 'sorted') throw new Error(piles.kind);
  const roleIds = piles.piles.ready.slice(0, VISITORS).map(({ roleId }) => roleId);
  await sendWave(house, workspace, { waveId, roleIds, actor }, queueMessages(house));
  const asked = await house.db
    .selectFrom('invitation')
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .execute();
  return asked.map(({ id }) => `/r/${linkToken(house.env.appSecret, 'answer', id, 1)}`);
}

/** Milliseconds from the moment that each page was due until it was there. */
async function visit(caller: Caller, paths: readonly string[], seconds: number): Promise<number[]> {
  const took: number[] = [];
  const begin = performance.now();
  let at = 0;
  await atPace({ perSecond: PER_SECOND, begin, end: begin + seconds * 1000 }, async (due) => {
    at = (at + 1) % paths.length;
    const { status } = await caller.call({ path: paths[at]! });
    if (status !== 200) throw new Error(`a page answered ${status}`);
    took.push(performance.now() - due);
  });
  return took;
}

interface Prepared {
  engine: Engine;
  people: number;
  decided: number;
  done: number;
  idle: number[];
  /** Pages while the send was being decided, and while it was made ready. */
  deciding: number[];
  meanwhile: number[];
  grown: number;
}

function report({ engine, people, decided, done, idle, deciding, meanwhile, grown }: Prepared): void {
  const p95 = (all: readonly number[]) =>
    percentile(
      all.toSorted((a, b) => a - b),
      0.95,
    );
  const longest = Math.max(...meanwhile).toFixed(0);
  console.log(
    `${people} on ${engine}: decided after ${decided.toFixed(1)} s, ready after ${done.toFixed(1)} s (aim 20 s for 100,000), ` +
      `the server's memory +${(grown / 1024 / 1024).toFixed(0)} MB; a respondent's page at p95 ${p95(meanwhile).toFixed(1)} ms, ` +
      `idle ${p95(idle).toFixed(1)} ms, ${(p95(meanwhile) / p95(idle)).toFixed(1)} x (wanted 2), the longest ${longest} ms; while it was decided ${p95(deciding).toFixed(0)} ms`,
  );
}
