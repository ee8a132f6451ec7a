import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { createSmtpMailer } from '#app/platform/mailer-smtp.server.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { questionOf } from '#tests/support/asked-set.ts';
import { openTestHouse } from '#tests/support/house.ts';
import { openScriptedSmtp, type ScriptedSmtp } from '#tests/support/scripted-smtp.ts';
import { askPeople } from './asked-people.ts';
import type { Proof } from './figures.ts';
import { choose, pass, readLedger, readmit } from './ledger.ts';
import { proveSent } from './prove-sent.ts';
import { SECRET } from './served.ts';

export interface Exhausting {
  engine: Engine;
  recipients: number;
  /** Kills at the first step, and then at every so many-th one further: 1 leaves none out. */
  every?: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
/** A run that needs more steps than this does not end. */
const MOST = 5000;

/**
 * Kills a sender at its first commit or piece on the mail server's line, then at its second, and so on until one ends by
 * itself. After each the ledger is compared with what arrived: first as it is held, then once what is in doubt went again.
 */
export async function killAtEach({ engine, recipients, every = 1 }: Exhausting): Promise<Proof> {
  const asked = await askPeople(engine, [questionOf('q1', 'recommend')], recipients, 'queued');
  const vars = { APP_SECRET: SECRET, MAIL_FROM: 'ask@northwind.example' };
  const database = { url: asked.databaseUrl, drop: asked.drop };
  const { house, close } = await openTestHouse({ engine, database, time: systemClock, vars });
  const broken: string[] = [];
  let [runs, doubts, mostDoubts, resent] = [0, 0, 0, 0];
  try {
    for (let at = 1; at < MOST; at += every) {
      const run = await killOnce(house, recipients, at);
      if (!run) break;
      runs += 1;
      doubts += run.doubts;
      mostDoubts = Math.max(mostDoubts, run.doubts);
      resent += run.doubled;
      broken.push(...run.broken.map((promise) => `step ${at}: ${promise}`));
    }
    const figures = { recipients, every, kills: runs, in_doubt: doubts, in_doubt_most: mostDoubts };
    return { figures: { ...figures, arrived_twice_after_resend: resent }, broken };
  } finally {
    await close();
  }
}

/** Null where the sender came to its end before that step. */
async function killOnce(house: House, recipients: number, at: number) {
  const { databaseUrl } = house.env;
  await readmit(databaseUrl);
  await choose(databaseUrl, 'hold');
  const smtp = await openScriptedSmtp();
  try {
    if (!(await sendUntilKilled(house, smtp, at))) return null;
    await pass(databaseUrl, 'lease_until');
    await finish(house, smtp);
    const held = await readLedger(databaseUrl);
    const doubted = new Set(held.filter(({ state }) => state === 'in_doubt').map(({ id }) => id));
    const sent = { recipients, kills: 1, senders: 1 };
    const doubt = { mostAtOnce: doubted.size, doubted };
    const first = proveSent({ ...sent, mode: 'hold' }, smtp, held, doubt);
    await choose(databaseUrl, 'resend-once');
    await pass(databaseUrl, 'doubted_at');
    await finish(house, smtp);
    const rows = await readLedger(databaseUrl);
    const then = proveSent({ ...sent, mode: 'resend-once' }, smtp, rows, doubt);
    const doubled = [...smtp.taken.values()].filter((copies) => copies.length > 1).length;
    return { doubts: doubted.size, doubled, broken: [...first.broken, ...then.broken] };
  } finally {
    await smtp.close();
  }
}

/** False where it ended by itself. */
async function sendUntilKilled(house: House, smtp: ScriptedSmtp, at: number): Promise<boolean> {
  const ahead = join(root, 'tests', 'chaos', 'kill-at.ts');
  const child = spawn(process.execPath, ['--import', ahead, join(root, 'tests', 'bench', 'send-ledger.ts')], {
    cwd: root,
    env: {
      ...{ ...process.env, KILL_AT: String(at), KILL_PORT: String(smtp.port), SMTP_URL: smtp.url },
      ...{ DATABASE_URL: house.env.databaseUrl, APP_SECRET: SECRET, MAIL_FROM: house.env.mailFrom },
      NODE_COMPILE_CACHE: 'node_modules/.cache/rolecall',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (signal === 'SIGKILL') return true;
  if (code !== 0) throw new Error(`the sender ended with ${code}`);
  return false;
}

/** Another sender, who looks at once for what was left behind. */
async function finish(plain: House, { url }: ScriptedSmtp): Promise<void> {
  const house = { ...plain, mailer: createSmtpMailer(url) };
  while (await sendDueMessages(house));
  house.mailer.close();
}
