import { randomInt } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import type { Engine } from '#db/migrations/kit.ts';
import { questionOf } from '#tests/support/asked-set.ts';
import { freePort } from '#tests/support/process.ts';
import { askPeople } from './asked-people.ts';
import { brokenOf, type Proof } from './figures.ts';
import { choose, isLedgerFree, type Mode, pass, type Row, readLedger, untilSettled } from './ledger.ts';
import { openMailSink } from './mail-sink.ts';
import { proveSent } from './prove-sent.ts';
import { type Served, serve } from './served.ts';

export interface Freezing {
  engine: Engine;
  recipients: number;
  /** Senders that are stopped in the middle, one after the other, and all go on in the end. */
  frozen: number;
  mode: Mode;
  /** Lets the time pass in the ledger instead of waiting until what they hold is free. */
  hurried?: boolean;
}

/** ms that a sender goes on sending before it stands still at most, and that a mail server takes to answer. */
const LIVES = 400;
const LATENCY = 200;

/** Stops senders in the middle of a mailing past their lease, has another finish it, and lets them go on. */
export async function freezeSenders(freezing: Freezing): Promise<Proof> {
  const { engine, recipients, frozen, mode, hurried = false } = freezing;
  const asked = await askPeople(engine, [questionOf('q1', 'recommend')], recipients, 'queued');
  const { databaseUrl } = asked;
  await choose(databaseUrl, mode);
  const sink = await openMailSink(LATENCY);
  const vars = { SMTP_URL: sink.url, MAIL_FROM: 'ask@northwind.example' };
  const start = async () => serve({ databaseUrl, port: await freePort(), vars });
  const running: Served[] = [];
  const held = new Map<string, Row>();
  let mostMarked = 0;
  /** Times that one stood still inside a commit: then nobody can write, and it is let go on for a moment. */
  let inCommit = 0;
  try {
    for (let at = 0; at < frozen; at += 1) {
      const before = sink.taken.size;
      const one = await start();
      running.push(one);
      while (sink.taken.size === before) await rest(5);
      await rest(randomInt(0, LIVES));
      one.signal('SIGSTOP');
      for (; !(await isLedgerFree(databaseUrl)); inCommit += 1) {
        one.signal('SIGCONT');
        await rest(randomInt(1, 20));
        one.signal('SIGSTOP');
      }
      const mine = (await readLedger(databaseUrl)).filter((row) => isInHand(row) && !held.has(row.id));
      for (const row of mine) held.set(row.id, row);
      mostMarked = Math.max(mostMarked, mine.filter(isMarked).length);
    }
    if (hurried) await pass(databaseUrl, 'lease_until');
    const other = await start();
    running.push(other);
    await untilSettled(databaseUrl);
    const doubted = (await readLedger(databaseUrl)).filter(({ state }) => state === 'in_doubt');
    if (mode === 'resend-once') {
      await pass(databaseUrl, 'doubted_at');
      // A sender looks for doubts at its start, and then each minute.
      if (hurried) running.push(await start());
      await untilSettled(databaseUrl, true);
    }
    for (const one of running.slice(0, frozen)) one.signal('SIGCONT');
    // They hear what was said to them meanwhile, and try to go on with what they think that they hold.
    await rest(3000);
    for (const one of running.splice(0)) await one.stop();
    const rows = await untilSettled(databaseUrl, mode === 'resend-once');
    const ids = new Set(doubted.map(({ id }) => id));
    const sent = { recipients, mode, kills: frozen, senders: 1 };
    return withFence(proveSent(sent, sink, rows, { mostAtOnce: mostMarked, doubted: ids }), {
      held,
      rows,
      inCommit,
    });
  } finally {
    for (const one of running) await one.kill();
    await sink.close();
    await asked.drop();
  }
}

const isMarked = ({ state }: Row) => state === 'committed_to_send';
const isInHand = (row: Row) => row.state === 'claimed' || isMarked(row);

/** What a frozen sender held without having let the dot go, somebody else has sent: its own try was refused by the fence. */
function withFence(
  { figures, broken }: Proof,
  { held, rows, inCommit }: { held: ReadonlyMap<string, Row>; rows: readonly Row[]; inCommit: number },
): Proof {
  const moved = rows.filter(
    ({ id, fence }) => held.get(id)?.state === 'claimed' && fence > held.get(id)!.fence,
  );
  return {
    figures: {
      ...figures,
      held_when_frozen: held.size,
      frozen_in_commit: inCommit,
      sent_by_another: moved.length,
    },
    broken: [
      ...broken,
      ...brokenOf({
        'the frozen ones held what another had to send': moved.length > 0,
        'that has arrived': moved.every(({ state }) => state === 'accepted'),
      }),
    ],
  };
}
