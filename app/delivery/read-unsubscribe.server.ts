import type { Db } from '#app/platform/db.server.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { looksLikeToken } from '#app/programme/link-token.server.ts';
import { findUnsubscribeRow } from './suppression.store.server.ts';

/** Who asks, for the page behind an unsubscribe link; null for an unknown one. Reads only. */
export async function readUnsubscribe(db: Db, token: string): Promise<{ workspaceName: string } | null> {
  const row = looksLikeToken(token) ? await findUnsubscribeRow(db, hashToken(token)) : null;
  return row && { workspaceName: row.workspace_name };
}
