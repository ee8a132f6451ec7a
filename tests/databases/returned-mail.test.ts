import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { takeDropped } from '#app/delivery/inbox/drop-folder.server.ts';
import { takeInbox } from '#app/delivery/inbox/imap-inbox.server.ts';
import { takeReturned } from '#app/delivery/inbox/take-returned.server.ts';
import { saveBrand } from '#app/programme/brand/save-brand.server.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { type ImapServer, openImapServer } from '#tests/support/imap-server.ts';
import {
  aboutMailTo,
  type MailDesk,
  mailPeople,
  messageTo,
  noticesOf,
  suppressionsOf,
  takeAll,
  tellAll,
} from '#tests/support/mail-desk.ts';
import { RETURNED } from '#tests/support/returned-mails.ts';
import { openSmtpSink, type SmtpSink } from '#tests/support/smtp-sink.ts';

const [bounce] = RETURNED;

describe.each(ENGINES)('a mail that comes back, on %s', (engine) => {
  let open: TestHouse;
  let sink: SmtpSink;
  let imap: ImapServer;
  let folder: string;
  let desk: MailDesk;
  beforeAll(async () => {
    sink = await openSmtpSink();
    imap = await openImapServer();
    folder = await mkdtemp(join(tmpdir(), 'rolecall-drop-'));
    const vars = {
      ...{ SMTP_URL: sink.url, MAIL_FROM: 'ask@northwind.example', BOUNCE_DOMAIN: 'back.example' },
      ...{ BOUNCE_DROP: folder, BOUNCE_IMAP_URL: imap.url },
    };
    open = await openTestHouse({ engine, vars });
  });
  beforeEach(async () => {
    desk = await mailPeople(open, 'Ann');
  });
  afterAll(async () => {
    await open.close();
    await imap.close();
    await sink.close();
    await rm(folder, { recursive: true });
  });

  const bounceOf = async () => bounce!.write(await aboutMailTo(desk, 'Ann'));
  async function replyOf(...lines: string[]): Promise<string> {
    const { returnPath, messageId } = await aboutMailTo(desk, 'Ann');
    const head = [
      `To: ${returnPath}`,
      'From: Ann <ann@people.example>',
      `In-Reply-To: ${messageId}`,
      ...lines,
    ];
    return [...head, '', 'Ask my colleague instead.'].join('\r\n');
  }
  async function drop(name: string, mail: string): Promise<void> {
    await mkdir(join(folder, 'new'), { recursive: true });
    await writeFile(join(folder, 'new', name), mail);
  }
  const take = (mail: string) => takeReturned(open.house, Buffer.from(mail));
  const eventsOf = ({ workspace }: MailDesk) =>
    open.house.db.selectFrom('mail_event').select('kind').where('workspace_id', '=', workspace.id).execute();
  const mailsTo = (address: string) => sink.taken.filter(({ to }) => to.includes(address));

  test('lies in the drop folder: it is taken in once, also where a crash left it lying', async () => {
    const mail = await bounceOf();
    await take(mail);
    await drop('1.mail', mail);
    await drop('2.mail', mail);
    await takeDropped(open.house);
    await takeAll(desk);
    expect(await readdir(join(folder, 'new'))).toEqual([]);
    expect(await readdir(join(folder, 'done'))).toEqual(expect.arrayContaining(['1.mail', '2.mail']));
    expect(await eventsOf(desk)).toEqual([{ kind: 'hard_bounce' }]);
    expect(await messageTo(desk, 'Ann')).toMatchObject({ outcome: 'hard_bounce' });
    expect(await suppressionsOf(desk)).toMatchObject([{ reason: 'bounce' }]);
  });

  test('is put aside for a person where nothing proves it, or where it is no mail; no other waits for it', async () => {
    await drop('0.forged', (await bounceOf()).replaceAll(/\.[0-9a-f]{28}@/g, `.${'0'.repeat(28)}@`));
    await mkdir(join(folder, 'new', '1.folder'));
    await symlink('/etc/hostname', join(folder, 'new', '2.link'));
    await drop('3.empty', '');
    await drop('4.good', await bounceOf());
    await takeDropped(open.house);
    await takeAll(desk);
    expect((await readdir(join(folder, 'refused'))).sort()).toEqual([
      '0.forged',
      '1.folder',
      '2.link',
      '3.empty',
    ]);
    expect(await eventsOf(desk)).toEqual([{ kind: 'hard_bounce' }]);
  });

  test('is read from an inbox and moved there, once, also where the line broke before the move', async () => {
    imap.deliver(await bounceOf());
    imap.deliver('not a mail');
    imap.breakAtMoves = 1;
    await takeInbox(open.house).catch(() => undefined);
    expect(imap.folders.get('INBOX')!.size).toBe(2);
    await takeInbox(open.house);
    await takeAll(desk);
    expect(imap.folders.get('INBOX')!.size).toBe(0);
    expect(imap.folders.get('Rolecall done')!.size).toBe(1);
    expect(imap.folders.get('Rolecall refused')!.size).toBe(1);
    expect(await eventsOf(desk)).toEqual([{ kind: 'hard_bounce' }]);
  });

  test('is a reply: it goes on to whoever reads them, once and whole, and lies sealed until then', async () => {
    const brand = { senderName: 'Ada', displayName: null, colour: null, replyTo: 'voices@northwind.example' };
    const saving = { ...brand, programmeId: desk.programmeId, actor: desk.memberId, logo: 'keep' as const };
    await saveBrand(open.house, desk.workspace, saving);
    const reply = await replyOf('Subject: Re: 0 to 10?');
    expect(await take(reply)).toEqual({ kind: 'done' });
    expect(await take(reply)).toEqual({ kind: 'done' });
    const [notice, ...more] = await noticesOf(desk);
    expect(more).toEqual([]);
    expect(notice!.bytes!.includes('Ask my colleague')).toBe(false);
    await tellAll(desk);
    await tellAll(desk);
    const passed = mailsTo('voices@northwind.example');
    expect(passed).toHaveLength(1);
    const { bytes } = passed[0]!;
    expect(bytes).toMatch(/^Reply-To: Ann <ann@people\.example>\r$/m);
    expect(bytes).toMatch(/^Subject: Re: 0 to 10\?\r$/m);
    expect(bytes).toContain('Ask my colleague instead.');
    expect((await noticesOf(desk))[0]).toMatchObject({ state: 'sent', bytes: null });
    // What was passed on and comes back, by a rule or a machine, goes nowhere.
    expect(
      await take(bytes.replace(/^To: .*$/m, `To: ${(await aboutMailTo(desk, 'Ann')).returnPath}`)),
    ).toEqual({
      kind: 'done',
    });
    expect(await noticesOf(desk)).toHaveLength(1);
  });

  test('goes to the owner where nobody else is named, and to nobody where it would come back here', async () => {
    expect(await take(await replyOf('X-Number: 1'))).toEqual({ kind: 'done' });
    expect(await noticesOf(desk)).toMatchObject([{ kind: 'reply', to_address: desk.owner, state: 'queued' }]);
    const { id } = desk.workspace;
    for (const email of ['ask@northwind.example', 'b+1@back.example']) {
      await open.house.db.updateTable('member').set({ email }).where('workspace_id', '=', id).execute();
      expect(await take(await replyOf(`X-Number: ${email}`))).toEqual({ kind: 'refused', why: 'no_reader' });
    }
  });

  test('goes round no more than ten times a day, and a machine’s goes on not once', async () => {
    expect(await take(await replyOf('Auto-Submitted: auto-replied'))).toEqual({ kind: 'done' });
    expect(await noticesOf(desk)).toEqual([]);
    for (let time = 0; time < 10; time += 1)
      expect(await take(await replyOf(`X-Number: ${time}`))).toEqual({ kind: 'done' });
    expect(await take(await replyOf('X-Number: 10'))).toEqual({ kind: 'refused', why: 'too_many' });
    expect(await noticesOf(desk)).toHaveLength(10);
  });

  test('answers no mail of ours: it stays for a person, and that it came is known', async () => {
    const stray =
      'From: Eve <eve@else.example>\r\nTo: ask@northwind.example\r\nIn-Reply-To: <x\0@y>\r\n\r\nHello';
    expect(await take(stray)).toEqual({ kind: 'refused', why: 'answers_nothing' });
    const known = open.house.db.selectFrom('mail_event').select('kind').where('state', '=', 'unmatched');
    expect(await known.execute()).toContainEqual({ kind: 'reply' });
  });
});
