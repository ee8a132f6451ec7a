import type { Db } from '#app/platform/db.server.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { looksLikeToken } from '#app/programme/link-token.server.ts';
import { findUnsubscribeRows } from './suppression.store.server.ts';

/** What an unsubscribe link stands for. */
export interface WayOut {
  workspace: Workspace;
  /** Who asks, as their mail says. */
  workspaceName: string;
  programmeId: string;
  invitationId: string;
  /** Where mail with this link went; more than one where an address changed between a mail and its reminder. */
  addresses: string[];
}

/**
 * What lies behind an unsubscribe link; null for an unknown one. Found by its hash, so that it outlives the secret that
 * made it, a renewal of the answer link, and the invitation itself. Reads only.
 */
export async function readUnsubscribe(db: Db, token: string): Promise<WayOut | null> {
  const rows = looksLikeToken(token) ? await findUnsubscribeRows(db, hashToken(token)) : [];
  const [first] = rows;
  if (!first) return null;
  return {
    // The link's row is the proof: it belongs to this workspace's invitation.
    workspace: mintWorkspace(first.workspace_id),
    workspaceName: first.workspace_name,
    programmeId: first.programme_id,
    invitationId: first.invitation_id,
    addresses: [...new Set(rows.map((row) => row.to_address))],
  };
}
