import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { askPeople } from '#tests/chaos/asked-people.ts';
import { SECRET } from '#tests/chaos/served.ts';
import { questionOf } from '#tests/support/asked-set.ts';
import { draftWave, seat } from '#tests/support/asking.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';
import { startPostgres } from '#tests/support/postgres.ts';
import { openSmtpSink } from '#tests/support/smtp-sink.ts';
import type { Options } from './options.ts';
import { prepareMany } from './send-prepare.ts';
import { profiling, root } from './serve.ts';
import { median } from './table.ts';

const FROM = 'ask@northwind.example';
/** No measurement takes longer, in ms. */
const LONGEST = 120_000;

/**
 * Messages a second through the ledger against nodemailer alone, in turn, into the same mail server, which is a process of
 * its own; then how long a large wave takes to prepare. Bounded in time and count, loopback only, leaves nothing behind.
 */
export async function benchSend({ people, rounds, prepared, slow, profile }: Options): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-bench-'));
  const cluster = await startPostgres();
  process.env.TEST_POSTGRES_URL = cluster.url;
  try {
    const letter = join(folder, 'letter.json');
    await writeFile(letter, JSON.stringify(await realLetter()));
    const rates: Rates = { bare: [], composing: [], sqlite: [], postgres: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const how of ['bare', 'composing'] as const)
        rates[how].push(
          await withSink({ people, slow }, (url) =>
            timed('send-bare.ts', [how, letter, url, String(people)], { profile }),
          ),
        );
      for (const engine of ['sqlite', 'postgres'] as const)
        rates[engine].push(await ofLedger(engine, { people, slow }, profile));
    }
    printRates(rates);
    if (profile !== undefined) return;
    for (const engine of ['sqlite', 'postgres'] as const) await prepareMany(engine, prepared);
  } finally {
    await cluster.stop();
    await rm(folder, { recursive: true });
  }
}

/** A letter as the ledger sends it, and what its writer handed to be composed. */
export interface RealLetter {
  bytes: string;
  parts: { subject: string; text: string; html: string; headers: Record<string, string> };
}

async function realLetter(): Promise<RealLetter> {
  const sink = await openSmtpSink();
  const { house, close } = await openTestHouse({ vars: { SMTP_URL: sink.url, MAIL_FROM: FROM } });
  const desk = { house, ...(await foundTestWorkspace(house)) };
  const { waveId } = await draftWave(desk, ['buyer']);
  const roleIds = await seat(desk, { name: 'Ada Number1', personaIds: ['buyer'] });
  const ask = { waveId, roleIds, actor: desk.memberId };
  await sendWave(house, desk.workspace, ask, queueMessages(house));
  while (await sendDueMessages(house));
  const { bytes } = sink.taken[0]!;
  await close();
  await sink.close();
  const { subject = '', text = '', html = '', headers } = await PostalMime.parse(bytes);
  const own = headers.filter(({ key }) => /^(list-|feedback-id|auto-submitted|x-auto)/.test(key));
  const named = Object.fromEntries(own.map(({ originalKey, value }) => [originalKey, value]));
  return { bytes, parts: { subject, text, html, headers: named } };
}

async function ofLedger(engine: Engine, mails: Mails, profile: string | undefined): Promise<Rate> {
  const asked = await askPeople(engine, [questionOf('q1', 'recommend')], mails.people, 'queued');
  try {
    return await withSink(mails, (url) =>
      timed('send-ledger.ts', [], {
        vars: { DATABASE_URL: asked.databaseUrl, APP_SECRET: SECRET, SMTP_URL: url, MAIL_FROM: FROM },
        profile,
      }),
    );
  } finally {
    await asked.drop();
  }
}

/** What a sender took for all it sent, in ms: by the clock, and of a core. */
export interface Took {
  ms: number;
  coreMs: number;
}

interface Rate {
  perSecond: number;
  /** Of a core, for each message, in the sending process alone. */
  coreMs: number;
}

/** How many mails, and how long the mail server takes for each, in ms. */
type Mails = Pick<Options, 'people' | 'slow'>;

/** How fast `work` gives messages to a mail server, which must have taken all of them. */
async function withSink({ people, slow = 0 }: Mails, work: (url: string) => Promise<Took>): Promise<Rate> {
  const sink = fork(join(root, 'tests', 'bench', 'mail-sink.ts'), [String(slow)]);
  const end = () => void sink.kill('SIGKILL');
  process.once('exit', end);
  const port = await heard<number>(sink);
  const { ms, coreMs } = await work(`smtp://127.0.0.1:${port}`);
  sink.send('how many?');
  const taken = await heard<number>(sink);
  sink.disconnect();
  await once(sink, 'exit');
  process.off('exit', end);
  if (taken !== people) throw new Error(`${taken} of ${people} mails arrived`);
  return { perSecond: people / (ms / 1000), coreMs: coreMs / people };
}

async function timed(
  script: string,
  args: string[],
  { vars = {}, profile }: { vars?: Record<string, string>; profile: string | undefined },
): Promise<Took> {
  const env = { ...process.env, NODE_ENV: 'production' as const, ...vars };
  const execArgv = profiling(profile);
  const child = fork(join(root, 'tests', 'bench', script), args, { env, execArgv, timeout: LONGEST });
  const gone = once(child, 'exit');
  const took = await heard<Took>(child);
  await gone;
  return took;
}

async function heard<T>(child: ChildProcess): Promise<T> {
  const said = once(child, 'message').then(([message]) => message as T);
  return Promise.race([
    said,
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`it ended with ${code}`))),
  ]);
}

/** `bare` is nodemailer handed whole mails, `composing` is nodemailer as it is used: it puts text and HTML together. */
type Rates = Record<'bare' | 'composing' | Engine, Rate[]>;

function printRates(rates: Readonly<Rates>): void {
  console.log(
    '\n| sending | messages/s | rounds | of nodemailer, mails ready made | and composed by it | wanted | ms of a core each |',
  );
  console.log('|---|---|---|---|---|---|---|');
  const speedOf = (all: readonly Rate[]) => median(all.map(({ perSecond }) => perSecond));
  const [bare, composing] = [speedOf(rates.bare), speedOf(rates.composing)];
  for (const [name, all] of Object.entries(rates)) {
    const speed = speedOf(all);
    const rounds = all.map(({ perSecond }) => perSecond.toFixed(0)).join(' ');
    const core = median(all.map(({ coreMs }) => coreMs)).toFixed(2);
    console.log(
      `| ${name} | ${speed.toFixed(0)} | ${rounds} | ${(speed / bare).toFixed(3)} | ${(speed / composing).toFixed(3)} | aim 0.7 | ${core} |`,
    );
  }
}
