import type { House } from '#app/platform/house.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { addressHash } from '#app/programme/address-hash.server.ts';
import { looksLikeToken } from '#app/programme/link-token.server.ts';
import { findUnsubscribeRow, insertSuppression } from './suppression.store.server.ts';

export type Stopped = { kind: 'unknown' } | { kind: 'stopped'; workspaceName: string };

/** Puts the address behind an unsubscribe link on the list of those who must not be written to. Repeats are harmless. */
export async function stopAsking(house: House, token: string): Promise<Stopped> {
  const row = looksLikeToken(token) ? await findUnsubscribeRow(house.db, hashToken(token)) : null;
  if (!row) return { kind: 'unknown' };
  await insertSuppression(house.db, {
    workspaceId: row.workspace_id,
    hash: addressHash(house.env.appSecret, row.to_address),
    domain: row.to_address.split('@')[1] ?? '',
    reason: 'asked',
    at: house.clock.now(),
  });
  return { kind: 'stopped', workspaceName: row.workspace_name };
}
