import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { saveAway } from '#app/followup/away/save-away.server.ts';
import { mailQueues } from '#app/followup/queue-mail/mail-queues.server.ts';
import { switchQueueMail } from '#app/followup/queue-mail/switch-queue-mail.server.ts';
import { HOUR } from '#app/platform/clock.ts';
import { anotherDesk, type Desk, openProgramme } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { act, colleague, openOne } from '#tests/support/following.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

/** Monday to Thursday, 08:00 to 17:00 UTC, are the hours that a workspace starts with. */
const MONDAY = '2026-11-02T08:00:00Z';

describe.each(ENGINES)('the mail of a queue on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let programmeId: string;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    open.clock.set('2026-11-01T09:00:00Z');
    desk = await anotherDesk(open.house, 'Mail');
    programmeId = await openProgramme(desk);
    open.clock.set(MONDAY);
  });

  const mails = () =>
    open.house.db
      .selectFrom('notice')
      .selectAll()
      .where('workspace_id', '=', desk.workspace.id)
      .where('kind', '=', 'queue')
      .orderBy('created_at')
      .execute();

  test('comes once a working day when the hours begin, whoever looks how often', async () => {
    await openOne(desk, programmeId, { what: 'Call the buyer back' });
    open.clock.set('2026-11-02T07:59:59Z');
    await mailQueues(open.house);
    expect(await mails()).toEqual([]);
    open.clock.set(MONDAY);
    await Promise.all([1, 2, 3].map(() => mailQueues(open.house)));
    open.clock.advance(HOUR);
    await mailQueues(open.house);
    expect(await mails()).toMatchObject([{ state: 'queued', subject: 'Follow-ups that wait for you' }]);
    open.clock.set('2026-11-03T08:00:00Z');
    await mailQueues(open.house);
    expect(await mails()).toMatchObject([{}, { subject: 'Follow-ups of yours are overdue' }]);
    // A Friday, on which nobody of this workspace works.
    open.clock.set('2026-11-06T09:00:00Z');
    await mailQueues(open.house);
    expect(await mails()).toHaveLength(2);
  });

  test('comes to nobody whose queue is empty when the hours begin, and not later that day', async () => {
    const bo = await colleague(desk, 'Bo');
    const id = await openOne(desk, programmeId, { ownerId: bo });
    await act(desk, id, { kind: 'done', outcome: 'Called them' });
    await openOne(desk, programmeId);
    await mailQueues(open.house);
    expect((await mails()).map(({ to_name }) => to_name)).toEqual(['Ada']);
    await openOne(desk, programmeId, { ownerId: bo });
    open.clock.advance(HOUR);
    await mailQueues(open.house);
    expect(await mails()).toHaveLength(1);
  });

  test('comes to nobody who switched it off or is out of office', async () => {
    const bo = await colleague(desk, 'Bo');
    await openOne(desk, programmeId);
    await openOne(desk, programmeId, { ownerId: bo });
    await switchQueueMail(open.house, desk.workspace, { memberId: desk.memberId, isOff: true });
    const away = { memberId: bo, deputyId: desk.memberId, fromDay: '2026-11-02', toDay: '2026-11-02' };
    await saveAway(open.house, desk.workspace, away);
    await mailQueues(open.house);
    expect(await mails()).toEqual([]);
    await switchQueueMail(open.house, desk.workspace, { memberId: desk.memberId, isOff: false });
    await mailQueues(open.house);
    expect((await mails()).map(({ to_name }) => to_name)).toEqual(['Ada']);
  });
});
