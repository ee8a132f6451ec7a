import { timingSafeEqual } from 'node:crypto';
import type { Env } from '#app/platform/env.server.ts';
import { everySecret, keyedHash } from '#app/platform/secrets.server.ts';

/** 112 bits as hex; with the id and what stands around it 63 of the 64 characters that a local part may have. */
const SIGNED = 28;
const ADDRESS = /^b\+([0-9a-f]{32})\.([0-9a-f]{28})@(.+)$/;

/**
 * Where a message comes back to: an address that names it, and is signed so that nobody else can report on it. Letters and
 * digits of one case, because mail servers do not keep case apart. Without a domain for it, the sender's own address.
 */
export function returnAddress(env: Env, messageId: string): string {
  const { bounceDomain } = env.returns;
  if (bounceDomain === null) return env.mailFrom;
  return `b+${messageId.replaceAll('-', '')}.${signatureOf(env.appSecret, messageId)}@${bounceDomain}`;
}

/** The message that an address names, or null where no secret of ours has signed it. */
export function readReturnAddress(env: Env, address: string): string | null {
  const [, bare = '', signature = '', domain] = ADDRESS.exec(address.toLowerCase()) ?? [];
  if (!domain || domain !== env.returns.bounceDomain) return null;
  const id = bare.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const given = Buffer.from(signature);
  const isOurs = everySecret(env).some((secret) =>
    timingSafeEqual(Buffer.from(signatureOf(secret, id)), given),
  );
  return isOurs ? id : null;
}

function signatureOf(secret: string, messageId: string): string {
  return keyedHash(secret, 'return address', messageId).toString('hex').slice(0, SIGNED);
}
