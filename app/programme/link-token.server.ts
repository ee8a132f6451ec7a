import { everySecret, hashToken, keyedHash, keyIdOf, type Secrets } from '#app/platform/secrets.server.ts';

const TOKEN_BYTES = 16;

/** Links made before a secret had a name begin with this. */
const NAMELESS_KEY = '1';

/** What a link is for: answering an invitation, ending all mail, answering from a page or chat. */
export type LinkKind = 'answer' | 'unsubscribe' | 'shared';

/** Each purpose hashes under its own label, so that one kind of link never opens another door. */
const LABELS = { answer: 'r', unsubscribe: 'u', shared: 's' } as const satisfies Record<LinkKind, string>;

/**
 * The link of a thing that is asked: 128 bits that only the holder of the secret can make again, so that a retry
 * and a reminder carry the same link though only its hash is stored. A new generation is another link.
 */
export function linkToken(secret: string, kind: LinkKind, ownerId: string, generation: number): string {
  return tokenUnder(secret, keyIdOf(secret), kind, ownerId, generation);
}

function tokenUnder(
  secret: string,
  keyId: string,
  kind: LinkKind,
  ownerId: string,
  generation: number,
): string {
  const whole = keyedHash(secret, 'link', `${LABELS[kind]}|${ownerId}|${generation}`);
  return keyId + whole.subarray(0, TOKEN_BYTES).toString('base64url');
}

/** What is stored of a link that is out. */
export interface StoredLink {
  kind: LinkKind;
  ownerId: string;
  generation: number;
  tokenHash: string;
  keyId: string;
}

/**
 * The token of a link that is out, made again by whichever secret at hand made it: the stored hash says which.
 * Null where that secret is gone; the link itself goes on opening its door.
 */
export function remakeToken(
  secrets: Secrets,
  { kind, ownerId, generation, keyId, tokenHash }: StoredLink,
): string | null {
  const tokens = everySecret(secrets).map((secret) => tokenUnder(secret, keyId, kind, ownerId, generation));
  return tokens.find((token) => hashToken(token) === tokenHash) ?? null;
}

const SHAPE = new RegExp(`^(${NAMELESS_KEY}|[0-9a-f]{2})[A-Za-z0-9_-]{22}$`);

/** True for text that could be a token; anything else is unknown without asking the database. */
export function looksLikeToken(text: string): boolean {
  return SHAPE.test(text);
}

/** The rows of table `link` that let an invitation's two links be found by their hashes. */
export function linkRows(
  secret: string,
  workspaceId: string,
  invitation: { id: string; generation: number },
): {
  token_hash: string;
  kind: 'answer' | 'unsubscribe';
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
    key_id: keyIdOf(secret),
  }));
}
