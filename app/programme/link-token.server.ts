import { hashToken, keyedHash } from '#app/platform/secrets.server.ts';

/** Which key made a token; a second letter comes with a second key, and old links stay good. */
const KEY_ID = '1';
const TOKEN_BYTES = 16;

export type LinkKind = 'answer' | 'unsubscribe';

/** Each purpose hashes under its own label, so that one kind of link never opens another door. */
const LABELS = { answer: 'r', unsubscribe: 'u' } as const satisfies Record<LinkKind, string>;

/**
 * The link of an invitation: 128 bits that only the holder of the secret can make again, so that a retry and
 * a reminder carry the same link though only its hash is stored. A new generation revokes the old one.
 */
export function linkToken(secret: string, kind: LinkKind, invitationId: string, generation: number): string {
  const whole = keyedHash(secret, 'link', `${LABELS[kind]}|${invitationId}|${generation}`);
  return KEY_ID + whole.subarray(0, TOKEN_BYTES).toString('base64url');
}

/** True for text that could be a token; anything else is unknown without asking the database. */
export function looksLikeToken(text: string): boolean {
  return /^1[A-Za-z0-9_-]{22}$/.test(text);
}

/** The rows of table `link` that let an invitation's two links be found by their hashes. */
export function linkRows(
  secret: string,
  workspaceId: string,
  invitation: { id: string; generation: number },
): {
  token_hash: string;
  kind: LinkKind;
  workspace_id: string;
  invitation_id: string;
  revoked_at: null;
  key_id: string;
}[] {
  return (['answer', 'unsubscribe'] as const).map((kind) => ({
    token_hash: hashToken(linkToken(secret, kind, invitation.id, invitation.generation)),
    kind,
    workspace_id: workspaceId,
    invitation_id: invitation.id,
    revoked_at: null,
    key_id: KEY_ID,
  }));
}
