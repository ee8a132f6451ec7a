import { describe, expect, test } from 'vitest';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { HOUR, MINUTE } from '#app/platform/clock.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { draftWave, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';
import { openSmtpSink } from '#tests/support/smtp-sink.ts';

describe.each(ENGINES)('a clock that is set by hours in the middle of a mailing, on %s', (engine) => {
  test.each([-3, 3])('by %i: nothing goes early, nothing twice, and all goes in the end', async (hours) => {
    let tries = 0;
    const sink = await openSmtpSink(() => {
      tries += 1;
      return tries === 1 ? { code: 451, words: 'come back' } : undefined;
    });
    const { house, clock, close } = await openTestHouse({
      ...{ engine, vars: { SMTP_URL: sink.url, MAIL_FROM: 'ask@northwind.example' } },
    });
    const desk = { house, ...(await foundTestWorkspace(house)) };
    const { waveId } = await draftWave(desk, ['buyer']);
    const ask = async (name: string) => {
      const roleIds = await seat(desk, { name, account: `${name} & Co`, personaIds: ['buyer'] });
      await sendWave(house, desk.workspace, { waveId, roleIds, actor: desk.memberId }, queueMessages(house));
    };
    const rows = () =>
      house.db.selectFrom('outbound_message').select(['id', 'state', 'lease_until']).execute();
    const states = async () => (await rows()).map(({ state }) => state).toSorted();
    const work = async () => {
      while (await sendDueMessages(house));
    };
    try {
      // One is asked to come back in a minute, and one is held by a sender that died.
      await ask('Put Off');
      await work();
      await ask('Held Fast');
      const held = (await rows()).find(({ state }) => state === 'queued')!;
      await house.db
        .updateTable('outbound_message')
        .set({ state: 'claimed', fence: 1, attempts: 1, lease_until: clock.now() + MINUTE })
        .where('workspace_id', '=', desk.workspace.id)
        .where('id', '=', held.id)
        .execute();
      const real = clock.now();
      clock.advance(hours * HOUR);
      await work();
      expect(await states()).toEqual(hours < 0 ? ['claimed', 'deferred'] : ['accepted', 'accepted']);
      clock.set(real + 2 * MINUTE);
      await work();
      expect(await states()).toEqual(['accepted', 'accepted']);
      expect(sink.taken).toHaveLength(2);
      expect(new Set(sink.taken.map(({ to }) => to[0])).size).toBe(2);
    } finally {
      await close();
      await sink.close();
    }
  });
});
