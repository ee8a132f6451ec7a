import type { NoticeKind } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findOwner, insertNotice } from './notice.store.server.ts';
import type { OwnerNotice } from './owner-notice.ts';

/**
 * Queues word to whoever owns the programme, once for each thing told of, in the transaction that it tells of
 * (`house.db`). An account has no owner of its own: whoever asks there is who must know.
 */
export async function tellOwner(
  { db: tx, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  told: { programmeId: string; kind: NoticeKind; about: string; notice: OwnerNotice },
): Promise<void> {
  const owner = await findOwner(tx, workspace, told.programmeId);
  if (!owner) return;
  await insertNotice(tx, workspace, {
    id: ids.make(),
    kind: told.kind,
    about: told.about,
    to: owner,
    subject: told.notice.subject,
    body: told.notice.body,
    bytes: null,
    at: clock.now(),
  });
}
