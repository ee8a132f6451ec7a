import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { findDigestMember, writeWish } from './digest.store.server.ts';
import { readLeaveToken } from './leave-token.server.ts';

/** Ends the Monday mail of whoever holds a mail of theirs; false where the link is nobody's. */
export async function leaveDigest({ db, env }: Pick<House, 'db' | 'env'>, token: string): Promise<boolean> {
  const leaver = readLeaveToken(env, token);
  if (!leaver) return false;
  const workspace = mintWorkspace(leaver.workspaceId);
  if (!(await findDigestMember(db, workspace, leaver.memberId))) return false;
  await inTransaction(db, (tx) => writeWish(tx, workspace, { memberId: leaver.memberId, isOn: false }));
  return true;
}
