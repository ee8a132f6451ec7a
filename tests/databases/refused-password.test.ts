import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { MINUTE } from '#app/platform/clock.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { draftWave, seat } from '#tests/support/asking.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';

/** A mail server that takes one password at the time. */
async function openGuardedServer(password: { now: string }) {
  let taken = 0;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: (auth, _session, done) =>
      auth.password === password.now
        ? done(null, { user: auth.username })
        : done(Object.assign(new Error('wrong password'), { responseCode: 535 })),
    onData(stream, _session, done) {
      taken += 1;
      stream.on('end', () => done()).resume();
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  return { url: `smtp://ask:secret@127.0.0.1:${port}`, taken: () => taken, close };
}

test('a password that the mail server refuses fails nobody: the letters wait and go out once it is right', async () => {
  const password = { now: 'another' };
  const server = await openGuardedServer(password);
  const open = await openTestHouse({ vars: { SMTP_URL: server.url } });
  const { house } = open;
  const { workspace, memberId } = await foundTestWorkspace(house);
  const desk = { house, workspace, memberId };
  const { waveId } = await draftWave(desk, ['buyer']);
  const roleIds = await seat(desk, { name: 'Henrik Aalto', account: 'Aalto & Co', personaIds: ['buyer'] });
  await sendWave(house, workspace, { waveId, roleIds, actor: memberId }, queueMessages(house));
  const states = async () => {
    const rows = await house.db
      .selectFrom('outbound_message')
      .select('state')
      .where('workspace_id', '=', workspace.id)
      .execute();
    return rows.map(({ state }) => state);
  };
  await sendDueMessages(house);
  expect(await states()).toEqual(['deferred']);
  password.now = 'secret';
  open.clock.advance(MINUTE);
  await sendDueMessages(house);
  expect(await states()).toEqual(['accepted']);
  expect(server.taken()).toBe(1);
  await open.close();
  await server.close();
});
