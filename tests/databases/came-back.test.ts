import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCameBack } from '#app/delivery/came-back/read-came-back.server.ts';
import { readPersonReturns } from '#app/delivery/came-back/read-person-returns.server.ts';
import { readDoubts } from '#app/delivery/doubt/read-doubts.server.ts';
import { settleDoubts } from '#app/delivery/doubt/settle-doubts.server.ts';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { MAIL_STANDINGS } from '#app/delivery/message-state.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { readWaveMail } from '#app/delivery/read-wave-mail.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { readTimeLeft } from '#app/delivery/time-left/read-time-left.server.ts';
import { DAY, MINUTE, SECOND } from '#app/platform/clock.ts';
import { setCourse } from '#app/programme/asking/set-course.server.ts';
import { changeInDoubt } from '#app/programme/change-in-doubt.server.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { countPeople } from '#app/programme/pile/pile.ts';
import { stillToAsk } from '#app/programme/pile/pile-counts.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import { anotherDesk, type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { mailTo, tell } from '#tests/support/came-back.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { type AfterDot, openSmtpSink, type SmtpSink } from '#tests/support/smtp-sink.ts';

describe.each(ENGINES)('what a send’s page says of its mails, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let sink: SmtpSink;
  let afterDot: AfterDot = () => undefined;

  // One house for all of it: each test asks other people in another wave.
  beforeAll(async () => {
    sink = await openSmtpSink((mail) => afterDot(mail));
    open = await openTestHouse({ engine, vars: { SMTP_URL: sink.url, MAIL_FROM: 'ask@northwind.example' } });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
  });

  afterAll(async () => {
    await open.close();
    await sink.close();
  });

  async function send(asked: Record<string, string>): Promise<string> {
    const { waveId } = await draftWave(desk, [...new Set(Object.values(asked))]);
    const roleIds = [];
    for (const [name, personaId] of Object.entries(asked))
      roleIds.push(...(await seat(desk, { name, account: `${name} & Co`, personaIds: [personaId] })));
    const ask = { waveId, roleIds, actor: desk.memberId };
    const sent = await sendWave(open.house, desk.workspace, ask, queueMessages(open.house));
    expect(sent).toMatchObject({ kind: 'sent', invited: roleIds.length });
    return waveId;
  }

  async function work(): Promise<void> {
    while (await sendDueMessages(open.house));
  }

  const read = (waveId: string, standing: (typeof MAIL_STANDINGS)[number] = 'sent') =>
    readWaveMail(open.house.db, desk.workspace, { waveId, standing, limit: 50, offset: 0 });
  const laneOf = async (waveId: string, personaId: string) =>
    (await read(waveId)).lanes.find((lane) => lane.personaId === personaId)!;
  const doubtsOf = (waveId: string) => readDoubts(open.house.db, desk.workspace, { waveId, limit: 50 });
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0);

  describe('everybody is in exactly one place', () => {
    const ASKED = {
      ...{ Arrived: 'buyer', Silent: 'buyer', Full: 'buyer', Gone: 'buyer', Angry: 'buyer' },
      ...{ Refused: 'buyer', Dropped: 'buyer', Later: 'buyer', Late: 'buyer' },
      ...{ Uma: 'end_user', Ugo: 'end_user' },
    };
    let waveId: string;

    beforeAll(async () => {
      afterDot = ({ to }) => {
        if (to[0]!.startsWith('refused')) return { code: 550, words: 'no such mailbox' };
        return /^(later|dropped)@/.test(to[0]!) ? { code: 451, words: 'come back' } : undefined;
      };
      waveId = await send(ASKED);
      await work();
      // The line breaks while only one letter is on it: every other one stands where it is meant to.
      afterDot = () => 'drop';
      await open.house.db
        .updateTable('outbound_message')
        .set({ next_at: open.clock.now() + DAY })
        .where('workspace_id', '=', desk.workspace.id)
        .where('id', '=', await mailTo(desk, 'Later'))
        .execute();
      open.clock.advance(60 * MINUTE);
      await work();
      await tell(desk, [
        { name: 'Arrived', kind: 'delivered' },
        { name: 'Late', kind: 'delayed' },
        { name: 'Full', kind: 'soft_bounce', status: '4.2.2', detail: '452 4.2.2 mailbox full' },
        { name: 'Gone', kind: 'delivered' },
        { name: 'Gone', kind: 'hard_bounce', status: '5.1.1', detail: '550 5.1.1 no such user' },
        { name: 'Angry', kind: 'complaint', detail: 'abuse' },
        { name: 'Ugo', kind: 'hard_bounce', status: '5.1.1', detail: '550 5.1.1 unknown' },
      ]);
      afterDot = () => undefined;
    });

    test('of every lane: standings add up to the asked, outcomes to the sent, the list to what came back', async () => {
      const buyers = await laneOf(waveId, 'buyer');
      expect(buyers).toEqual({
        personaId: 'buyer',
        asked: 9,
        counts: { sent: 6, waiting: 1, stopped: 1, in_doubt: 1 },
        outcomes: { arrived: 1, no_word: 2, came_back_for_now: 1, came_back_for_good: 1, spam: 1 },
      });
      expect((await laneOf(waveId, 'end_user')).outcomes).toMatchObject({
        no_word: 1,
        came_back_for_good: 1,
      });
      for (const { asked, counts, outcomes } of (await read(waveId)).lanes) {
        expect(sum(counts)).toBe(asked);
        expect(sum(outcomes)).toBe(counts.sent);
      }
      const { lines } = await readCameBack(open.house.db, desk.workspace, { waveId, limit: 50 });
      expect(lines.map(({ personName, outcome, detail }) => [personName, outcome, detail])).toEqual([
        ['Angry', 'spam', 'abuse'],
        ...[expect.anything(), expect.anything()],
        ['Full', 'came_back_for_now', '452 4.2.2 mailbox full'],
      ]);
      expect(lines.map(({ personName }) => personName)).toEqual(expect.arrayContaining(['Gone', 'Ugo']));
    });

    test('of the whole audience: the four lists hold each of the asked once, the piles hold the others', async () => {
      await seat(desk, { name: 'Still Ready', personaIds: ['buyer'] });
      await seat(desk, { name: 'Unconfirmed', personaIds: ['buyer'], confirmed: false });
      await seat(desk, { name: 'Without Role' });
      const listed = [];
      for (const standing of MAIL_STANDINGS) listed.push(...(await read(waveId, standing)).messages);
      expect(listed.map(({ personName }) => personName).sort()).toEqual(Object.keys(ASKED).sort());
      const sorted = await sortPiles(open.house, desk.workspace, { waveId });
      if (sorted.kind !== 'sorted') throw new Error(sorted.kind);
      const { piles } = sorted;
      const missing = piles.missing.reduce((all, { people }) => all + people, 0);
      // Whose mail came back for good sits nowhere any more: two of the asked have no role now.
      const people = [countPeople(stillToAsk(piles)).people, countPeople(piles.stale).people, missing];
      expect(people).toEqual([1, 1, 1 + 2]);
      const { people: everybody } = await open.house.db
        .selectFrom('person')
        .select(({ fn }) => fn.countAll<number>().as('people'))
        .where('workspace_id', '=', desk.workspace.id)
        .executeTakeFirstOrThrow();
      expect(listed.length + 3).toBe(Number(everybody));
    });

    test('and the person’s own page knows which address it was, in the mail server’s words', async () => {
      const { personId } = (
        await readCameBack(open.house.db, desk.workspace, { waveId, limit: 50 })
      ).lines.find(({ personName }) => personName === 'Gone')!;
      expect(await readPersonReturns(open.house.db, desk.workspace, personId)).toEqual([
        {
          ...{ address: 'gone@people.example', outcome: 'came_back_for_good' },
          ...{ at: expect.any(Number), detail: '550 5.1.1 no such user' },
        },
      ]);
      const foreign = await anotherDesk(open.house, 'Harbour');
      expect(await readPersonReturns(open.house.db, foreign.workspace, personId)).toEqual([]);
    });

    test('also when the reminder is what came back', async () => {
      const course = { sendAt: null, inHours: false, reminders: 1, remindAfterDays: 5 };
      await setCourse(open.house, desk.workspace, { waveId, course, actor: desk.memberId });
      open.clock.advance(5 * DAY + MINUTE);
      await work();
      await tell(desk, [
        { name: 'Silent', about: 'reminder', kind: 'hard_bounce', status: '5.1.1', detail: '550 5.1.1 gone' },
        { name: 'Full', about: 'reminder', kind: 'soft_bounce', status: '4.2.2', detail: 'still full' },
      ]);
      const { counts, outcomes } = await laneOf(waveId, 'buyer');
      expect(sum(outcomes)).toBe(counts.sent);
      expect(outcomes).toMatchObject({ came_back_for_now: 1, came_back_for_good: 2, spam: 1 });
      const { lines } = await readCameBack(open.house.db, desk.workspace, { waveId, limit: 50 });
      const buyers = lines.filter(({ personaId }) => personaId === 'buyer');
      expect(buyers.map(({ personName }) => personName).sort()).toEqual(['Angry', 'Full', 'Gone', 'Silent']);
      expect(buyers.find(({ personName }) => personName === 'Silent')).toMatchObject({ isReminder: true });
    });
  });

  describe('what is in doubt', () => {
    async function doubt(rule: 'resend_once' | 'hold', ...names: string[]): Promise<string> {
      const { waveId } = await draftWave(desk, ['buyer']);
      await open.house.db
        .updateTable('programme')
        .set({ in_doubt: rule })
        .where('workspace_id', '=', desk.workspace.id)
        .execute();
      afterDot = () => 'drop';
      // One after the other: a line that breaks takes every letter with it that is on it.
      for (const name of names) {
        const roleIds = await seat(desk, { name, account: `${name} & Co`, personaIds: ['buyer'] });
        const ask = { waveId, roleIds, actor: desk.memberId };
        await sendWave(open.house, desk.workspace, ask, queueMessages(open.house));
        await work();
        open.clock.advance(MINUTE);
      }
      afterDot = () => undefined;
      expect((await doubtsOf(waveId))!.count).toBe(names.length);
      return waveId;
    }
    const decide = (waveId: string, decision: 'send_again' | 'arrived', messageId: string | null = null) =>
      settleDoubts(open.house, desk.workspace, { waveId, messageId, decision, actor: desk.memberId });
    const audits = async (subject: string) =>
      (
        await open.house.db
          .selectFrom('audit_entry')
          .select(['actor', 'detail'])
          .where('workspace_id', '=', desk.workspace.id)
          .where('act', '=', 'settle_doubts')
          .where('subject', '=', subject)
          .execute()
      ).map(({ actor, detail }) => ({ actor, ...JSON.parse(detail) }));

    test('says when it goes out again, a quarter of an hour after the doubt, and then it does', async () => {
      const waveId = await doubt('resend_once', 'Ann');
      const before = sink.taken.length;
      const { lines, maySend, mayTake } = (await doubtsOf(waveId))!;
      const [{ fate, since }] = lines as [(typeof lines)[0]];
      expect(fate).toEqual({ kind: 'goes', at: since + 15 * MINUTE });
      expect([maySend, mayTake]).toEqual([0, 0]);
      open.clock.advance(since + 15 * MINUTE - open.clock.now() + SECOND);
      await work();
      expect(await doubtsOf(waveId)).toBeNull();
      expect(sink.taken).toHaveLength(before + 1);
    });

    test('goes once more at a member’s word, to the byte, and never a third time', async () => {
      const waveId = await doubt('hold', 'Bea', 'Ben');
      const id = await mailTo(desk, 'Bea');
      const before = sink.taken.length;
      expect((await doubtsOf(waveId))!.lines.map(({ fate }) => fate)).toEqual(
        Array(2).fill({ kind: 'decide', mayGoAgain: true }),
      );
      const pressed = await Promise.all([decide(waveId, 'send_again', id), decide(waveId, 'send_again', id)]);
      expect(pressed.map((one) => one.kind === 'settled' && one.letters).sort()).toEqual([0, 1]);
      afterDot = () => 'drop';
      await work();
      const toBea = () => sink.taken.filter(({ to }) => to[0]!.startsWith('bea')).map(({ bytes }) => bytes);
      expect(toBea()).toHaveLength(2);
      expect(toBea()[1]).toBe(toBea()[0]);
      expect((await doubtsOf(waveId))!).toMatchObject({ count: 2, maySend: 1, mayTake: 2 });
      expect(await decide(waveId, 'send_again', id)).toEqual({ kind: 'settled', letters: 0 });
      afterDot = () => undefined;
      expect(await decide(waveId, 'send_again')).toEqual({ kind: 'settled', letters: 1 });
      open.clock.advance(5 * MINUTE);
      await work();
      expect(toBea()).toHaveLength(2);
      expect(sink.taken).toHaveLength(before + 2);
      const actor = desk.memberId;
      const once = { actor, decision: 'send_again', letters: 1 };
      expect([...(await audits(id)), ...(await audits(waveId))]).toEqual([once, once]);
    });

    test('what becomes of it is changed while the send goes, for those that wait too, and never for a third time', async () => {
      const waveId = await doubt('hold', 'Nia');
      const other = await doubt('hold', 'Noor');
      const programmeOf = async (id: string) => {
        const wave = await open.house.db
          .selectFrom('wave')
          .select('programme_id')
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        return wave.programme_id;
      };
      const programmeId = await programmeOf(waveId);
      const change = (inDoubt: 'resend_once' | 'hold', where = desk) =>
        changeInDoubt(open.house, where.workspace, { programmeId, inDoubt, actor: where.memberId });
      const toNia = () => sink.taken.filter(({ to }) => to[0]!.startsWith('nia'));
      expect(await change('resend_once', await anotherDesk(open.house, 'Harbour'))).toEqual({
        kind: 'unknown',
      });
      open.clock.advance(60 * MINUTE);
      await work();
      expect(toNia()).toHaveLength(1);
      const changed = await Promise.all([change('resend_once'), change('resend_once')]);
      expect(changed.map(({ kind }) => kind).sort()).toEqual(['changed', 'same']);
      // What is in doubt is looked at each minute.
      open.clock.advance(MINUTE);
      await work();
      expect([toNia().length, toNia()[1]!.bytes === toNia()[0]!.bytes]).toEqual([2, true]);
      expect((await doubtsOf(other))!.count).toBe(1);
      expect(await change('hold')).toEqual({ kind: 'changed' });
      const entries = await open.house.db
        .selectFrom('audit_entry')
        .select(['actor', 'detail'])
        .where('workspace_id', '=', desk.workspace.id)
        .where('subject', '=', programmeId)
        .where('act', '=', 'change_in_doubt')
        .orderBy('id')
        .execute();
      expect(entries.map(({ detail }) => JSON.parse(detail))).toEqual([
        { from: 'hold', to: 'resend_once' },
        { from: 'resend_once', to: 'hold' },
      ]);
      expect(entries.every(({ actor }) => actor === desk.memberId)).toBe(true);
      expect(await decide(other, 'arrived')).toEqual({ kind: 'settled', letters: 1 });
    });

    test('is taken as arrived at the word of a member of its workspace, once, and stays so', async () => {
      const waveId = await doubt('hold', 'Cem', 'Cleo');
      const before = sink.taken.length;
      const foreign = await anotherDesk(open.house, 'Harbour');
      const input = { waveId, messageId: null, decision: 'arrived' as const, actor: foreign.memberId };
      expect(await settleDoubts(open.house, foreign.workspace, input)).toEqual({ kind: 'unknown' });
      expect(await readDoubts(open.house.db, foreign.workspace, { waveId, limit: 50 })).toBeNull();
      expect(await decide(waveId, 'arrived')).toEqual({ kind: 'settled', letters: 2 });
      expect(await decide(waveId, 'arrived')).toEqual({ kind: 'settled', letters: 0 });
      expect(await decide(waveId, 'send_again')).toEqual({ kind: 'settled', letters: 0 });
      open.clock.advance(60 * MINUTE);
      await work();
      expect(sink.taken).toHaveLength(before);
      expect(await laneOf(waveId, 'buyer')).toMatchObject({ counts: { sent: 2 }, outcomes: { no_word: 2 } });
      expect(await audits(waveId)).toEqual([{ actor: desk.memberId, decision: 'arrived', letters: 2 }]);
    });

    test('of a send that is over stays where it is: nothing of it goes out, and a member can still say that it arrived', async () => {
      const waveId = await doubt('resend_once', 'Dee');
      const before = sink.taken.length;
      await closeWave(open.house, desk.workspace, { waveId, actor: desk.memberId }, endWithWave);
      open.clock.advance(30 * MINUTE);
      await work();
      expect((await doubtsOf(waveId))!).toMatchObject({ count: 1, maySend: 0, mayTake: 1 });
      expect(await decide(waveId, 'send_again')).toEqual({ kind: 'not_open' });
      expect(await decide(waveId, 'arrived')).toEqual({ kind: 'settled', letters: 1 });
      expect(sink.taken).toHaveLength(before);
    });
  });

  test('the time left is read from the ledger, and not said where something waits for a good hour', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `P${i}`);
    const waveId = await send(Object.fromEntries(names.map((name) => [name, 'buyer'])));
    const { db } = open.house;
    const ids = [];
    for (const name of names) ids.push(await mailTo(desk, name));
    const ofWave = (id: string) =>
      db.updateTable('outbound_message').where('workspace_id', '=', desk.workspace.id).where('id', '=', id);
    const now = open.clock.now();
    for (const [i, id] of ids.slice(0, 6).entries())
      await ofWave(id)
        .set({ state: 'accepted', settled_at: now - (60 - i * 10) * SECOND })
        .execute();
    const left = () => readTimeLeft(db, desk.workspace, { waveId, waiting: 6, now });
    expect(await left()).toBe(MINUTE);
    await ofWave(ids[7]!)
      .set({ next_at: now + 8 * 60 * MINUTE })
      .execute();
    expect(await left()).toBeNull();
  });
});
