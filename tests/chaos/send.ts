import { randomInt } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import type { Engine } from '#db/migrations/kit.ts';
import { questionOf } from '#tests/support/asked-set.ts';
import { freePort } from '#tests/support/process.ts';
import { askPeople } from './asked-people.ts';
import type { Proof } from './figures.ts';
import { choose, type Mode, pass, readLedger, untilSettled } from './ledger.ts';
import { openMailSink } from './mail-sink.ts';
import { proveSent } from './prove-sent.ts';
import { type Served, serve } from './served.ts';

export interface SendingChaos {
  engine: Engine;
  recipients: number;
  kills: number;
  /** Processes that send from the same ledger at a time. */
  senders: number;
  /** What becomes of mails in doubt. */
  mode: Mode;
  /** Longest time that a server lives between two kills, and that the sink takes to answer, ms. */
  lives: number;
  latency: number;
  /** Lets the time pass in the ledger instead of waiting until what dead senders had in hand is free again. */
  hurried?: boolean;
}

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
    return proveSent(chaos, sink, rows, { mostAtOnce, doubted: new Set(doubted) });
  } finally {
    for (const one of running) await one.kill();
    await sink.close();
    await asked.drop();
  }
}
