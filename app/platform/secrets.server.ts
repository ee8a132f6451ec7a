import {
  createHash,
  createHmac,
  createSecretKey,
  hash,
  type KeyObject,
  randomBytes,
  randomFillSync,
} from 'node:crypto';

/** 32 random bytes as 43 base64url characters: session ids, member links, api keys. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored in the place of a token. A fast hash is right: tokens carry at least 128 random bits. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url');
}

/** A keyed hash with a label, so that a value made for one purpose never serves another. */
export function keyedHash(secret: string, label: string, text: string): Buffer {
  return createHmac('sha256', keyOf(secret)).update(`${label}|${text}`).digest();
}

/** Secrets as the library wants them: making a key anew costs as much as the hash. A process knows a few. */
const keys = new Map<string, KeyObject>();

function keyOf(secret: string): KeyObject {
  const known = keys.get(secret) ?? createSecretKey(secret, 'utf8');
  keys.set(secret, known);
  return known;
}

const POOL = 8192;

/** Random bytes for ids, drawn from the system many at a time: each draw costs more than the ids it serves. */
export function createRandom(): (size: number) => Uint8Array {
  const pool = new Uint8Array(POOL);
  let left = 0;
  return (size) => {
    if (size > left) {
      randomFillSync(pool);
      left = POOL;
    }
    left -= size;
    return pool.slice(left, left + size);
  };
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

/** The names of the few secrets that a process knows: one stands in every link. */
const keyIds = new Map<string, string>();

/** Two letters that name a secret wherever it made something. They tell 8 bits of its hash, and nothing to guess by. */
export function keyIdOf(secret: string): string {
  const known = keyIds.get(secret) ?? keyedHash(secret, 'key id', '').toString('hex').slice(0, 2);
  keyIds.set(secret, known);
  return known;
}

/** What a log calls a token: enough to find its row by, nothing to open a door with. */
export function token8(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 8);
}
