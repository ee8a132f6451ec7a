import { generateKeyPairSync } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLink } from '#app/answering/open-link.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { readLetter } from '#app/delivery/read-letter.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { MINUTE } from '#app/platform/clock.ts';
import { readBrand } from '#app/programme/brand/read-brand.server.ts';
import { readLogo } from '#app/programme/brand/read-logo.server.ts';
import { saveBrand } from '#app/programme/brand/save-brand.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { anotherDesk, type Desk, draftWave, openProgramme, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { openSmtpSink, type SmtpSink } from '#tests/support/smtp-sink.ts';
import { verifyDkim } from '#tests/support/verify-dkim.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const AS_GIVEN = { senderName: 'Ifeoma Okonkwo', displayName: null, colour: null, replyTo: null };
const picture = () =>
  sharp({ create: { width: 300, height: 90, channels: 3, background: '#1a4f7f' } })
    .png()
    .toBuffer();

describe.each(ENGINES)('whose a mail is, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let sink: SmtpSink;
  let putOff = 0;
  const offered: string[] = [];
  beforeAll(async () => {
    sink = await openSmtpSink(({ bytes }) => {
      offered.push(bytes);
      putOff -= 1;
      return putOff >= 0 ? { code: 451, words: 'come back' } : undefined;
    });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    open = await openTestHouse({
      engine,
      vars: {
        ...{
          SMTP_URL: sink.url,
          MAIL_FROM: 'ask@northwind.example',
          PUBLIC_URL: 'https://ask.northwind.example',
        },
        ...{ DKIM_DOMAIN: 'northwind.example', DKIM_SELECTOR: 'rolecall1' },
        DKIM_PRIVATE_KEY: pem.replaceAll('\n', '\\n'),
      },
    });
  });
  afterAll(async () => {
    await open.close();
    await sink.close();
  });

  /** Sends to one buyer and returns the mail as the server took it; `look` is what the programme looks like by then. */
  async function mailOf(look?: Partial<Parameters<typeof saveBrand>[2]>): Promise<string> {
    desk = await anotherDesk(open.house, 'Northwind Metrics');
    const { waveId, programmeId } = await draftWave(desk, ['buyer']);
    const brand = { ...AS_GIVEN, programmeId, actor: desk.memberId, logo: 'keep' as const, ...look };
    if (look) expect(await saveBrand(open.house, desk.workspace, brand)).toEqual({ kind: 'saved' });
    const roleIds = await seat(desk, { name: 'Henrik Aalto', personaIds: ['buyer'] });
    await sendWave(
      open.house,
      desk.workspace,
      { waveId, roleIds, actor: desk.memberId },
      queueMessages(open.house),
    );
    while (await sendDueMessages(open.house));
    return sink.taken.at(-1)!.bytes;
  }
  const headersOf = (mail: string) => {
    const lines = mail.slice(0, mail.indexOf('\r\n\r\n')).split(/\r\n(?![ \t])/);
    return new Map(
      lines.map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 2),
      ]),
    );
  };

  test('says who writes, where answers go, what it belongs to and how to leave, all of it signed', async () => {
    const mail = await mailOf();
    const headers = headersOf(mail);
    const ids = await open.house.db
      .selectFrom('wave')
      .select(['id', 'programme_id'])
      .where('workspace_id', '=', desk.workspace.id)
      .executeTakeFirstOrThrow();
    expect(headers.get('from')).toBe('Ifeoma Okonkwo <ask@northwind.example>');
    // Nobody was named: the owner of the programme reads what comes back.
    expect(headers.get('reply-to')).toMatch(/^[0-9a-f-]+@desk\.example$/);
    expect(headers.get('list-id')).toBe(`<${ids.programme_id}.${desk.workspace.id}.northwind.example>`);
    expect(headers.get('list-unsubscribe')).toMatch(/^<https:\/\/ask\.northwind\.example\/u\/[\w-]{24}>$/);
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(headers.get('feedback-id')).toMatch(/^[0-9a-f]{12}:[0-9a-f]{12}:[0-9a-f]{12}:rolecall$/);
    expect([headers.get('auto-submitted'), headers.get('x-auto-response-suppress')]).toEqual([
      'auto-generated',
      'All',
    ]);
    const dkim = verifyDkim(mail, publicKey);
    expect(dkim).toMatchObject({ bodyIsWhole: true, isSigned: true });
    expect([dkim.tags.get('d'), dkim.tags.get('s')]).toEqual(['northwind.example', 'rolecall1']);
    // Every header of the mail but the signature and what a relay writes.
    const unsigned = [...headers.keys()].filter((name) => !dkim.covers.includes(name));
    expect(unsigned).toEqual(['dkim-signature']);
    expect(
      verifyDkim(mail.replace('List-Unsubscribe=One-Click', 'List-Unsubscribe=Two'), publicKey).isSigned,
    ).toBe(false);
    expect(verifyDkim(mail.replace('/u/', '/v/'), publicKey).isSigned).toBe(false);
    expect(verifyDkim(mail.replace('Answer here', 'Answer there'), publicKey).bodyIsWhole).toBe(false);
  });

  test('the next attempt carries the same bytes, signature and all', async () => {
    putOff = 1;
    offered.length = 0;
    await mailOf({ displayName: 'Acme Cloud' });
    open.clock.advance(MINUTE);
    while (await sendDueMessages(open.house));
    expect(offered).toHaveLength(2);
    expect(offered[1]).toBe(offered[0]);
    expect(verifyDkim(offered[1]!, publicKey)).toMatchObject({ bodyIsWhole: true, isSigned: true });
  });

  test('looks as its programme wants: name, colour that can be read, logo by an address that names nobody', async () => {
    const look = {
      displayName: 'Acme Cloud',
      colour: '#ffd400',
      replyTo: 'feedback@acme.example',
      logo: await picture(),
    };
    const mail = await mailOf({ ...look, senderName: 'Zoë Ångström' });
    const headers = headersOf(mail);
    const { text, html } = readLetter(Buffer.from(mail));
    expect(headers.get('from')).toMatch(/^=\?UTF-8\?.*<ask@northwind\.example>$/);
    expect(headers.get('reply-to')).toBe('feedback@acme.example');
    expect(headers.get('subject')).toBe('One question from Acme Cloud');
    expect(text).toMatch(/Acme Cloud \(Northwind Metrics\) writes to you in your role as\s+buyer at/);
    const brand = await readBrand(open.house.db, desk.workspace, (await programmeOf())!);
    const address = `https://ask.northwind.example/brand/${brand!.logo!.hash}.png`;
    expect(html).toContain(`<img src="${address}" width="200" height="60" alt="Acme Cloud"`);
    expect(html).not.toContain(';color:#ffd400;');
    expect(html).toContain('.b{color:#ffd400!important');
    expect(Buffer.byteLength(mail)).toBeLessThan(100_000);
    const bytes = await readLogo(open.house.db, `${brand!.logo!.hash}.png`);
    // Whoever opens the link meets the name that the mail gave.
    const [, token] = /\/r\/([\w-]{24})/.exec(text)!;
    const link = await openLink(open.house.db, token!, open.clock.now());
    expect(link).toMatchObject({ kind: 'open', door: { workspaceName: 'Acme Cloud' } });
    expect(await sharp(bytes!).metadata()).toMatchObject({ format: 'png', width: 300, height: 90 });
  });

  const programmeOf = async () =>
    (
      await open.house.db
        .selectFrom('wave')
        .select('programme_id')
        .where('workspace_id', '=', desk.workspace.id)
        .executeTakeFirst()
    )?.programme_id;

  test('a logo that is taken away stays where letters show it, and nothing else of the programme changes', async () => {
    desk = await anotherDesk(open.house, 'Northwind Metrics');
    const programmeId = await openProgramme(desk);
    const save = (more: object) =>
      saveBrand(open.house, desk.workspace, {
        ...AS_GIVEN,
        programmeId,
        actor: desk.memberId,
        logo: 'keep',
        ...more,
      });
    const read = async () => (await readBrand(open.house.db, desk.workspace, programmeId))!;
    await save({ logo: await picture(), colour: '#1a7f37' });
    const { logo } = await read();
    await save({ colour: '#1a7f37' });
    expect((await read()).logo).toEqual(logo);
    await save({ logo: 'remove', colour: '#1a7f37' });
    expect(await read()).toMatchObject({ logo: null, colour: '#1a7f37' });
    expect(await readLogo(open.house.db, `${logo!.hash}.png`)).not.toBeNull();
    expect(await save({ logo: Buffer.from('<svg/>') })).toMatchObject({ kind: 'refused_logo' });
    const stranger = await anotherDesk(open.house, 'Another');
    expect(await readBrand(open.house.db, stranger.workspace, programmeId)).toBeNull();
    const other = { ...AS_GIVEN, programmeId, actor: stranger.memberId, logo: 'keep' as const };
    expect(await saveBrand(open.house, stranger.workspace, other)).toEqual({ kind: 'unknown' });
  });
});
