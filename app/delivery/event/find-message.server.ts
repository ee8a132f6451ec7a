import type { Db } from '#app/platform/db.server.ts';
import { type FoundMessage, findById, findByProviderId } from './told-message.store.server.ts';

/** The id in a Message-ID of ours; the whole of it is compared with the row's. */
const OWN_MESSAGE_ID = /^<i\.([0-9a-f-]{36})@[^<>\s]+>$/i;

/** The message that something was said about, by whichever of its names is known; null where none is. */
export async function findMessage(
  db: Db,
  about: { id?: string | null; messageId?: string | null; providerId?: string | null },
): Promise<FoundMessage | null> {
  if (about.id) return findById(db, about.id);
  const ownId = OWN_MESSAGE_ID.exec(about.messageId ?? '')?.[1]?.toLowerCase();
  const byMessageId = ownId ? await findById(db, ownId) : null;
  if (byMessageId && byMessageId.messageId === about.messageId) return byMessageId;
  return about.providerId ? findByProviderId(db, about.providerId) : null;
}
