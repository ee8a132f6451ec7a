import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { readLetter } from '#app/delivery/read-letter.server.ts';
import { remindSilent } from '#app/delivery/remind-silent.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { stopAsking } from '#app/delivery/stop-asking.server.ts';
import { DAY, MINUTE } from '#app/platform/clock.ts';
import { setCourse } from '#app/programme/asking/set-course.server.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { answer } from '#tests/support/answering.ts';
import { type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { openSmtpSink, type SmtpSink } from '#tests/support/smtp-sink.ts';

describe.each(ENGINES)('reminders on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let sink: SmtpSink;

  beforeEach(async () => {
    sink = await openSmtpSink();
    open = await openTestHouse({ engine, vars: { SMTP_URL: sink.url, MAIL_FROM: 'ask@northwind.example' } });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
  });

  afterEach(async () => {
    await open.close();
    await sink.close();
  });

  async function send(...names: string[]): Promise<string> {
    const { waveId } = await draftWave(desk, ['buyer']);
    const roleIds = [];
    for (const name of names)
      roleIds.push(...(await seat(desk, { name, account: `${name} & Co`, personaIds: ['buyer'] })));
    const ask = { waveId, roleIds, actor: desk.memberId };
    await sendWave(open.house, desk.workspace, ask, queueMessages(open.house));
    return waveId;
  }

  const remind = (waveId: string, reminders: number, remindAfterDays = 5) =>
    setCourse(open.house, desk.workspace, {
      waveId,
      course: { sendAt: null, inHours: false, reminders, remindAfterDays },
      actor: desk.memberId,
    });

  async function work(): Promise<void> {
    while (await sendDueMessages(open.house));
  }

  /** A look is taken once a minute. */
  async function later(ms: number): Promise<void> {
    open.clock.advance(Math.max(ms, MINUTE));
    await work();
  }

  async function tokenOf(name: string, kind: 'answer' | 'unsubscribe'): Promise<string> {
    const { id } = await open.house.db
      .selectFrom('invitation')
      .innerJoin('person', (on) =>
        on
          .onRef('person.workspace_id', '=', 'invitation.workspace_id')
          .onRef('person.id', '=', 'invitation.person_id'),
      )
      .select('invitation.id')
      .where('invitation.workspace_id', '=', desk.workspace.id)
      .where('person.name', '=', name)
      .executeTakeFirstOrThrow();
    return linkToken(open.house.env.appSecret, kind, id, 1);
  }

  const headsOf = (to: string) =>
    sink.taken.filter((mail) => mail.to[0]!.startsWith(to)).map(({ bytes }) => bytes.split('\r\n\r\n')[0]!);
  const cell = (head: string, name: string) => new RegExp(`^${name}: (.*)$`, 'mi').exec(head)?.[1];

  test('go to the silent alone, under the first letter, twice at most', async () => {
    const waveId = await send('Ann', 'Ben', 'Cem');
    await remind(waveId, 2);
    await work();
    await answer(open.house, await tokenOf('Ben', 'answer'), { q1: '9' });
    await later(5 * DAY - 1);
    expect(sink.taken).toHaveLength(3);
    await later(MINUTE);
    expect(sink.taken).toHaveLength(5);
    expect(headsOf('ben')).toHaveLength(1);
    const [first, second] = headsOf('ann');
    expect(cell(second!, 'In-Reply-To')).toBe(cell(first!, 'Message-ID'));
    expect(cell(second!, 'References')).toBe(cell(first!, 'Message-ID'));
    expect(cell(second!, 'Subject')).toBe(cell(first!, 'Subject'));
    const { text } = readLetter(Buffer.from(sink.taken[3]!.bytes));
    expect(text).toContain('We wrote to you on 2 November 2026');
    expect(text).toContain(`/r/`);
    await answer(open.house, await tokenOf('Cem', 'answer'), { q1: '3' });
    await later(5 * DAY + MINUTE);
    expect(headsOf('cem')).toHaveLength(2);
    expect(headsOf('ann')).toHaveLength(3);
    await later(60 * DAY);
    expect(sink.taken).toHaveLength(6);
  });

  test('stop the moment that somebody answers or wants no more, also when they are queued already', async () => {
    const waveId = await send('Ann', 'Ben', 'Cem');
    await remind(waveId, 1);
    await work();
    open.clock.advance(6 * DAY);
    await remindSilent(open.house);
    await answer(open.house, await tokenOf('Ann', 'answer'), { q1: '9' });
    await stopAsking(open.house, await tokenOf('Ben', 'unsubscribe'));
    await work();
    expect(headsOf('ann')).toHaveLength(1);
    expect(headsOf('ben')).toHaveLength(1);
    expect(headsOf('cem')).toHaveLength(2);
  });

  test('looked for twice, or after a clock that was set back, nobody gets a second one', async () => {
    const waveId = await send('Ann', 'Ben');
    await remind(waveId, 1);
    await work();
    open.clock.advance(6 * DAY);
    await Promise.all([remindSilent(open.house), remindSilent(open.house)]);
    open.clock.advance(-2 * DAY);
    await remindSilent(open.house);
    open.clock.advance(3 * DAY);
    await work();
    expect(sink.taken).toHaveLength(4);
  });

  test('switched on later they reach those who were written to before; switched off they end, also those queued already', async () => {
    const waveId = await send('Ann');
    await work();
    open.clock.advance(9 * DAY);
    await remind(waveId, 1);
    await later(MINUTE);
    expect(sink.taken).toHaveLength(2);
    await remind(waveId, 2);
    open.clock.advance(6 * DAY);
    await remindSilent(open.house);
    await remind(waveId, 1);
    await later(30 * DAY);
    expect(sink.taken).toHaveLength(2);
  });
});
