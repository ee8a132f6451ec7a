import { readZone } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { writeWish } from './digest.store.server.ts';

export type SavedWish = { kind: 'saved' } | { kind: 'unknown_zone' };

/** A member says whether they want the Monday mail, and by which clock; an empty zone is the workspace's. */
export async function saveWish(
  { db }: Pick<House, 'db'>,
  workspace: Workspace,
  wish: { memberId: string; isOn: boolean; zone: string },
): Promise<SavedWish> {
  const timeZone = wish.zone.trim() === '' ? null : readZone(wish.zone);
  if (timeZone === null && wish.zone.trim() !== '') return { kind: 'unknown_zone' };
  const { memberId, isOn } = wish;
  await inTransaction(db, (tx) => writeWish(tx, workspace, { memberId, isOn, timeZone }));
  return { kind: 'saved' };
}
