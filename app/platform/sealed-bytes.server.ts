import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { everySecret, keyedHash, type Secrets } from './secrets.server.ts';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Bytes that only the holder of a secret can read, under a label of their own: nonce, tag, text. */
export function sealBytes({ appSecret }: Secrets, label: string, bytes: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, keyedHash(appSecret, 'seal', label), nonce);
  const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** What was sealed, under whichever secret at hand sealed it; null for anything else. */
export function openSealed(secrets: Secrets, label: string, sealed: Buffer): Buffer | null {
  for (const secret of everySecret(secrets)) {
    const opened = openUnder(secret, label, sealed);
    if (opened) return opened;
  }
  return null;
}

function openUnder(secret: string, label: string, sealed: Buffer): Buffer | null {
  try {
    const nonce = sealed.subarray(0, NONCE);
    const cipher = createDecipheriv(CIPHER, keyedHash(secret, 'seal', label), nonce, { authTagLength: TAG });
    cipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([cipher.update(sealed.subarray(NONCE + TAG)), cipher.final()]);
  } catch {
    // Another secret, another label, or no seal at all: GCM does not tell them apart.
    return null;
  }
}
