import type { NoticeKind } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findMember, insertNotice } from './notice.store.server.ts';
import type { OwnerNotice } from './owner-notice.ts';

/**
 * Queues word to one member, or to the longest serving admin where they are gone or a program did it, once for each
 * thing told of, in the transaction that it tells of (`house.db`).
 */
export async function tellMember(
  { db: tx, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  told: {
    memberId: string;
    kind: NoticeKind;
    about: string;
    notice: OwnerNotice;
    /** ms; when it may leave, where that is not now. */
    at?: number;
  },
): Promise<void> {
  const to = await findMember(tx, workspace, told.memberId);
  if (!to) return;
  await insertNotice(tx, workspace, {
    ...{ id: ids.make(), kind: told.kind, about: told.about, to },
    ...{ subject: told.notice.subject, body: told.notice.body, bytes: null, at: told.at ?? clock.now() },
  });
}
