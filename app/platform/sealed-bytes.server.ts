import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { createRandom, everySecret, keyedHash, type Secrets } from './secrets.server.ts';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
const randomBytes = createRandom();

/** One key for each secret: making one takes longer than sealing a letter. A process knows a few. */
const keys = new Map<string, KeyObject>();

function sealingKeyOf(secret: string): KeyObject {
  const known = keys.get(secret) ?? createSecretKey(keyedHash(secret, 'seal all', ''));
  keys.set(secret, known);
  return known;
}

/** Bytes that only the holder of a secret can read, under a label of their own: nonce, tag, text. */
export function sealBytes({ appSecret }: Secrets, label: string, bytes: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, sealingKeyOf(appSecret), nonce).setAAD(Buffer.from(label));
  const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** What was sealed, under whichever secret at hand sealed it; null for anything else. */
export function openSealed(secrets: Secrets, label: string, sealed: Buffer): Buffer | null {
  for (const secret of everySecret(secrets)) {
    const opened =
      openWith(sealingKeyOf(secret), sealed, Buffer.from(label)) ??
      // As it was once sealed: under a key for each label.
      openWith(createSecretKey(keyedHash(secret, 'seal', label)), sealed);
    if (opened) return opened;
  }
  return null;
}

function openWith(key: KeyObject, sealed: Buffer, label?: Buffer): Buffer | null {
  try {
    const nonce = sealed.subarray(0, NONCE);
    const cipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG });
    if (label) cipher.setAAD(label);
    cipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([cipher.update(sealed.subarray(NONCE + TAG)), cipher.final()]);
  } catch {
    // Another secret, another label, or no seal at all: GCM does not tell them apart.
    return null;
  }
}
