import { emailKey } from '#app/audience/keys.ts';
import { keyedHash } from '#app/platform/secrets.server.ts';

/**
 * What `suppression` keeps in the place of an address: a keyed hash, so that the list survives the deletion
 * of the person and gives no address away.
 */
export function addressHash(secret: string, email: string): string {
  return keyedHash(secret, 'suppression', emailKey(email)).toString('base64url');
}
