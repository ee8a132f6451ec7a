import { DAY } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { sealBytes } from '#app/platform/sealed-bytes.server.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { insertEvents, insertReply } from '../event/event.store.server.ts';
import { findMessage } from '../event/find-message.server.ts';
import { type FoundMessage, findAskedBy } from '../event/told-message.store.server.ts';
import { countPassedOn, insertNotice } from '../notice/notice.store.server.ts';
import { noticeSeal } from '../notice/notice-seal.ts';
import { composePassedOn, subjectOf } from './compose-passed-on.server.ts';
import { type Reply, readReturned } from './read-returned.server.ts';
import { readReplyTarget } from './reply-target.server.ts';

/** What is to become of the mail itself: it was dealt with, or a person should look at it. */
export type TakenMail =
  | { kind: 'done' }
  | {
      kind: 'refused';
      why: 'unproven' | 'unreadable' | 'too_big' | 'answers_nothing' | 'no_reader' | 'too_many';
    };

type Taking = Pick<House, 'db' | 'env' | 'ids' | 'clock'>;

/** Larger than any mail server takes by default; nobody reports on ours with so much. */
export const MOST_BYTES = 25 * 1024 * 1024;
/** However a mail loses its mark on the way: what goes round ends here. */
const MOST_A_DAY = 10;

/**
 * Takes one mail in that came back. When this ends, what it says is in the database; the same bytes a second time
 * change nothing.
 */
export async function takeReturned(house: Taking, bytes: Uint8Array): Promise<TakenMail> {
  if (bytes.length > MOST_BYTES) return { kind: 'refused', why: 'too_big' };
  const now = house.clock.now();
  const returned = await readReturned(house.env, bytes, now);
  switch (returned.kind) {
    case 'report':
      await insertEvents(house.db, returned.events, now);
      return { kind: 'done' };
    case 'automatic':
      return { kind: 'done' };
    case 'reply':
      return takeReply(house, returned.reply, bytes);
    case 'unproven':
    case 'unreadable':
      return { kind: 'refused', why: returned.kind };
    default:
      return returned satisfies never;
  }
}

async function takeReply(house: Taking, reply: Reply, bytes: Uint8Array): Promise<TakenMail> {
  const { db, env, clock } = house;
  const found = await findAnswered(db, reply);
  if (!found) {
    // Nobody can say whose it is; that it came is seen in the settings, and the mail itself stays to be read.
    await insertReply(db, { eventId: reply.eventId, found: null, at: clock.now() });
    return { kind: 'refused', why: 'answers_nothing' };
  }
  const workspace = mintWorkspace(found.workspaceId);
  const asked = await findAskedBy(db, workspace, found.id);
  const to = await readReplyTarget(db, env, workspace, asked.programmeId);
  if (!to) return { kind: 'refused', why: 'no_reader' };
  const [id, at] = [house.ids.make(), clock.now()];
  const letter = await composePassedOn(env, { id, reply, to, asked, bytes, at });
  return inTransaction(db, async (tx) => {
    const isNew = await insertReply(tx, { eventId: reply.eventId, found, at });
    if (!isNew) return { kind: 'done' };
    const passed = await countPassedOn(tx, workspace, { messageId: found.id, since: at - DAY });
    if (passed >= MOST_A_DAY) return { kind: 'refused', why: 'too_many' };
    await insertNotice(tx, workspace, {
      ...{ id, kind: 'reply', about: reply.eventId, messageId: found.id, to, at },
      subject: subjectOf(reply),
      body: '',
      bytes: sealBytes(env, noticeSeal(id), letter),
    });
    return { kind: 'done' };
  });
}

/** The message that a reply was written to: by the address it went to, or the mails it says that it answers. */
async function findAnswered(db: Db, { provenId, answers }: Reply): Promise<FoundMessage | null> {
  if (provenId !== null) return findMessage(db, { id: provenId });
  for (const messageId of answers) {
    // A provider that writes its own Message-ID makes it of the id it gave us.
    const providerId = /^<([^<>@\s]+)@/.exec(messageId)?.[1];
    const found = await findMessage(db, { messageId, ...(providerId && { providerId }) });
    if (found) return found;
  }
  return null;
}
