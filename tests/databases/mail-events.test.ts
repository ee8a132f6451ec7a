import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recoverLost } from '#app/delivery/claim.store.server.ts';
import { KEPT_UNMATCHED, sweepEvents } from '#app/delivery/event/take-events.server.ts';
import { readLetter } from '#app/delivery/read-letter.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { DAY, HOUR, MINUTE } from '#app/platform/clock.ts';
import { suppressionKeyId } from '#app/programme/address-hash.server.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';
import {
  hear,
  mailPeople,
  messageTo,
  noticesOf,
  say,
  suppressionsOf,
  takeAll,
  tellAll,
} from '#tests/support/mail-desk.ts';
import { type AfterDot, openSmtpSink, type SmtpSink } from '#tests/support/smtp-sink.ts';
import { rolesIn, sayOf } from '#tests/support/who.ts';

describe.each(ENGINES)('what comes back, on %s', (engine) => {
  let open: TestHouse;
  let sink: SmtpSink;
  let afterDot: AfterDot = () => undefined;
  beforeAll(async () => {
    sink = await openSmtpSink((mail) => afterDot(mail));
    const vars = { SMTP_URL: sink.url, MAIL_FROM: 'ask@northwind.example', BOUNCE_DOMAIN: 'back.example' };
    open = await openTestHouse({ engine, vars });
  });
  afterAll(async () => {
    await open.close();
    await sink.close();
  });

  const mail = (...names: string[]) => mailPeople(open, ...names);
  const mailsTo = (address: string) => sink.taken.filter(({ to }) => to.includes(address));

  test('each letter leaves under a return path of its own, which its message has signed', async () => {
    const desk = await mail('Ann', 'Ben');
    const [ann, ben] = [await messageTo(desk, 'Ann'), await messageTo(desk, 'Ben')];
    const paths = sink.taken.slice(-2).map(({ from }) => from);
    for (const { id } of [ann, ben])
      expect(paths).toContainEqual(expect.stringContaining(`b+${id.replaceAll('-', '')}.`));
    expect(new Set(paths).size).toBe(2);
  });

  test('for good: the address is stopped, the seat stands empty, and the owner is told once by two inlets', async () => {
    const desk = await mail('Ann', 'Ben');
    const said = { status: '5.1.1', detail: '550 no such mailbox' };
    await hear(desk, 'Ann', 'hard_bounce', said);
    await hear(desk, 'Ann', 'hard_bounce', { ...said, provider: 'mail' });
    const keyId = suppressionKeyId(open.house.env.appSecret);
    expect(await suppressionsOf(desk)).toEqual([{ reason: 'bounce', domain: 'people.example', keyId }]);
    expect(await rolesIn(desk, 'Ann')).toMatchObject([
      { open: false, why: 'mail to them came back for good' },
    ]);
    expect(await rolesIn(desk, 'Ben')).toMatchObject([{ open: true }]);
    expect(await messageTo(desk, 'Ann')).toMatchObject({ outcome: 'hard_bounce', state: 'accepted' });
    await tellAll(desk);
    await tellAll(desk);
    const told = mailsTo(desk.owner);
    expect(told).toHaveLength(1);
    expect(told[0]!.bytes).toMatch(/^Subject: Mail to Ann at Ann & Co came back\r$/m);
    expect(readLetter(Buffer.from(told[0]!.bytes)).text).toContain('said: “550 no such mailbox”');
  });

  test('a full mailbox or a policy leaves the seat, and so does an address that is theirs no more', async () => {
    const desk = await mail('Ann', 'Ben');
    await hear(desk, 'Ann', 'hard_bounce', { status: '5.2.2' });
    const ben = open.house.db.updateTable('person_address').where('workspace_id', '=', desk.workspace.id);
    await ben.set({ email: 'ben@elsewhere.example' }).where('email', 'like', 'ben@%').execute();
    await hear(desk, 'Ben', 'hard_bounce', { status: '5.1.1' });
    expect(await suppressionsOf(desk)).toHaveLength(1);
    expect([...(await rolesIn(desk, 'Ann')), ...(await rolesIn(desk, 'Ben'))]).toMatchObject([
      { open: true },
      { open: true },
    ]);
    expect(await noticesOf(desk)).toEqual([]);
  });

  test('softly: three times within a week stop the address; fewer, later or told twice do not', async () => {
    const now = open.clock.now();
    const desk = await mail('Ann', 'Ben', 'Cem');
    const soft = (name: string, ...ago: number[]) =>
      Promise.all(ago.map((ms) => say(desk, name, 'soft_bounce', { occurredAt: now - ms })));
    await soft('Ben', 0, 30 * MINUTE, 50 * MINUTE, 2 * DAY);
    await soft('Cem', 0, 4 * DAY, 8 * DAY);
    await takeAll(desk);
    expect(await suppressionsOf(desk)).toEqual([]);
    await soft('Ann', 7 * DAY, 0, 3 * DAY);
    await takeAll(desk);
    expect(await suppressionsOf(desk)).toMatchObject([{ reason: 'bounce' }]);
    expect(await rolesIn(desk, 'Ann')).toMatchObject([{ open: true }]);
  });

  test('what a filter does not like stops no address until the third within a week', async () => {
    const now = open.clock.now();
    const desk = await mail('Ann', 'Ben');
    const refused = { status: '5.7.1', detail: '554 5.7.1 blocked by our policy' };
    await hear(desk, 'Ann', 'hard_bounce', refused);
    await hear(desk, 'Ben', 'hard_bounce', refused);
    expect(await suppressionsOf(desk)).toEqual([]);
    expect(await messageTo(desk, 'Ann')).toMatchObject({ outcome: 'soft_bounce' });
    expect(await rolesIn(desk, 'Ann')).toMatchObject([{ open: true }]);
    await say(desk, 'Ann', 'soft_bounce', { occurredAt: now - 2 * DAY });
    await say(desk, 'Ann', 'hard_bounce', { ...refused, occurredAt: now - 4 * DAY });
    await takeAll(desk);
    expect(await suppressionsOf(desk)).toMatchObject([{ reason: 'bounce' }]);
  });

  test('a complaint stops the address, and nothing that is said later takes that back', async () => {
    const desk = await mail('Ann');
    await hear(desk, 'Ann', 'hard_bounce', { status: '5.7.1' });
    await hear(desk, 'Ann', 'complaint');
    await hear(desk, 'Ann', 'delivered');
    expect(await suppressionsOf(desk)).toMatchObject([{ reason: 'complaint' }]);
    expect(await messageTo(desk, 'Ann')).toMatchObject({ outcome: 'complaint' });
  });

  test('“I have left” tells the owner, once', async () => {
    const desk = await mail('Ann');
    const { invitation_id } = await messageTo(desk, 'Ann');
    expect(await sayOf(desk, invitation_id, { kind: 'left' })).toEqual({ kind: 'left' });
    await tellAll(desk);
    await tellAll(desk);
    const told = mailsTo(desk.owner);
    expect(told).toHaveLength(1);
    expect(told[0]!.bytes).toMatch(/^Subject: Ann has left Ann & Co\r$/m);
  });

  test('too many that came back hold the wave up, say why, and hold it again only when as many again have', async () => {
    afterDot = ({ to }) => (to[0]!.startsWith('zoe') ? { code: 451, words: 'later' } : undefined);
    const names = [...'ABCDEFGHIJK'].map((letter) => `Person ${letter}`);
    const desk = await mail(...names, 'Zoe');
    afterDot = () => undefined;
    for (const name of names.slice(0, 4)) await hear(desk, name, 'hard_bounce', { status: '5.1.1' });
    expect(await waveOf(desk)).toMatchObject({ paused_why: null });
    // Whatever it is that they do not like, the rest of the wave waits for somebody to look.
    await hear(desk, names[4]!, 'hard_bounce', { status: '5.7.1' });
    expect(await waveOf(desk)).toMatchObject({ paused_why: 'bounces', paused_by: null });
    const about = (await noticesOf(desk)).filter(({ kind }) => kind === 'stopped');
    expect(about).toHaveLength(1);
    expect(about[0]!.body).toContain('5 of 11 mails came back for good or were turned away, more than 2 %.');
    open.clock.advance(2 * HOUR);
    while (await sendDueMessages(open.house));
    expect(await messageTo(desk, 'Zoe')).toMatchObject({ state: 'deferred' });
    await goOn(desk);
    await hear(desk, names[5]!, 'hard_bounce', { status: '5.1.1' });
    expect(await waveOf(desk)).toMatchObject({ paused_why: null });
    for (const name of names.slice(6, 10)) await hear(desk, name, 'hard_bounce', { status: '5.1.1' });
    expect(await waveOf(desk)).toMatchObject({ paused_why: 'bounces' });
  });

  test('two who marked it as spam hold the wave up; one does not', async () => {
    const desk = await mail('Ann', 'Ben');
    await hear(desk, 'Ann', 'complaint');
    expect(await waveOf(desk)).toMatchObject({ paused_why: null });
    await hear(desk, 'Ben', 'complaint');
    expect(await waveOf(desk)).toMatchObject({ paused_why: 'complaints' });
  });

  test('what was in doubt is settled by whatever is said of it, and goes out no second time', async () => {
    afterDot = () => 'drop';
    const desk = await mail('Ann');
    afterDot = () => undefined;
    const taken = sink.taken.length;
    expect(await messageTo(desk, 'Ann')).toMatchObject({ state: 'in_doubt' });
    await hear(desk, 'Ann', 'delivered');
    expect(await messageTo(desk, 'Ann')).toMatchObject({ state: 'accepted', outcome: 'delivered' });
    open.clock.advance(HOUR);
    while (await sendDueMessages(open.house));
    expect(sink.taken).toHaveLength(taken);
  });

  test('so is a second copy that waits to go out', async () => {
    const desk = await mail('Ann');
    const { id } = await messageTo(desk, 'Ann');
    const waits = { state: 'queued', resent: 1, next_at: open.clock.now() + HOUR } as const;
    await open.house.db.updateTable('outbound_message').set(waits).where('id', '=', id).execute();
    await hear(desk, 'Ann', 'delivered');
    expect(await messageTo(desk, 'Ann')).toMatchObject({ state: 'accepted', bytes: null });
  });

  test('so is what comes to be in doubt only after something was said of it', async () => {
    const desk = await mail('Ann');
    const { id } = await messageTo(desk, 'Ann');
    const lost = { state: 'committed_to_send', lease_until: open.clock.now() - 1 } as const;
    await open.house.db.updateTable('outbound_message').set(lost).where('id', '=', id).execute();
    await hear(desk, 'Ann', 'delivered');
    await recoverLost(open.house.db, open.clock.now());
    expect(await messageTo(desk, 'Ann')).toMatchObject({ state: 'in_doubt' });
    await takeAll(desk);
    expect(await messageTo(desk, 'Ann')).toMatchObject({ state: 'accepted', outcome: 'delivered' });
  });

  test('what comes before its message is known waits for it, for three days', async () => {
    const desk = await mail('Ann');
    const about = (providerId: string) => ({ about: { providerId } });
    await hear(desk, 'Ann', 'delivered', about('early-1'));
    await hear(desk, 'Ann', 'delivered', { ...about('never-1'), eventId: 'never' });
    expect(await messageTo(desk, 'Ann')).toMatchObject({ outcome: null });
    const { id } = await messageTo(desk, 'Ann');
    await open.house.db
      .updateTable('outbound_message')
      .set({ provider_id: 'early-1' })
      .where('id', '=', id)
      .execute();
    await takeAll(desk);
    expect(await messageTo(desk, 'Ann')).toMatchObject({ outcome: null });
    open.clock.advance(10_000);
    await takeAll(desk);
    expect(await messageTo(desk, 'Ann')).toMatchObject({ outcome: 'delivered' });
    open.clock.advance(KEPT_UNMATCHED);
    await takeAll(desk);
    expect(await stateOf('never')).toBe('unmatched');
    open.clock.advance(31 * DAY);
    await sweepEvents(open.house);
    expect(await stateOf('never')).toBeUndefined();
  });

  async function stateOf(eventId: string): Promise<string | undefined> {
    const event = open.house.db.selectFrom('mail_event').select('state').where('event_id', '=', eventId);
    return (await event.executeTakeFirst())?.state;
  }

  function waveOf({ waveId }: { waveId: string }) {
    return open.house.db
      .selectFrom('wave')
      .select(['paused_why', 'paused_by'])
      .where('id', '=', waveId)
      .executeTakeFirstOrThrow();
  }

  async function goOn({ waveId }: { waveId: string }): Promise<void> {
    const none = { paused_at: null, paused_why: null, paused_by: null };
    await open.house.db.updateTable('wave').set(none).where('id', '=', waveId).execute();
  }
});
