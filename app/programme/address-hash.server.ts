import { everySecret, keyedHash, type Secrets } from '#app/platform/secrets.server.ts';

/**
 * What `suppression` keeps in the place of an address: a keyed hash, so that the list survives the deletion
 * of the person and gives no address away.
 */
export function addressHash(secret: string, email: string): string {
  return keyedHash(secret, 'suppression', email.trim().toLowerCase()).toString('base64url');
}

/** Every hash under which an address may stand on the list: who said stop before a change of secret said it for good. */
export function addressHashes(secrets: Secrets, email: string): string[] {
  return everySecret(secrets).map((secret) => addressHash(secret, email));
}
