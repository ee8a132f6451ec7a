import { randomInt } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import { connect } from '#db/connection.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { questionOf } from '#tests/support/asked-set.ts';
import { freePort } from '#tests/support/process.ts';
import { askPeople } from './asked-people.ts';
import { brokenOf, type Proof } from './figures.ts';
import { type MailSink, openMailSink } from './mail-sink.ts';
import { type Served, serve } from './served.ts';

export interface SendingChaos {
  engine: Engine;
  recipients: number;
  kills: number;
  /** Processes that send from the same ledger at a time. */
  senders: number;
  /** Longest time that a server lives between two kills, and that the sink takes to answer, ms. */
  lives: number;
  latency: number;
}

/** SMTP connections of one sender: the most messages that its death can leave in doubt. */
const CONNECTIONS = 5;

/** Kills senders again and again in the middle of a mailing, and compares the ledger with what a mail server was given. */
export async function chaosOfSending(chaos: SendingChaos): Promise<Proof> {
  const { engine, recipients, kills, senders, lives } = chaos;
  const asked = await askPeople(engine, [questionOf('q1', 'recommend')], recipients, 'queued');
  const sink = await openMailSink(chaos.latency);
  const vars = { SMTP_URL: sink.url, MAIL_FROM: 'ask@northwind.example' };
  const start = async () => serve({ databaseUrl: asked.databaseUrl, port: await freePort(), vars });
  const running: Served[] = [];
  const orphans = new Set<string>();
  let mostAtOnce = 0;
  try {
    for (let at = 0; at < senders; at += 1) running.push(await start());
    for (let kill = 0; kill < kills; kill += 1) {
      await rest(randomInt(0, lives));
      await running.shift()!.kill();
      const fresh = (await readLedger(asked.databaseUrl)).filter(
        ({ id, state }) => state === 'committed_to_send' && !orphans.has(id),
      );
      for (const { id } of fresh) orphans.add(id);
      mostAtOnce = Math.max(mostAtOnce, fresh.length);
      running.push(await start());
    }
    return prove(chaos, sink, await untilSettled(asked.databaseUrl), mostAtOnce);
  } finally {
    for (const one of running) await one.kill();
    await sink.close();
    await asked.drop();
  }
}

interface Row {
  id: string;
  to_address: string;
  state: string;
  message_id: string;
}

async function readLedger(databaseUrl: string): Promise<Row[]> {
  const { db, close } = connect(databaseUrl);
  const rows = await db
    .selectFrom('outbound_message')
    .select(['id', 'to_address', 'state', 'message_id'])
    .execute();
  await close();
  return rows;
}

const FINAL = new Set(['accepted', 'failed', 'suppressed', 'in_doubt']);
/** Longer than a dead sender's messages wait for another. */
const PATIENCE = 120_000;

/** Gives the senders as long as they get on. */
async function untilSettled(databaseUrl: string): Promise<Row[]> {
  let left = Number.POSITIVE_INFINITY;
  for (let since = performance.now(); ; ) {
    const rows = await readLedger(databaseUrl);
    const now = rows.filter(({ state }) => !FINAL.has(state)).length;
    if (now === 0 || performance.now() - since > PATIENCE) return rows;
    if (now < left) since = performance.now();
    left = now;
    await rest(500);
  }
}

function prove(
  { recipients, kills, senders }: SendingChaos,
  { taken }: MailSink,
  rows: readonly Row[],
  mostAtOnce: number,
): Proof {
  const states: Record<string, number> = {};
  for (const { state } of rows) states[state] = (states[state] ?? 0) + 1;
  const copies = (row: Row) => taken.get(row.to_address) ?? [];
  const doubled = rows.filter((row) => copies(row).length > 1);
  const lost = rows.filter((row) => copies(row).length === 0 && row.state === 'accepted');
  const foreign = rows.filter((row) => copies(row).some(({ messageId }) => messageId !== row.message_id));
  const nonfinal = rows.filter(({ state }) => !FINAL.has(state)).length;
  const inDoubt = states.in_doubt ?? 0;
  return {
    figures: {
      ...{ recipients, senders, kills, states, nonfinal },
      ...{ taken: taken.size, lost: lost.length, duplicates: doubled.length },
      ...{ in_doubt_most_at_once: mostAtOnce, in_doubt_that_had_arrived: arrivedInDoubt(rows, taken) },
    },
    broken: brokenOf({
      'everybody has a row': rows.length === recipients,
      'everybody ends in a named state': nonfinal === 0,
      'nobody is lost: what is accepted has arrived': lost.length === 0,
      'nobody gets two': doubled.length === 0,
      'whoever got one is accepted or in doubt': rows.every(
        (row) => copies(row).length === 0 || row.state === 'accepted' || row.state === 'in_doubt',
      ),
      'each mail carries the id of its row': foreign.length === 0,
      'a kill leaves no more in doubt than there are connections':
        inDoubt <= kills * CONNECTIONS && mostAtOnce <= CONNECTIONS * senders,
    }),
  };
}

function arrivedInDoubt(rows: readonly Row[], taken: MailSink['taken']): number {
  return rows.filter(({ state, to_address }) => state === 'in_doubt' && taken.has(to_address)).length;
}
