import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { recoverLost } from '#app/delivery/claim.store.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { readLetter } from '#app/delivery/read-letter.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { stopAsking } from '#app/delivery/stop-asking.server.ts';
import { MINUTE } from '#app/platform/clock.ts';
import { createMailer } from '#app/platform/mailer.server.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { answer } from '#tests/support/answering.ts';
import { type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { type AfterDot, openSmtpSink, type SmtpSink } from '#tests/support/smtp-sink.ts';

describe.each(ENGINES)('the ledger on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let sink: SmtpSink;
  let afterDot: AfterDot = () => undefined;

  beforeEach(async () => {
    afterDot = () => undefined;
    sink = await openSmtpSink((mail) => afterDot(mail));
    open = await openTestHouse({ engine, vars: { SMTP_URL: sink.url, MAIL_FROM: 'ask@northwind.example' } });
    const { workspace, memberId } = await foundTestWorkspace(open.house);
    desk = { house: open.house, workspace, memberId };
  });

  afterEach(async () => {
    await open.close();
    await sink.close();
  });

  async function sendTo(...names: string[]): Promise<string> {
    const { waveId } = await draftWave(desk, ['buyer']);
    const roleIds = [];
    for (const name of names)
      roleIds.push(...(await seat(desk, { name, account: `${name} & Co`, personaIds: ['buyer'] })));
    const sent = await sendWave(
      open.house,
      desk.workspace,
      { waveId, roleIds, actor: desk.memberId },
      queueMessages(open.house),
    );
    expect(sent).toMatchObject({ kind: 'sent', invited: names.length });
    return waveId;
  }

  async function work(): Promise<void> {
    while (await sendDueMessages(open.house));
  }

  const ledger = () =>
    open.house.db
      .selectFrom('outbound_message')
      .select(['id', 'invitation_id', 'to_address', 'state', 'reason', 'attempts', 'message_id', 'bytes'])
      .where('workspace_id', '=', desk.workspace.id)
      .orderBy('id')
      .execute();

  test('everybody asked gets one letter, from the ledger over real SMTP', async () => {
    await sendTo(
      'Henrik Aalto',
      'Noor El-Amin',
      'Mei-Ling Chua',
      'Takumi Arai',
      'Bjorn Lindqvist',
      'Ruth Achterberg',
    );
    await work();
    const rows = await ledger();
    expect(rows.map(({ state }) => state)).toEqual(Array(6).fill('accepted'));
    expect(sink.taken.map(({ to }) => to[0]).sort()).toEqual(rows.map(({ to_address }) => to_address).sort());
    expect(rows.every(({ bytes }) => bytes === null)).toBe(true);
    await work();
    expect(sink.taken).toHaveLength(6);
  });

  test('a letter has a text and an HTML part, both with the link of its own invitation', async () => {
    await sendTo('Henrik Aalto');
    await work();
    const [row] = await ledger();
    const token = linkToken(open.house.env.appSecret, 'answer', row!.invitation_id, 1);
    const { text, html } = readLetter(Buffer.from(sink.taken[0]!.bytes));
    expect(text).toContain(`${open.house.env.publicUrl}/r/${token}\n`);
    expect(text).toContain('Hello Henrik,');
    expect(html).toContain(`/r/${token}?v=7"`);
    // The link that nobody sees is the last of the HTML, and stands nowhere in the text.
    expect(html).toMatch(
      new RegExp(`<a href="[^"]*/r/${token}\\?k=1" aria-hidden="true" tabindex="-1"[^>]*></a></body>`),
    );
    expect(text).not.toContain('?k=');
    expect(text.split('\n').every((line) => line.length <= 76)).toBe(true);
  });

  test('the way out stands in the headers: one click, nothing folded', async () => {
    await sendTo('Henrik Aalto');
    await work();
    const [row] = await ledger();
    const out = linkToken(open.house.env.appSecret, 'unsubscribe', row!.invitation_id, 1);
    const head = `\r\n${sink.taken[0]!.bytes.split('\r\n\r\n')[0]}`;
    expect(head).toContain(`\r\nList-Unsubscribe: <${open.house.env.publicUrl}/u/${out}>\r\n`);
    expect(head).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(head).toContain(`\r\nMessage-ID: ${row!.message_id}\r\n`);
    expect(head).toContain('\r\nAuto-Submitted: auto-generated\r\n');
  });

  test('a “try later” is tried later with the same bytes; a “never” ends as failed with its reason', async () => {
    const seen: string[] = [];
    afterDot = ({ bytes, to }) => {
      if (to[0]!.startsWith('gone')) return { code: 550, words: 'no such mailbox' };
      seen.push(bytes);
      return seen.length === 1 ? { code: 451, words: 'come back' } : undefined;
    };
    await sendTo('Henrik Aalto', 'Gone Away');
    await work();
    const before = await ledger();
    expect(before.map(({ state }) => state).sort()).toEqual(['deferred', 'failed']);
    expect(before.find(({ state }) => state === 'failed')!.reason).toContain('no such mailbox');
    await work();
    expect(seen).toHaveLength(1);
    open.clock.advance(MINUTE);
    await work();
    expect((await ledger()).map(({ state }) => state).sort()).toEqual(['accepted', 'failed']);
    expect(seen).toHaveLength(2);
    expect(seen[1]).toBe(seen[0]);
  });

  test('whoever said stop is not written to, whichever link of theirs said it, however often', async () => {
    const waveId = await sendTo('Henrik Aalto');
    await work();
    const [row] = await ledger();
    const out = linkToken(open.house.env.appSecret, 'unsubscribe', row!.invitation_id, 1);
    const answer = linkToken(open.house.env.appSecret, 'answer', row!.invitation_id, 1);
    expect(await stopAsking(open.house, answer)).toEqual({ kind: 'unknown' });
    expect(await stopAsking(open.house, out)).toEqual({
      kind: 'stopped',
      workspaceName: 'Northwind Metrics',
    });
    expect(await stopAsking(open.house, out)).toEqual({
      kind: 'stopped',
      workspaceName: 'Northwind Metrics',
    });
    // Suppressed between the send and the claim: the last look decides.
    const [roleId] = await seat(desk, { name: 'Henrik Aalto', account: 'Other & Co', personaIds: ['buyer'] });
    const send = { waveId, roleIds: [roleId!], actor: desk.memberId };
    const sent = await sendWave(open.house, desk.workspace, send, queueMessages(open.house));
    expect(sent).toMatchObject({ kind: 'sent', invited: 0 });
    await work();
    expect(sink.taken).toHaveLength(1);
  });

  test('suppressed after the audience was frozen: the claim looks again', async () => {
    await sendTo('Henrik Aalto');
    const [row] = await ledger();
    const out = linkToken(open.house.env.appSecret, 'unsubscribe', row!.invitation_id, 1);
    await stopAsking(open.house, out);
    await work();
    expect((await ledger()).map(({ state }) => state)).toEqual(['suppressed']);
    expect(sink.taken).toHaveLength(0);
  });

  test('two senders at once send nothing twice', async () => {
    await sendTo(...Array.from({ length: 23 }, (_, i) => `Person Nr${i}`));
    await Promise.all([work(), work(), work()]);
    expect(new Set(sink.taken.map(({ to }) => to[0])).size).toBe(23);
    expect(sink.taken).toHaveLength(23);
  });

  test('a sender that died before the mark is made good; one that died after it leaves a doubt', async () => {
    await sendTo('Before Mark', 'After Mark');
    const [before, after] = await ledger();
    const died = (id: string, state: 'claimed' | 'committed_to_send') =>
      open.house.db
        .updateTable('outbound_message')
        .set({ state, lease_until: open.clock.now() + MINUTE, fence: 1 })
        .where('workspace_id', '=', desk.workspace.id)
        .where('id', '=', id)
        .execute();
    await died(before!.id, 'claimed');
    await died(after!.id, 'committed_to_send');
    await work();
    expect(sink.taken).toHaveLength(0);
    open.clock.advance(2 * MINUTE);
    await work();
    const states = new Map((await ledger()).map(({ id, state }) => [id, state]));
    expect(states.get(before!.id)).toBe('accepted');
    expect(states.get(after!.id)).toBe('in_doubt');
    expect(sink.taken).toHaveLength(1);
  });

  describe('what is in doubt', () => {
    /** The line breaks after the dot: it has arrived, and nobody here knows. */
    async function doubt(inDoubt: 'resend_once' | 'hold'): Promise<void> {
      await sendTo('Henrik Aalto');
      await open.house.db
        .updateTable('programme')
        .set({ in_doubt: inDoubt })
        .where('workspace_id', '=', desk.workspace.id)
        .execute();
      afterDot = () => 'drop';
      await work();
      expect((await ledger()).map(({ state }) => state)).toEqual(['in_doubt']);
      afterDot = () => undefined;
    }
    const pass = async (minutes: number) => {
      open.clock.advance(minutes * MINUTE);
      await work();
      return (await ledger()).map(({ state }) => state);
    };

    test('is sent once more after a quarter of an hour, to the byte', async () => {
      await doubt('resend_once');
      expect(await pass(14)).toEqual(['in_doubt']);
      expect(await pass(2)).toEqual(['accepted']);
      const [first, second, third] = sink.taken.map(({ bytes }) => bytes);
      expect(second).toBe(first);
      expect(third).toBeUndefined();
    });

    test('and no third time, however often the line breaks', async () => {
      await doubt('resend_once');
      afterDot = () => 'drop';
      expect(await pass(16)).toEqual(['in_doubt']);
      expect(await pass(16)).toEqual(['in_doubt']);
      expect(sink.taken).toHaveLength(2);
    });

    test('waits for a person where the programme wants that', async () => {
      await doubt('hold');
      expect(await pass(60)).toEqual(['in_doubt']);
      expect(sink.taken).toHaveLength(1);
    });

    test('had arrived, where the person has answered', async () => {
      await doubt('resend_once');
      const [row] = await ledger();
      const token = linkToken(open.house.env.appSecret, 'answer', row!.invitation_id, 1);
      expect((await answer(open.house, token, { q1: '9' })).kind).toBe('kept');
      expect(await pass(16)).toEqual(['accepted']);
      expect((await ledger())[0]!.reason).toMatch(/has answered/);
      expect(sink.taken).toHaveLength(1);
    });

    test('stays so where it may not go out again: that says nothing of the first time', async () => {
      await doubt('resend_once');
      const [row] = await ledger();
      await stopAsking(open.house, linkToken(open.house.env.appSecret, 'unsubscribe', row!.invitation_id, 1));
      expect(await pass(16)).toEqual(['in_doubt']);
      expect((await ledger())[0]!.reason).toMatch(/may have gone out.*must not be written to/);
      expect(sink.taken).toHaveLength(1);
    });

    test('is left where the same letter cannot be made again', async () => {
      await doubt('resend_once');
      open.house.env = { ...open.house.env, appSecret: 'another secret of 32 letters, 9876543210' };
      expect(await pass(16)).toEqual(['in_doubt']);
      expect(sink.taken).toHaveLength(1);
    });
  });

  describe('while a mail server is slow to answer', () => {
    let answer = () => {};
    let slow: SmtpSink;
    beforeEach(async () => {
      slow = await openSmtpSink(
        undefined,
        new Promise<void>((resolve) => {
          answer = resolve;
        }),
      );
      const mailer = createMailer(
        { ...open.house.env, smtpUrl: slow.url },
        open.house.db,
        open.clock,
        open.house.ids,
      );
      open.house.mailer.close();
      open.house.mailer = mailer;
    });
    afterEach(async () => {
      vi.useRealTimers();
      answer();
      // A sink waits half a minute for connections that a mailer keeps open.
      open.house.mailer.close();
      await slow.close();
    });

    const untilTaken = () => expect.poll(() => slow.taken.length, { timeout: 5000 }).toBe(1);
    const row = async () =>
      open.house.db
        .selectFrom('outbound_message')
        .select(['state', 'lease_until'])
        .where('workspace_id', '=', desk.workspace.id)
        .executeTakeFirstOrThrow();

    test('its sender keeps hold of the message, so that no other takes it for lost', async () => {
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
      await sendTo('Henrik Aalto');
      const sending = sendDueMessages(open.house);
      await untilTaken();
      for (let quarter = 0; quarter < 8; quarter += 1) {
        open.clock.advance(MINUTE / 4);
        const due = open.clock.now() + MINUTE;
        vi.advanceTimersByTime(MINUTE / 4);
        await expect.poll(async () => (await row()).lease_until, { timeout: 5000 }).toBe(due);
        await recoverLost(open.house.db, open.clock.now());
      }
      expect((await row()).state).toBe('committed_to_send');
      answer();
      await sending;
      expect(await row()).toEqual({ state: 'accepted', lease_until: null });
    });

    test('what was taken for lost is settled by the answer that comes after all', async () => {
      await sendTo('Henrik Aalto');
      const sending = sendDueMessages(open.house);
      await untilTaken();
      open.clock.advance(2 * MINUTE);
      await recoverLost(open.house.db, open.clock.now());
      expect((await row()).state).toBe('in_doubt');
      answer();
      await sending;
      expect(await row()).toEqual({ state: 'accepted', lease_until: null });
      expect(slow.taken).toHaveLength(1);
    });
  });
});
