import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAtRest } from '#app/delivery/armed/is-at-rest.server.ts';
import { whileSendersRest } from '#app/delivery/armed/rest-senders.server.ts';
import { settleWhereabouts } from '#app/delivery/armed/settle-whereabouts.server.ts';
import { startEvents } from '#app/delivery/event/start-events.server.ts';
import { claimNotice, moveNotice } from '#app/delivery/notice/notice.store.server.ts';
import { sendNotices } from '#app/delivery/notice/send-notices.server.ts';
import { HOUR, MINUTE } from '#app/platform/clock.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { hear, type MailDesk, mailPeople, noticesOf, tellAll } from '#tests/support/mail-desk.ts';
import { type AfterDot, openSmtpSink, type SmtpSink } from '#tests/support/smtp-sink.ts';

const LEASE = 15 * MINUTE;

describe.each(ENGINES)('word to an owner, on %s', (engine) => {
  let open: TestHouse;
  let sink: SmtpSink;
  let afterDot: AfterDot = () => undefined;
  beforeAll(async () => {
    sink = await openSmtpSink((mail) => afterDot(mail));
    open = await openTestHouse({ engine, vars: { SMTP_URL: sink.url, MAIL_FROM: 'ask@northwind.example' } });
  });
  afterAll(async () => {
    await open.close();
    await sink.close();
  });

  /** Somebody's mail came back for good, and their owner is not told of it yet. */
  async function queued(): Promise<MailDesk> {
    afterDot = () => undefined;
    const desk = await mailPeople(open, 'Ann');
    await hear(desk, 'Ann', 'hard_bounce', { status: '5.1.1' });
    expect(await noticesOf(desk)).toMatchObject([{ kind: 'bounced', state: 'queued' }]);
    return desk;
  }
  const mailsTo = ({ owner }: MailDesk) => sink.taken.filter(({ to }) => to.includes(owner));
  const claim = () => claimNotice(open.house.db, engine, { now: open.clock.now(), leaseMs: LEASE });

  test('whose sender was killed before the mark goes out once', async () => {
    const desk = await queued();
    await claim();
    await tellAll(desk);
    expect(mailsTo(desk)).toHaveLength(0);
    open.clock.advance(LEASE + 1);
    await tellAll(desk);
    await tellAll(desk);
    expect(mailsTo(desk)).toHaveLength(1);
  });

  test('whose sender was killed between the mark and the answer goes out once more, the same mail, and no third time', async () => {
    const desk = await queued();
    afterDot = () => 'drop';
    await tellAll(desk);
    expect(await noticesOf(desk)).toMatchObject([{ state: 'committed_to_send' }]);
    await tellAll(desk);
    expect(mailsTo(desk)).toHaveLength(1);
    for (let lives = 0; lives < 3; lives += 1) {
      open.clock.advance(LEASE + 1);
      await tellAll(desk);
    }
    const ids = mailsTo(desk).map(({ bytes }) => /^Message-ID: (.*)$/m.exec(bytes)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await noticesOf(desk)).toMatchObject([{ state: 'failed' }]);
  });

  test('is held by one of two who look at once, and lost by one whose hold is over', async () => {
    const desk = await queued();
    const claimed = await Promise.all([claim(), claim(), claim()]);
    const [held, ...others] = claimed.filter((one) => one !== undefined);
    expect(others).toEqual([]);
    open.clock.advance(LEASE + 1);
    await tellAll(desk);
    expect(mailsTo(desk)).toHaveLength(1);
    expect(await moveNotice(open.house.db, held!, { state: 'committed_to_send' })).toBe(false);
  });

  test('that is refused for now comes again; refused for good it ends there', async () => {
    const desk = await queued();
    let said = { code: 451, words: 'later' };
    afterDot = () => said;
    await sendNotices(open.house);
    expect(await noticesOf(desk)).toMatchObject([{ state: 'queued', attempts: 1 }]);
    said = { code: 554, words: 'no' };
    open.clock.advance(MINUTE);
    await tellAll(desk);
    expect(await noticesOf(desk)).toMatchObject([{ state: 'failed', attempts: 2 }]);
  });

  test('waits while the database was restored or its senders rest, and where this process does not send', async () => {
    const desk = await queued();
    const { house } = open;
    expect(await isAtRest(house)).toBe(true);
    await settleWhereabouts(house);
    expect(await isAtRest(house)).toBe(false);
    await whileSendersRest(house, async () => expect(await isAtRest(house)).toBe(true));
    await setRestored(house.clock.now());
    await oneRound({ sends: true });
    await setRestored(null);
    await oneRound({ sends: false });
    expect(mailsTo(desk)).toHaveLength(0);
    open.clock.advance(HOUR);
    await oneRound({ sends: true });
    expect(mailsTo(desk)).toHaveLength(1);
  });

  async function setRestored(at: number | null): Promise<void> {
    const cells = { restored_at: at, restored_why: at === null ? null : 'a test' };
    await open.house.db.updateTable('installation').set(cells).where('id', '=', 1).execute();
  }

  /** One round of everything, as at the start of a process that is stopped at once. */
  const oneRound = (how: { sends: boolean }) => startEvents(open.house, how).stop();
});
