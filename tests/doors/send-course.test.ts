import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { findAskingRules } from '#app/programme/asking/asking-rules.store.server.ts';
import { findCourse } from '#app/programme/asking/course.store.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { type OpenApi, openApi } from '#tests/support/api.ts';
import { draftWave, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { Visitor } from '#tests/support/doors.ts';
import { ADMIN } from '#tests/support/house.ts';

describe.each(ENGINES)('when a send goes, on %s', (engine) => {
  let api: OpenApi;
  let admin: Visitor;
  let waveId: string;
  let page: string;

  beforeAll(async () => {
    api = await openApi(engine);
    admin = await new Visitor(api.doors.origin).signIn(ADMIN.email, ADMIN.password);
    const { desk } = api;
    ({ waveId } = await draftWave(desk, ['buyer']));
    const roleIds = await seat(desk, { name: 'Henrik Aalto', personaIds: ['buyer'] });
    const ask = { waveId, roleIds, actor: desk.memberId };
    await sendWave(desk.house, desk.workspace, ask, queueMessages(desk.house));
    page = `/sends/${toSlug('wave', waveId)}`;
  });
  afterAll(() => api.close());

  const course = () => findCourse(api.desk.house.db, api.desk.workspace, waveId);
  const words = async () => (await admin.get(page)).text();

  test('a member says when it begins and how it reminds; what cannot be is said and changes nothing', async () => {
    const plan = { intent: 'course', begins: 'later', in_hours: '1', reminders: '2', remind_after: '4' };
    const past = await admin.post(page, { ...plan, begins_at: '2020-01-01T09:00' });
    expect(past.status).toBe(422);
    expect(await past.text()).toContain('That time has passed');
    expect((await admin.post(page, { ...plan, begins_at: 'soon' })).status).toBe(422);
    expect((await admin.post(page, { ...plan, begins_at: '2036-12-01T09:00', reminders: '3' })).status).toBe(
      422,
    );
    expect(await course()).toMatchObject({ sendAt: null, reminders: 0 });
    expect((await admin.post(page, { ...plan, begins_at: '2036-12-01T09:00' })).status).toBe(303);
    const set = { sendAt: Date.parse('2036-12-01T09:00Z'), inHours: true, reminders: 2, remindAfterDays: 4 };
    expect(await course()).toMatchObject(set);
    expect(await words()).toContain('value="2036-12-01T09:00"');
  });

  test('what was refused comes back as it was typed, with the sentence at its field', async () => {
    const typed = { intent: 'course', begins: 'later', begins_at: '2020-01-01T09:00', reminders: '1' };
    const refused = await (await admin.post(page, { ...typed, remind_after: '1' })).text();
    const section = /<section[^>]*id="course".*?<\/section>/s.exec(refused)![0];
    expect(section).toMatch(/<details[^>]*open/);
    expect(section).toMatch(/name="begins_at"[^>]*value="2020-01-01T09:00"/);
    expect(section).toMatch(/<option value="1" selected=""/);
    expect(section).not.toMatch(/name="in_hours"[^>]*checked|checked[^>]*name="in_hours"/);
    const field = /<input[^>]*name="remind_after"[^>]*>/.exec(section)![0];
    expect(field).toContain('value="1"');
    expect(field).toContain('aria-invalid="true"');
    const [, fault] = /aria-describedby="(\S+-error)"/.exec(field)!;
    expect(section).toContain(`id="${fault}">Wait at least 2 days.`);
    const past = await (await admin.post(page, { ...typed, remind_after: '4' })).text();
    expect(/<input[^>]*name="begins_at"[^>]*>/.exec(past)![0]).toContain('aria-invalid="true"');
    expect(await course()).toMatchObject({ reminders: 2, remindAfterDays: 4 });
  });

  test('it is held up and goes on by a press, and its page says by whom', async () => {
    expect((await admin.post(page, { intent: 'pause' })).status).toBe(303);
    expect(await words()).toContain(`Held up by ${ADMIN.name}`);
    expect((await admin.post(page, { intent: 'resume' })).status).toBe(303);
    expect(await words()).not.toContain('Held up by');
    // It is still for later, and that can still be changed.
    expect(await words()).toContain('value="2036-12-01T09:00"');
  });

  test('what has not left is taken back by a press, and the page then says so of each', async () => {
    expect(await words()).toContain('Take back the 1 unsent');
    expect((await admin.post(page, { intent: 'recall' })).status).toBe(303);
    const after = await words();
    expect(after).toContain('Taken back before it was sent.');
    expect(after).not.toContain('Take back the');
  });

  test('the workspace’s rules are kept whole or not at all, with what was typed', async () => {
    const good = {
      ...{ restDays: '45', roleRestDays: '90', accountWeek: '', hoursFrom: '09:00', hoursTo: '24:00' },
      ...{ weekdays: '2', quietDays: '2026-12-25\n2027-01-01', timeZone: 'Europe/Oslo' },
      debtPercent: '10',
    };
    const none = await admin.post('/settings/asking', { ...good, debtPercent: '' });
    expect([none.status, (await none.text()).includes('Write a whole number.')]).toEqual([422, true]);
    const more = await admin.post('/settings/asking', { ...good, debtPercent: '26' });
    expect([more.status, (await more.text()).includes('At most 25 in a hundred')]).toEqual([422, true]);
    const bad = await admin.post('/settings/asking', { ...good, restDays: '7', quietDays: 'Christmas' });
    expect(bad.status).toBe(422);
    const said = await bad.text();
    const days = [...said.matchAll(/<input[^>]*name="weekdays"[^>]*>/g)].map(([box]) => box);
    expect(
      days.filter((box) => box.includes('checked=""')).map((box) => /value="(\d)"/.exec(box)![1]),
    ).toEqual(['2']);
    expect(said).toContain('Nobody is asked more often than every 30 days');
    expect(said).toContain('Christmas</textarea>');
    const { db } = api.desk.house;
    expect(await findAskingRules(db, api.desk.workspace)).toMatchObject({ restDays: 30 });
    expect((await admin.post('/settings/asking', good)).status).toBe(303);
    expect(await findAskingRules(db, api.desk.workspace)).toEqual({
      ...{ restDays: 45, roleRestDays: 90, accountWeek: null, hoursFrom: 540, hoursTo: 1440 },
      ...{ weekdays: [2], quietDays: ['2026-12-25', '2027-01-01'], timeZone: 'Europe/Oslo' },
      debtPercent: 10,
    });
  });
});
