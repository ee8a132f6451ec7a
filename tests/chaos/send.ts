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
  /** What becomes of mails in doubt. */
  mode: 'hold' | 'resend-once';
  /** Longest time that a server lives between two kills, and that the sink takes to answer, ms. */
  lives: number;
  latency: number;
  /** Lets the time pass in the ledger instead of waiting until what dead senders had in hand is free again. */
  hurried?: boolean;
}

/** SMTP connections of one sender: the most messages that its death can leave in doubt. */
const CONNECTIONS = 5;

/** Kills senders again and again in the middle of a mailing, and compares the ledger with what a mail server was given. */
export async function chaosOfSending(chaos: SendingChaos): Promise<Proof> {
  const { engine, recipients, kills, senders, lives } = chaos;
  const asked = await askPeople(engine, [questionOf('q1', 'recommend')], recipients, 'queued');
  await choose(asked.databaseUrl, chaos.mode);
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
    if (chaos.hurried) {
      for (const one of running.splice(0)) await one.kill();
      await pass(asked.databaseUrl, 'lease_until');
      running.push(await start());
    }
    let rows = await untilSettled(asked.databaseUrl);
    const doubted = rows.filter(({ state }) => state === 'in_doubt').map(({ id }) => id);
    if (chaos.mode === 'resend-once') {
      // A sender looks for doubts at its start, and then each minute.
      if (chaos.hurried) for (const one of running.splice(0)) await one.stop();
      await pass(asked.databaseUrl, 'doubted_at');
      if (chaos.hurried) running.push(await start());
      rows = await untilSettled(asked.databaseUrl, true);
    }
    return prove(chaos, sink, rows, { mostAtOnce, doubted: new Set(doubted) });
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
  resent: number;
}

async function readLedger(databaseUrl: string): Promise<Row[]> {
  const { db, close } = connect(databaseUrl);
  const rows = await db
    .selectFrom('outbound_message')
    .select(['id', 'to_address', 'state', 'message_id', 'resent'])
    .execute();
  await close();
  return rows;
}

async function choose(databaseUrl: string, mode: SendingChaos['mode']): Promise<void> {
  const { db, close } = connect(databaseUrl);
  await db
    .updateTable('programme')
    .set({ in_doubt: mode === 'hold' ? 'hold' : 'resend_once' })
    .execute();
  await close();
}

/** Lets the time pass that something waits for. */
async function pass(databaseUrl: string, since: 'lease_until' | 'doubted_at'): Promise<void> {
  const { db, close } = connect(databaseUrl);
  await db
    .updateTable('outbound_message')
    .set({ [since]: 1 })
    .where(since, 'is not', null)
    .execute();
  await close();
}

const FINAL = new Set(['accepted', 'failed', 'suppressed', 'in_doubt']);
/** Longer than a dead sender's messages wait for another. */
const PATIENCE = 120_000;

/** Gives the senders as long as they get on. */
async function untilSettled(databaseUrl: string, withoutDoubt = false): Promise<Row[]> {
  let left = Number.POSITIVE_INFINITY;
  for (let since = performance.now(); ; ) {
    const rows = await readLedger(databaseUrl);
    const isOpen = ({ state, resent }: Row) =>
      !FINAL.has(state) || (withoutDoubt && state === 'in_doubt' && resent === 0);
    const now = rows.filter(isOpen).length;
    if (now === 0 || performance.now() - since > PATIENCE) return rows;
    if (now < left) since = performance.now();
    left = now;
    await rest(500);
  }
}

function prove(
  { recipients, kills, senders, mode, hurried }: SendingChaos,
  { taken }: MailSink,
  rows: readonly Row[],
  { mostAtOnce, doubted }: { mostAtOnce: number; doubted: ReadonlySet<string> },
): Proof {
  const states: Record<string, number> = {};
  for (const { state } of rows) states[state] = (states[state] ?? 0) + 1;
  const copies = (row: Row) => taken.get(row.to_address) ?? [];
  const doubled = rows.filter((row) => copies(row).length > 1);
  const lost = rows.filter(
    (row) => copies(row).length === 0 && (row.state === 'accepted' || mode !== 'hold'),
  );
  const foreign = rows.filter((row) => copies(row).some(({ messageId }) => messageId !== row.message_id));
  const unlike = doubled.filter((row) => new Set(copies(row).map(({ sha256 }) => sha256)).size > 1);
  const nonfinal = rows.filter(({ state }) => !FINAL.has(state)).length;
  const ends = kills + (hurried ? senders : 0);
  return {
    figures: {
      ...{ mode, recipients, senders, kills, states, nonfinal },
      ...{ taken: taken.size, lost: lost.length, duplicates: doubled.length },
      ...{ in_doubt: doubted.size, in_doubt_most_at_once: mostAtOnce },
      resent: rows.filter(({ resent }) => resent === 1).length,
    },
    broken: brokenOf({
      'everybody has a row': rows.length === recipients,
      'everybody ends in a named state': nonfinal === 0,
      'nobody is lost': lost.length === 0,
      'whoever got one is accepted or in doubt': rows.every(
        (row) => copies(row).length === 0 || row.state === 'accepted' || row.state === 'in_doubt',
      ),
      'each mail carries the id of its row': foreign.length === 0,
      'a kill leaves no more in doubt than there are connections':
        doubted.size <= ends * CONNECTIONS && mostAtOnce <= CONNECTIONS * senders,
      ...(mode === 'hold'
        ? { 'nobody gets two': doubled.length === 0 }
        : {
            'whoever got two was in doubt': doubled.every(({ id }) => doubted.has(id)),
            'two are equal to the byte, and there is no third':
              unlike.length === 0 && doubled.every((row) => copies(row).length === 2),
          }),
    }),
  };
}
