import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLetter } from '#app/delivery/read-letter.server.ts';
import { MOST_TESTS } from '#app/delivery/test-letter/send-test-letter.server.ts';
import { HOUR } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import { type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { openSmtpSink, type SmtpSink } from '#tests/support/smtp-sink.ts';

describe('how a programme’s mail looks, and a test of it', () => {
  let open: TestHouse;
  let doors: OpenDoors;
  let sink: SmtpSink;
  let desk: Desk;
  let admin: Visitor;
  let path: string;
  let sendPath: string;
  beforeAll(async () => {
    sink = await openSmtpSink();
    open = await openTestHouse({ vars: { SMTP_URL: sink.url, MAIL_FROM: 'ask@northwind.example' } });
    doors = await openDoors(open.house);
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    const { waveId, programmeId } = await draftWave(desk, ['buyer', 'end_user']);
    await seat(desk, { name: 'Henrik Aalto', account: 'Aalto & Co', personaIds: ['buyer'] });
    path = `/programmes/${toSlug('programme', programmeId)}/mail`;
    sendPath = `/sends/${toSlug('wave', waveId)}/mail`;
    admin = await new Visitor(doors.origin).signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(async () => {
    await doors.close();
    await open.close();
    await sink.close();
  });

  const SET = {
    senderName: 'Ifeoma Okonkwo',
    replyTo: 'no-reply@northwind.example',
    displayName: 'Acme Cloud',
    colour: '#ffd400',
  };
  async function save(fields: Record<string, string>, logo?: Blob, name = 'logo.png'): Promise<Response> {
    const body = new FormData();
    for (const [field, value] of Object.entries({ ...SET, ...fields })) body.set(field, value);
    body.set('logo', logo ?? new Blob([]), logo ? name : '');
    return admin.send(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } });
  }
  const text = async (at: string) => (await admin.get(at)).text();
  const picture = async () =>
    new Blob([
      new Uint8Array(
        await sharp({ create: { width: 300, height: 90, channels: 3, background: '#123456' } })
          .png()
          .toBuffer(),
      ),
    ]);

  test('is kept, shown, and served by an address that is the same for everybody and never changes', async () => {
    expect((await save({}, await picture())).status).toBe(303);
    const page = await text(path);
    expect(page).toContain('value="Acme Cloud"');
    expect(page).toContain('It sounds like an address that nobody reads.');
    const [address] = /\/brand\/[\w-]{43}\.png/.exec(page)!;
    const served = await fetch(`${doors.origin}${address}`);
    expect(served.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect([served.headers.get('content-type'), served.headers.get('set-cookie')]).toEqual([
      'image/png',
      null,
    ]);
    expect((await sharp(await served.arrayBuffer()).metadata()).format).toBe('png');
    // Saved again without a file: the logo stays.
    expect((await save({})).status).toBe(303);
    expect(await text(path)).toContain(address);
  });

  test.each<[string, Record<string, string>, string]>([
    ['a sender on two lines', { senderName: 'Ifeoma\r\nBcc: x@y.example' }, 'Write it on one line'],
    ['no sender', { senderName: ' ' }, 'Say who the mail is from'],
    ['a colour that is none', { colour: 'red;}' }, 'Write it as six digits'],
    ['two addresses', { replyTo: 'a@b.example, c@d.example' }, 'Write one plain address'],
  ])('%s is told beside its field, and what was typed stays', async (_, fields, sentence) => {
    const answer = await save({ displayName: 'Typed a moment ago', ...fields });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(sentence);
    expect(page).toContain('value="Typed a moment ago"');
    expect(await text(path)).toContain('value="Acme Cloud"');
  });

  test('a drawing is refused as a logo, whatever it is called; so is more than the page takes in', async () => {
    const svg = await save(
      {},
      new Blob(['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>']),
      'logo.png',
    );
    expect([svg.status, await svg.text()]).toEqual([
      422,
      expect.stringContaining('An SVG can hold programs'),
    ]);
    const large = await save({}, new Blob([new Uint8Array(1024 * 1024 + 9).fill(0x41)]));
    expect([large.status, await large.text()]).toEqual([422, expect.stringContaining('larger than 1 MB')]);
    expect((await save({}, new Blob([new Uint8Array(2 * 1024 * 1024)]))).status).toBe(413);
  });

  test('the page of a send shows the mail as one of those asked will see it', async () => {
    const page = await text(`${sendPath}?look=text`);
    expect(page).toContain('As Henrik Aalto at Aalto &amp; Co will see it.');
    expect(page).toContain('One question from Acme Cloud');
    expect(page).not.toContain('[Test]');
    expect((await admin.get(`${sendPath}?persona=advocate`)).status).toBe(404);
  });

  test('a test goes to whoever asks for it, marked, and is no invitation', async () => {
    for (const persona of ['buyer', 'end_user'])
      expect(await (await admin.post(sendPath, { persona })).text()).toContain(`Sent to ${ADMIN.email}`);
    expect(sink.taken.map(({ to }) => to)).toEqual([[ADMIN.email], [ADMIN.email]]);
    const [first] = sink.taken;
    expect(first!.bytes).toMatch(/^Subject: \[Test\] One question from Acme Cloud\r$/m);
    expect(first!.bytes).toMatch(/^Reply-To: no-reply@northwind\.example\r$/m);
    const letter = readLetter(Buffer.from(first!.bytes));
    expect(letter.text.replace(/\s+/g, ' ')).toContain(
      'A test, written as for Henrik Aalto, Buyer at Aalto & Co.',
    );
    expect(letter.html).toContain('A test, written as for Henrik Aalto');
    const rows = await open.house.db
      .selectFrom('outbound_message')
      .select('id')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    const asked = await open.house.db
      .selectFrom('invitation')
      .select('id')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    expect([...rows, ...asked]).toEqual([]);
    // Its links lead to what was published, and to a page that changes nothing.
    const links = [...letter.html.matchAll(/href="([^"]+)"/g)].map(([, url]) =>
      url!.replaceAll('&amp;', '&'),
    );
    const [seven] = links.filter((url) => url.endsWith('&v=7'));
    const preview = await text(seven!.slice(doors.origin.length));
    expect(preview).toMatch(/value="7" checked/);
    expect(links.every((url) => /\/surveys\/[^/]+\/preview\?version=1|\/u\/test$/.test(url))).toBe(true);
    expect((await fetch(`${doors.origin}/u/test`, { method: 'POST' })).status).toBe(200);
    expect(
      await open.house.db
        .selectFrom('suppression')
        .select('domain')
        .where('workspace_id', '=', desk.workspace.id)
        .execute(),
    ).toEqual([]);
  });

  test('not more than so many an hour, each in the audit trail', async () => {
    for (let sent = 2; sent < MOST_TESTS; sent += 1) await admin.post(sendPath, { persona: 'buyer' });
    const tooMany = await admin.post(sendPath, { persona: 'buyer' });
    expect([tooMany.status, sink.taken.length]).toEqual([429, MOST_TESTS]);
    open.clock.advance(HOUR + 1);
    expect((await admin.post(sendPath, { persona: 'buyer' })).status).toBe(200);
  });
});
