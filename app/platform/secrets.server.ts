import { createHash, createHmac, randomBytes } from 'node:crypto';

/** 32 random bytes as 43 base64url characters: session ids, member links, api keys. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored in the place of a token. A fast hash is right: tokens carry at least 128 random bits. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** A keyed hash with a label, so that a value made for one purpose never serves another. */
export function keyedHash(secret: string, label: string, text: string): Buffer {
  return createHmac('sha256', secret).update(`${label}|${text}`).digest();
}

/** The secret that signs now, and those that signed before it: what they made goes on being known. */
export interface Secrets {
  appSecret: string;
  formerSecrets: readonly string[];
}

/** Every secret at hand, the current one first: the order in which to look for the one that made something. */
export function everySecret({ appSecret, formerSecrets }: Secrets): readonly string[] {
  return [appSecret, ...formerSecrets];
}

/** Two letters that name a secret wherever it made something. They tell 8 bits of its hash, and nothing to guess by. */
export function keyIdOf(secret: string): string {
  return keyedHash(secret, 'key id', '').toString('hex').slice(0, 2);
}

/** What a log calls a token: enough to find its row by, nothing to open a door with. */
export function token8(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 8);
}
