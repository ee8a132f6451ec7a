import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { findDigestMember } from './digest.store.server.ts';
import { wantsDigest } from './wants-digest.ts';

/** Whether a member gets the Monday mail, and by which clock. */
export interface DigestWish {
  isOn: boolean;
  /** Their own zone; null: the workspace's. */
  ownZone: string | null;
  workspaceZone: string;
}

export async function readWish(db: Db, workspace: Workspace, memberId: string): Promise<DigestWish> {
  const member = await findDigestMember(db, workspace, memberId);
  const { timeZone } = await readAskingRules(db, workspace);
  return {
    isOn: member !== null && wantsDigest(member),
    ownZone: member?.timeZone ?? null,
    workspaceZone: timeZone,
  };
}
