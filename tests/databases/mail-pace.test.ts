import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { MINUTE, SECOND } from '#app/platform/clock.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { openSmtpSink, type SmtpSink } from '#tests/support/smtp-sink.ts';

/** What the mail server says after a mail, as a test wants it. */
let says: { code: number; words: string } | undefined;

describe.each(ENGINES)('the pace of mail, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let sink: SmtpSink;
  let vars: Record<string, string>;

  beforeEach(async () => {
    says = undefined;
    sink = await openSmtpSink(() => says);
    vars = { SMTP_URL: sink.url, MAIL_FROM: 'ask@northwind.example', MAIL_PACE: 'slow' };
    open = await openTestHouse({ engine, vars });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
  });

  afterEach(async () => {
    await open.close();
    await sink.close();
  });

  /** Asks so many people with addresses at `domain`, each at an account of their own. */
  async function send(people: number, domain: string): Promise<void> {
    const { waveId } = await draftWave(desk, ['buyer']);
    const roleIds: string[] = [];
    for (let at = 0; at < people; at += 1) {
      const [name, email] = [`Person ${at} of ${domain}`, `p${at}@${domain}`];
      roleIds.push(...(await seat(desk, { name, email, account: `${name} & Co`, personaIds: ['buyer'] })));
    }
    const ask = { waveId, roleIds, actor: desk.memberId };
    await sendWave(open.house, desk.workspace, ask, queueMessages(open.house));
  }

  const takenAt = (domain: string) => sink.taken.filter(({ to }) => to[0]!.endsWith(`@${domain}`)).length;
  const work = async (house = open.house) => {
    while (await sendDueMessages(house));
  };
  const paceOf = (name: string) =>
    open.house.db.selectFrom('mail_pace').selectAll().where('name', '=', name).executeTakeFirstOrThrow();

  test('goes slowly to a domain at first, tells so, keeps nobody else waiting, and gets to everybody', async () => {
    await send(24, 'slow.example');
    await send(3, 'other.example');
    await work();
    // Five seconds of one a second, and the one that begins them.
    expect(takenAt('slow.example')).toBe(6);
    expect(takenAt('other.example')).toBe(3);
    const waiting = await open.house.db
      .selectFrom('outbound_message')
      .select(['state', 'reason', 'attempts'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('state', '<>', 'accepted')
      .execute();
    const reason = 'Waits for its turn: mail to one domain goes slowly at first.';
    expect(new Set(waiting.map((row) => JSON.stringify(row)))).toEqual(
      new Set([JSON.stringify({ state: 'queued', reason, attempts: 0 })]),
    );
    open.clock.advance(5 * SECOND);
    await work();
    expect(takenAt('slow.example')).toBe(11);
    for (let looks = 0; looks < 3; looks += 1) {
      open.clock.advance(5 * SECOND);
      await work();
    }
    expect(takenAt('slow.example')).toBe(24);
    expect(sink.taken).toHaveLength(27);
  });

  test('two senders of one database keep one pace, and a restart does not forget it', async () => {
    await send(24, 'slow.example');
    const drop = async () => undefined;
    const beside = () =>
      openTestHouse({ engine, vars, time: open.clock, database: { url: open.house.env.databaseUrl, drop } });
    const other = await beside();
    await Promise.all([work(), work(other.house)]);
    expect(takenAt('slow.example')).toBe(6);
    await other.close();
    const fresh = await beside();
    await work(fresh.house);
    expect(takenAt('slow.example')).toBe(6);
    await fresh.close();
  });

  test('halves where the receiving side, or the mail server itself, asks for less', async () => {
    says = { code: 451, words: '4.7.650 temporarily rate limited' };
    await send(4, 'strict.example');
    await work();
    expect(await paceOf('strict.example')).toMatchObject({ per_minute: 30, lowered_at: open.clock.now() });
    expect(await paceOf('127.0.0.1')).toMatchObject({ per_minute: 300, lowered_at: null });
    says = { code: 454, words: 'Throttling failure: Maximum sending rate exceeded.' };
    await send(1, 'b.example');
    await work();
    expect((await paceOf('127.0.0.1')).per_minute).toBeLessThanOrEqual(150);
    says = undefined;
    for (let looks = 0; looks < 2; looks += 1) {
      open.clock.advance(10 * MINUTE);
      await work();
    }
    expect(sink.taken).toHaveLength(5);
  });
});
