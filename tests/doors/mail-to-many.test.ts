import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toSlug } from '#app/platform/ids.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import { draftFor, importPeople } from '#tests/bench/prepare.ts';
import { type OpenApi, openApi } from '#tests/support/api.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { type DnsServer, openDnsServer } from '#tests/support/dns-server.ts';
import { Visitor } from '#tests/support/doors.ts';
import { ADMIN } from '#tests/support/house.ts';
import { addMember } from '#tests/support/members.ts';

const D = 'northwind.example';

describe.each(ENGINES)('a send to more than 500, on %s', (engine) => {
  let dns: DnsServer;
  let api: OpenApi;
  beforeAll(async () => {
    dns = await openDnsServer({
      [D]: { TXT: ['v=spf1 mx -all'], MX: [`10 mx.${D}`] },
      [`mx.${D}`]: { A: ['127.0.0.1'] },
      [`_dmarc.${D}`]: { TXT: [`v=DMARC1; p=reject; rua=mailto:d@${D}`] },
    });
    const mail = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: `ask@${D}` };
    api = await openApi(engine, { ...mail, DNS_SERVERS: dns.address });
    await importPeople(api.desk, 502);
  });
  afterAll(async () => {
    await api.close();
    await dns.close();
  });

  const invited = async (waveId: string) =>
    (
      await api.desk.house.db
        .selectFrom('invitation')
        .select('id')
        .where('workspace_id', '=', api.desk.workspace.id)
        .where('wave_id', '=', waveId)
        .execute()
    ).length;

  test('waits until the records are in order or an admin answers for it, on the page and over the API', async () => {
    const { house, workspace } = api.desk;
    const caller = await api.caller();
    const waveId = await draftFor(api.desk, 1);
    const wave = toSlug('wave', waveId);
    const sorted = await sortPiles(house, workspace, { waveId });
    if (sorted.kind !== 'sorted') throw new Error(sorted.kind);
    const roles = sorted.piles.ready.map(({ roleId }) => toSlug('role', roleId));
    const send = (role_assignments: readonly string[]) =>
      caller.post<Problem>(`/waves/${wave}/send`, { role_assignments });

    // 500 need nobody's word, and DNS is not even asked.
    expect((await send(roles.slice(0, 500))).body).toMatchObject({ invited: 500 });
    expect(dns.asked()).toBe(0);

    const refused = await send(roles.slice(500, 501));
    expect([refused.status, refused.body.code]).toEqual([409, 'MAIL_NOT_READY']);
    expect(refused.body).toMatchObject({ recipients: 501, answer_at: `/sends/${wave}/many` });
    expect(refused.body.detail).toContain(`DKIM of ${D} is not in order`);

    const admin = await new Visitor(api.doors.origin).signIn(ADMIN.email, ADMIN.password);
    const lead = await addMember(house, workspace, 'cx');
    const cx = await new Visitor(api.doors.origin).signIn(lead.email, lead.password);
    const pressed = { chosen: '1', people: '2', account: '', persona: 'end_user', intent: 'send' };
    const page = await cx.post(`/sends/${wave}`, pressed);
    expect(page.status).toBe(409);
    const words = await page.text();
    expect(words).toContain('This would make 502 recipients');
    expect(words).toContain(`href="/sends/${wave}/many"`);
    expect(await invited(waveId)).toBe(500);

    const reason = 'The provider signs with a key of its own.';
    expect((await cx.post(`/sends/${wave}/many`, { reason })).status).toBe(403);
    expect(await (await cx.get(`/sends/${wave}/many`)).text()).toContain('ask an admin');
    expect((await admin.post(`/sends/${wave}/many`, { reason: 'go' })).status).toBe(422);
    expect((await send(roles.slice(500))).status).toBe(409);
    expect((await admin.post(`/sends/${wave}/many`, { reason })).status).toBe(303);
    expect((await admin.post(`/sends/${wave}/many`, { reason: 'Said once is enough.' })).status).toBe(303);
    expect((await send(roles.slice(500, 501))).body).toMatchObject({ invited: 1 });
    expect((await cx.post(`/sends/${wave}`, { ...pressed, people: '1' })).status).toBe(303);
    expect(await invited(waveId)).toBe(502);

    const audit = await house.db
      .selectFrom('audit_entry')
      .select(['actor', 'subject', 'detail'])
      .where('workspace_id', '=', workspace.id)
      .where('act', '=', 'vouch_for_mail')
      .execute();
    expect(audit).toMatchObject([{ actor: api.desk.memberId, subject: waveId }]);
    const detail = JSON.parse(audit[0]!.detail);
    expect(detail).toMatchObject({ reason, findings: expect.stringContaining('DKIM') });
    const refusals = await house.db
      .selectFrom('refusal')
      .select('code')
      .where('workspace_id', '=', workspace.id)
      .execute();
    expect(refusals.map(({ code }) => code)).toEqual(Array(3).fill('MAIL_NOT_READY'));
  });

  test('a word holds for its own wave; the built-in mailbox and records in order need none', async () => {
    const { house, workspace } = api.desk;
    const caller = await api.caller();
    // Long after the first wave, so that everybody may be asked again.
    api.open.clock.advance(100 * 86_400_000);
    const waveId = await draftFor(api.desk, 1);
    const wave = toSlug('wave', waveId);
    const sorted = await sortPiles(house, workspace, { waveId });
    if (sorted.kind !== 'sorted') throw new Error(sorted.kind);
    const role_assignments = sorted.piles.ready.map(({ roleId }) => toSlug('role', roleId));
    const send = () => caller.post<Problem>(`/waves/${wave}/send`, { role_assignments });
    expect((await send()).status).toBe(409);
    expect(await invited(waveId)).toBe(0);

    const admin = await new Visitor(api.doors.origin).signIn(ADMIN.email, ADMIN.password);
    expect(await (await admin.get('/settings/mail')).text()).toContain('Nobody said with which selector');
    house.env.records.dkim.selector = 's1';
    dns.zone[`s1._domainkey.${D}`] = { TXT: [`v=DKIM1; k=rsa; p=${PUBLISHED}`] };
    expect(await (await admin.get('/settings/mail')).text()).toContain('is not in order yet');
    expect((await admin.post('/settings/mail', {})).status).toBe(303);
    expect(await (await admin.get('/settings/mail')).text()).toContain(`Mail from ${D} is in order`);
    expect(await (await admin.get(`/sends/${wave}/many`)).text()).toContain('Nothing stands in the way');

    delete dns.zone[`s1._domainkey.${D}`];
    await admin.post('/settings/mail', {});
    expect((await send()).status).toBe(409);
    house.env.smtpUrl = 'mailbox:';
    expect(await (await admin.get('/settings/mail')).text()).toContain('Nothing leaves the house yet');
    expect((await send()).body).toMatchObject({ invited: 502 });
  });
});

/** A key of 2048 bits that nobody signs with. */
const PUBLISHED =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAiKPVvEk9QMJQIGSRUN/ERUSdMEVSKYGLJwtOQQM7RRtIBfc8q6bmKDyPIR2uF7JHqfPRFIbJpnA3SZBwtAy+MnhJukKCishrT9CE40bEj0W7MFAPKkZWj/tUc9Zrir2pMzL5A4+mIpDeHJtYcQKSeluR30AZ0vZ2FIrHPsvkTjyluI6CUrWDZtdKdK2jFrJoXFnqVBKLkBRNepu32rmmFxoi0gqE6x5DA04ZLQoheRmvji2dbSW7P+TIuw9UJxea+Miw6DfZOloT/Szs4rCIjdJV6DFSDyFCfiy7ww2UD4HdpKNIQmeHzE8uLmFUM2Am13PkXglUB+ERF2Cvt2YoLwIDAQAB';
