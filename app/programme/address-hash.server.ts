import { keyedHash } from '#app/platform/secrets.server.ts';

/**
 * What `suppression` keeps in the place of an address: a keyed hash, so that the list survives the deletion
 * of the person and gives no address away.
 */
export function addressHash(secret: string, email: string): string {
  return keyedHash(secret, 'suppression', email.trim().toLowerCase()).toString('base64url');
}
