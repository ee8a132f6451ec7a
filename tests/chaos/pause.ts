import { randomInt } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import { toSlug } from '#app/platform/ids.ts';
import { CONNECTIONS } from '#app/platform/mail.ts';
import { connect } from '#db/connection.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { questionOf } from '#tests/support/asked-set.ts';
import { Visitor } from '#tests/support/doors.ts';
import { ADMIN } from '#tests/support/house.ts';
import { freePort } from '#tests/support/process.ts';
import { askPeople } from './asked-people.ts';
import { brokenOf, type Proof } from './figures.ts';
import { type MailSink, openMailSink } from './mail-sink.ts';
import { type Served, serve } from './served.ts';

export interface Pausing {
  engine: Engine;
  cycles: number;
  /** Processes that send from the same ledger; the button is pressed at the first. */
  senders: number;
  recipients: number;
}

/** Longest time that the mail server takes to answer, and that a mailing goes on between two pauses, ms. */
const LATENCY = 200;
const GOES_ON = 250;

/** What one pause came to. */
interface Pause {
  /** Mails that arrived after the button had been answered. */
  after: number;
  /** Still to go, so that there was something to hold up. */
  waiting: number;
}

/** Presses hold up and let go on at random moments of a mailing, and counts what a mail server is given meanwhile. */
export async function pauseSending(pausing: Pausing): Promise<Proof> {
  const { engine, cycles, senders, recipients } = pausing;
  const asked = await askPeople(engine, [questionOf('q1', 'recommend')], recipients, 'queued');
  const sink = await openMailSink(LATENCY);
  const running: Served[] = [];
  try {
    const ports = [];
    for (let at = 0; at < senders; at += 1) {
      const port = await freePort();
      ports.push(port);
      const vars = { SMTP_URL: sink.url, MAIL_FROM: 'ask@northwind.example' };
      running.push(await serve({ databaseUrl: asked.databaseUrl, port, vars }));
    }
    const member = await new Visitor(`http://127.0.0.1:${ports[0]}`).signIn(ADMIN.email, ADMIN.password);
    const page = await waveOf(asked.databaseUrl);
    const pauses: Pause[] = [];
    for (let cycle = 0; cycle < cycles; cycle += 1)
      pauses.push(await pauseOnce(pausing, { sink, press: (intent) => press(member, page, intent) }));
    const rows = await untilSent(asked.databaseUrl);
    return prove(pausing, sink, pauses, rows);
  } finally {
    for (const one of running) await one.kill();
    await sink.close();
    await asked.drop();
  }
}

async function pauseOnce(
  { recipients }: Pausing,
  { sink, press }: { sink: MailSink; press(intent: 'pause' | 'resume'): Promise<void> },
): Promise<Pause> {
  await rest(randomInt(0, GOES_ON));
  await press('pause');
  const before = countTaken(sink);
  // Longer than whatever was on its way takes to be answered, and a sender that does not stop to begin the next.
  await rest(2 * LATENCY);
  const after = countTaken(sink) - before;
  const waiting = recipients - before - after;
  await press('resume');
  return { after, waiting };
}

async function press(member: Visitor, page: string, intent: string): Promise<void> {
  const answer = await member.post(page, { intent });
  if (answer.status !== 303) throw new Error(`${intent} was answered with ${answer.status}`);
}

function countTaken({ taken }: MailSink): number {
  let count = 0;
  for (const copies of taken.values()) count += copies.length;
  return count;
}

async function waveOf(databaseUrl: string): Promise<string> {
  const { db, close } = connect(databaseUrl);
  const { wave_id } = await db.selectFrom('outbound_message').select('wave_id').executeTakeFirstOrThrow();
  await close();
  return `/sends/${toSlug('wave', wave_id!)}`;
}

interface Row {
  to_address: string;
  state: string;
  attempts: number;
}

/** As long as the senders get on. */
async function untilSent(databaseUrl: string): Promise<Row[]> {
  const { db, close } = connect(databaseUrl);
  const read = () => db.selectFrom('outbound_message').select(['to_address', 'state', 'attempts']).execute();
  const countOpen = (rows: Row[]) => rows.filter(({ state }) => state !== 'accepted').length;
  try {
    let rows = await read();
    for (let left = countOpen(rows), since = performance.now(); left > 0; ) {
      await rest(300);
      rows = await read();
      const now = countOpen(rows);
      if (now < left) since = performance.now();
      left = now;
      if (performance.now() - since > 30_000) break;
    }
    return rows;
  } finally {
    await close();
  }
}

function prove(
  { cycles, senders, recipients }: Pausing,
  { taken }: MailSink,
  pauses: readonly Pause[],
  rows: readonly Row[],
): Proof {
  const most = Math.max(...pauses.map(({ after }) => after));
  const twice = [...taken.values()].filter((copies) => copies.length > 1).length;
  const accepted = rows.filter(({ state }) => state === 'accepted').length;
  const idle = pauses.filter(({ waiting }) => waiting === 0).length;
  return {
    figures: {
      ...{ recipients, senders, cycles, accepted, taken: taken.size, duplicates: twice },
      ...{ after_pause_most: most, after_pause_in_all: pauses.reduce((sum, { after }) => sum + after, 0) },
      waiting_at_last_pause: pauses.at(-1)?.waiting ?? 0,
    },
    broken: brokenOf({
      'after a pause no more arrive than there are connections': most <= CONNECTIONS * senders,
      'something was left to hold up each time': idle === 0,
      'in the end everybody got it': accepted === recipients && taken.size === recipients,
      'nobody got two': twice === 0,
      'a pause counts as no try': rows.every(({ attempts }) => attempts === 1),
    }),
  };
}
