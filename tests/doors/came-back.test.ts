import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertEvents } from '#app/delivery/event/event.store.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { insertProgrammeSuppression, insertSuppression } from '#app/delivery/suppression.store.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { currentHash } from '#app/programme/address-hash.server.ts';
import { pauseWave } from '#app/programme/asking/pause-wave.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { type OpenApi, openApi } from '#tests/support/api.ts';
import { draftWave, seat } from '#tests/support/asking.ts';
import { doubt, mailTo, tell } from '#tests/support/came-back.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { Visitor } from '#tests/support/doors.ts';
import { ADMIN } from '#tests/support/house.ts';
import { addMember } from '#tests/support/members.ts';

const PASSWORD_OF_POSTMARK = 'a-password-that-nobody-may-see';

describe.each(ENGINES)('what comes back, on the pages, on %s', (engine) => {
  let api: OpenApi;
  let admin: Visitor;
  let waveId: string;
  let page: string;

  beforeAll(async () => {
    api = await openApi(engine, {
      BOUNCE_DOMAIN: 'bounce.northwind.example',
      POSTMARK_WEBHOOK_AUTH: `postmark:${PASSWORD_OF_POSTMARK}`,
    });
    const { desk } = api;
    admin = await new Visitor(api.doors.origin).signIn(ADMIN.email, ADMIN.password);
    ({ waveId } = await draftWave(desk, ['buyer']));
    const roleIds = [];
    for (const name of ['Gone', 'Angry', 'Ann', 'Ben'])
      roleIds.push(...(await seat(desk, { name, account: `${name} & Co`, personaIds: ['buyer'] })));
    const ask = { waveId, roleIds, actor: desk.memberId };
    await sendWave(desk.house, desk.workspace, ask, queueMessages(desk.house));
    while (await sendDueMessages(desk.house));
    await tell(desk, [
      { name: 'Gone', kind: 'hard_bounce', status: '5.1.1', detail: '550 5.1.1 no such user <here>' },
      { name: 'Angry', kind: 'complaint' },
    ]);
    for (const name of ['Ann', 'Ben']) await doubt(desk, await mailTo(desk, name));
    await desk.house.db
      .updateTable('programme')
      .set({ in_doubt: 'hold' })
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    page = `/sends/${toSlug('wave', waveId)}`;
  });
  afterAll(() => api.close());

  const words = async (path: string, who = admin) =>
    (await (await who.get(path)).text()).replaceAll('<!-- -->', '');
  const stateOf = async (name: string) => {
    const { state } = await api.desk.house.db
      .selectFrom('outbound_message')
      .select('state')
      .where('workspace_id', '=', api.desk.workspace.id)
      .where('id', '=', await mailTo(api.desk, name))
      .executeTakeFirstOrThrow();
    return state;
  };

  test('the API counts by persona what the page counts, and each sum comes out', async () => {
    const caller = await api.caller();
    const { body } = await caller.get<{ mail: unknown[] }>(`/waves/${toSlug('wave', waveId)}`);
    expect(body.mail).toEqual([
      {
        ...{ persona: 'buyer', asked: 4, waiting: 0, sent: 2, not_sent: 0, in_doubt: 2 },
        outcomes: { arrived: 0, no_word: 0, came_back_for_now: 0, came_back_for_good: 1, marked_as_spam: 1 },
      },
    ]);
  });

  test('the send’s page names who came back with the mail server’s words, and the person’s page the address', async () => {
    const said = await words(page);
    expect(said).toContain('550 5.1.1 no such user &lt;here&gt;');
    const [, person] = /href="(\/people\/per_[^"]+)"[^>]*><bdi>Gone</.exec(said)!;
    expect(await words(person!)).toContain('gone@people.example</span> came back for good on');
    const { accountId } = await api.desk.house.db
      .selectFrom('account')
      .select('id as accountId')
      .where('workspace_id', '=', api.desk.workspace.id)
      .where('name', '=', 'Gone & Co')
      .executeTakeFirstOrThrow();
    const account = await words(`/accounts/${toSlug('account', accountId)}`);
    expect(account).toContain('Gone: mail to them came back for good');
  });

  test('the page of somebody who asked for no more mail says so beside their address', async () => {
    const { house, workspace } = api.desk;
    const roleIds = await seat(api.desk, { name: 'Oda', account: 'Oda & Co', personaIds: ['buyer'] });
    expect(roleIds).toHaveLength(1);
    const { id } = await house.db
      .selectFrom('person')
      .select('id')
      .where('workspace_id', '=', workspace.id)
      .where('name', '=', 'Oda')
      .executeTakeFirstOrThrow();
    const at = `/people/${toSlug('person', id)}`;
    expect(await words(at)).toContain('>is written to<');
    const hashed = currentHash(house.env, 'oda@people.example');
    const entry = { workspaceId: workspace.id, domain: 'people.example', at: 1, ...hashed };
    const { programmeId, programmeName } = await house.db
      .selectFrom('programme')
      .select(['id as programmeId', 'name as programmeName'])
      .where('workspace_id', '=', workspace.id)
      .executeTakeFirstOrThrow();
    await insertProgrammeSuppression(house.db, { ...entry, programmeId });
    expect(await words(at)).toContain(`They asked for no more mail of ${programmeName}.`);
    expect(await words(at)).toContain('>is written to<');
    await insertSuppression(house.db, { ...entry, reason: 'asked' });
    const said = await words(at);
    expect(said).toContain('They asked for no more mail, so nothing is sent to it.');
    expect(said).toContain('>is not written to<');
  });

  test('a send that the limits stopped says by how much, and what to do', async () => {
    const { house, workspace } = api.desk;
    await pauseWave(house, workspace, { waveId, why: 'bounces', by: null });
    await house.db
      .updateTable('wave_return')
      .set({
        stopped_why: '5 of 90 mails came back for good or were turned away, more than 2 %.',
        stopped_at: house.clock.now(),
      })
      .where('workspace_id', '=', workspace.id)
      .execute();
    const said = await words(page);
    expect(said).toContain('5 of 90 mails came back for good or were turned away, more than 2 %.');
    expect(said).toContain('Look at the addresses');
    expect(said).toContain('Let it go on');
    expect((await admin.post(page, { intent: 'resume' })).status).toBe(303);
    expect(await words(page)).not.toContain('Look at the addresses');
  });

  test('only who works at the desk may settle a doubt, one by one or all', async () => {
    const { house, workspace } = api.desk;
    const signIn = async (permission: 'executive' | 'cx') => {
      const { email, password } = await addMember(house, workspace, permission);
      return new Visitor(api.doors.origin).signIn(email, password);
    };
    const message = toSlug('message', await mailTo(api.desk, 'Ann'));
    for (const intent of ['doubt_again', 'doubt_arrived'])
      expect((await (await signIn('executive')).post(page, { intent, message })).status).toBe(403);
    expect(await stateOf('Ann')).toBe('in_doubt');
    const cx = await signIn('cx');
    expect(await words(page, cx)).toContain('Send all 2 once more');
    expect((await cx.post(page, { intent: 'doubt_again', message })).status).toBe(303);
    expect([await stateOf('Ann'), await stateOf('Ben')]).toEqual(['queued', 'in_doubt']);
    expect((await cx.post(page, { intent: 'doubt_arrived', message: 'msg_no' })).status).toBe(404);
    expect((await cx.post(page, { intent: 'doubt_arrived' })).status).toBe(303);
    expect(await stateOf('Ben')).toBe('accepted');
    expect(await words(page)).not.toContain('In doubt: 1 mail');
  });

  test('settings say which ways are set up, where to post to, what matched no mail, and no secret', async () => {
    const { house } = api.desk;
    const now = house.clock.now();
    const stray = {
      provider: 'postmark',
      eventId: 'stray',
      kind: 'delivered',
      status: null,
      detail: '',
    } as const;
    await insertEvents(house.db, [{ ...stray, occurredAt: now, about: { providerId: 'not ours' } }], now);
    expect(await words('/settings/mail')).not.toContain('about no mail');
    await house.db
      .updateTable('mail_event')
      .set({ state: 'unmatched' })
      .where('event_id', '=', 'stray')
      .execute();
    const said = await words('/settings/mail');
    expect(said).toContain('/hooks/mail/sendgrid');
    expect(said).toContain('NAME:PASSWORD@');
    expect(said).toContain('/hooks/mail/postmark');
    expect(said).not.toContain(PASSWORD_OF_POSTMARK);
    expect(said).toContain('In the last 30 days 1 event was about no mail');
    expect(said).toMatch(/Newest came in <time/);
    expect(said).toContain('Set SENDGRID_WEBHOOK_KEY and start again');
  });
});
