import { request } from 'node:http';
import { expect, test } from 'vitest';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { draftWave, seat } from '#tests/support/asking.ts';
import { QUESTION } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';
import { type RunningServer, startServer } from '#tests/support/process.ts';
import { hiddenFields } from '#tests/support/respond.ts';
import { openSmtpSink } from '#tests/support/smtp-sink.ts';

const SECRET = 'a drain secret of 32 letters, 0123456789';

/** A wave whose one letter is queued, in a database that a server process can open next. */
async function queueOneLetter(smtpUrl: string) {
  const open = await openTestHouse({ vars: { APP_SECRET: SECRET, SMTP_URL: smtpUrl } });
  const { workspace, memberId } = await foundTestWorkspace(open.house);
  const desk = { house: open.house, workspace, memberId };
  const { waveId } = await draftWave(desk, ['buyer']);
  const roleIds = await seat(desk, { name: 'Henrik Aalto', personaIds: ['buyer'] });
  await sendWave(open.house, workspace, { waveId, roleIds, actor: memberId }, queueMessages(open.house));
  const vars = { DATABASE_URL: open.house.env.databaseUrl, APP_SECRET: SECRET, SMTP_URL: smtpUrl };
  return { open, workspace, vars };
}

test('SIGTERM waits for the letter in hand: it ends as accepted, never half-marked', async () => {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let arrived: () => void = () => {};
  const inHand = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const sink = await openSmtpSink(() => {
    arrived();
    return undefined;
  }, held);
  const { open, workspace, vars } = await queueOneLetter(sink.url);
  const server = await startServer(vars);
  await inHand;
  server.child.kill('SIGTERM');
  await refusesConnections(server.origin);
  expect(await letterState(open, workspace.id)).toBe('committed_to_send');
  release();
  expect(await server.ended).toBe(0);
  expect(await letterState(open, workspace.id)).toBe('accepted');
  await open.close();
  await sink.close();
});

test('SIGINT lets an answer that was begun arrive, and keeps it', async () => {
  const sink = await openSmtpSink();
  const { open, workspace, vars } = await queueOneLetter(sink.url);
  const { id } = await open.house.db.selectFrom('invitation').select('id').executeTakeFirstOrThrow();
  const path = `/r/${linkToken(SECRET, 'answer', id, 1)}`;
  const server = await startServer(vars);
  const page = hiddenFields(await (await fetch(server.origin + path)).text());
  const form = Object.entries({ ...page, moved: ['1'], [QUESTION]: ['9'] }).map(([name, [value]]) => [
    name,
    value!,
  ]);
  const status = await postInTwoHalves(server, path, new URLSearchParams(form).toString());
  expect(status).toBe(303);
  expect(await server.ended).toBe(0);
  const responses = await open.house.db
    .selectFrom('response')
    .select('persona_id')
    .where('workspace_id', '=', workspace.id)
    .execute();
  expect(responses).toEqual([{ persona_id: 'buyer' }]);
  await open.close();
  await sink.close();
});

async function letterState(
  { house }: Awaited<ReturnType<typeof openTestHouse>>,
  workspaceId: string,
): Promise<string> {
  const row = await house.db
    .selectFrom('outbound_message')
    .select('state')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return row.state;
}

/** Half of the form goes out, then the server is told to stop, then the rest follows. */
function postInTwoHalves(
  { port, child, origin }: RunningServer,
  path: string,
  body: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length };
    const sent = request({ port, host: '127.0.0.1', path, method: 'POST', headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.write(body.slice(0, 5), () => {
      // A second request is answered only after the first half was read.
      fetch(`${origin}/healthz`).then(async (healthy) => {
        await healthy.text();
        child.kill('SIGINT');
        await refusesConnections(origin);
        sent.end(body.slice(5));
      }, reject);
    });
  });
}

async function refusesConnections(origin: string): Promise<void> {
  for (;;) {
    try {
      await (await fetch(`${origin}/healthz`, { headers: { connection: 'close' } })).text();
    } catch {
      return;
    }
  }
}
