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
