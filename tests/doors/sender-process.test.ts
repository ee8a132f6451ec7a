import { setTimeout as rest } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { connect } from '#db/connection.ts';
import { type AskedPeople, askPeople } from '#tests/chaos/asked-people.ts';
import { SECRET } from '#tests/chaos/served.ts';
import { questionOf } from '#tests/support/asked-set.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { type RunningServer, startSenderProcess, startServer } from '#tests/support/process.ts';
import { openSmtpSink, type SmtpSink } from '#tests/support/smtp-sink.ts';

const running: RunningServer[] = [];
let sink: SmtpSink;
let asked: AskedPeople;
afterEach(async () => {
  for (const one of running.splice(0)) {
    one.child.kill('SIGKILL');
    await one.ended;
  }
  await sink.close();
  await asked.drop();
});

/** Which process handed a mail over is told by its sender: each has one of its own. */
const vars = (name: string) => ({
  DATABASE_URL: asked.databaseUrl,
  APP_SECRET: SECRET,
  SMTP_URL: sink.url,
  MAIL_FROM: `${name}@northwind.example`,
});
const sentBy = (name: string) =>
  sink.taken.filter(({ bytes }) => bytes.includes(`<${name}@northwind`)).length;

async function begin(starting: Promise<RunningServer>): Promise<RunningServer> {
  const one = await starting;
  running.push(one);
  return one;
}

async function stop(one: RunningServer): Promise<number | null> {
  running.splice(running.indexOf(one), 1);
  one.child.kill('SIGTERM');
  return one.ended;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await rest(50);
}

async function states(): Promise<string[]> {
  const { db, close } = connect(asked.databaseUrl);
  const rows = await db.selectFrom('outbound_message').select('state').execute();
  await close();
  return [...new Set(rows.map(({ state }) => state))];
}

describe.each(ENGINES)('npm run sender beside the web process, on %s', (engine) => {
  test('both send from one ledger and are stopped and started again: every message goes out exactly once', async () => {
    asked = await askPeople(engine, [questionOf('q1', 'recommend')], 150, 'queued');
    let release: () => void = () => {};
    const bothAreIn = new Promise<void>((resolve) => {
      release = resolve;
    });
    // Answers nobody until both have something in hand, and then slowly, so that a signal falls into the middle of messages.
    sink = await openSmtpSink(() => undefined, bothAreIn, 40);
    const [web, first] = await Promise.all([
      begin(startServer(vars('web'))),
      begin(startSenderProcess(vars('first'))),
    ]);
    await until(() => sentBy('web') > 0 && sentBy('first') > 0);
    release();
    await until(() => sentBy('web') > 10 && sentBy('first') > 10);
    expect(await Promise.all([stop(first), stop(web)])).toEqual([0, 0]);
    // Finished what was in hand, and gave the rest back.
    expect((await states()).sort()).toEqual(['accepted', 'queued']);
    const second = await begin(startSenderProcess(vars('second')));
    await until(async () => (await states()).join() === 'accepted');
    expect(await stop(second)).toBe(0);
    expect(sentBy('second')).toBeGreaterThan(0);
    expect(sink.taken).toHaveLength(150);
    expect(new Set(sink.taken.map(({ to }) => to.join())).size).toBe(150);
  });
});

test('with SENDER=off the web process only queues, and the sender finds it by itself', async () => {
  asked = await askPeople('sqlite', [questionOf('q1', 'recommend')], 12, 'queued');
  sink = await openSmtpSink();
  const web = await begin(startServer({ ...vars('web'), SENDER: 'off' }));
  expect(await (await fetch(`${web.origin}/readyz`)).text()).toMatch(/^ready/);
  await begin(startSenderProcess(vars('sender')));
  await until(async () => (await states()).join() === 'accepted');
  expect([sentBy('sender'), sentBy('web')]).toEqual([12, 0]);
});
