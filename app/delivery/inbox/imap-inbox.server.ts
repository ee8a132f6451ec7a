import type { ImapFlow } from 'imapflow';
import type { House } from '#app/platform/house.ts';
import { pastFaults } from './past-faults.server.ts';
import { MOST_BYTES, type TakenMail, takeReturned } from './take-returned.server.ts';

/** Where mails go that were taken in, as folders of the same mailbox. */
const FOLDERS = { done: 'Rolecall done', refused: 'Rolecall refused' } as const;
const AT_ONCE = 100;

/**
 * Takes in the mails of an inbox, each moved to another folder only when what it says is in the database. The library is
 * loaded when it is needed: most installations read no inbox. True when more may lie there.
 */
export async function takeInbox(house: House, mayGoOn: () => boolean = () => true): Promise<boolean> {
  const { imapUrl } = house.env.returns;
  if (imapUrl === null) return false;
  const { ImapFlow } = await import('imapflow');
  const client = new ImapFlow(imapOptions(imapUrl));
  // Without a listener the end of a broken connection would end the process; what was asked for fails by itself.
  client.on('error', (fault: unknown) => house.log.warn({ err: fault }, 'the inbox let go'));
  await client.connect();
  try {
    return await takeMails(house, client, folderOf(imapUrl), mayGoOn);
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function takeMails(
  house: House,
  client: ImapFlow,
  folder: string,
  mayGoOn: () => boolean,
): Promise<boolean> {
  for (const path of Object.values(FOLDERS)) await client.mailboxCreate(path);
  const lock = await client.getMailboxLock(folder);
  try {
    const found = (await client.search({ deleted: false }, { uid: true })) || [];
    const uids = found.slice(0, AT_ONCE);
    for (const uid of uids) {
      if (!mayGoOn()) return true;
      await pastFaults(house, () => takeOne(house, client, uid));
    }
    return found.length > uids.length;
  } finally {
    lock.release();
  }
}

async function takeOne(house: House, client: ImapFlow, uid: number): Promise<void> {
  const sized = await client.fetchOne(String(uid), { size: true }, { uid: true });
  // Another process was quicker.
  if (!sized) return;
  const taken = (sized.size ?? 0) > MOST_BYTES ? TOO_BIG : await takeFetched(house, client, uid);
  if (!taken) return;
  if (taken.kind === 'refused') house.log.warn({ why: taken.why }, 'a mail that came back was put aside');
  await client.messageMove(String(uid), FOLDERS[taken.kind], { uid: true });
}

const TOO_BIG: TakenMail = { kind: 'refused', why: 'too_big' };

async function takeFetched(house: House, client: ImapFlow, uid: number): Promise<TakenMail | null> {
  const fetched = await client.fetchOne(String(uid), { source: true }, { uid: true });
  if (!fetched || fetched.source === undefined) return null;
  return takeReturned(house, fetched.source);
}

function imapOptions(text: string) {
  const url = new URL(text);
  const secure = url.protocol === 'imaps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    tls: { minVersion: 'TLSv1.2' as const },
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    socketTimeout: 120_000,
    // It would write down addresses and what is said.
    logger: false as const,
  };
}

function folderOf(text: string): string {
  return decodeURIComponent(new URL(text).pathname.replace(/^\//, '')) || 'INBOX';
}
