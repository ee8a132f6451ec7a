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

/**
 * Names the secret that hashed an address, so that a lost one is noticed. 32 bits, because two letters would let a lost
 * secret pass for one at hand once in 256 times; of a secret of 32 letters they give nothing to guess by.
 */
export function suppressionKeyId(secret: string): string {
  return keyedHash(secret, 'suppression key id', '').toString('hex').slice(0, 8);
}

/** The hash of an address as it is written down now, with the name of its key. */
export function currentHash({ appSecret }: Pick<Secrets, 'appSecret'>, email: string) {
  return { hash: addressHash(appSecret, email), keyId: suppressionKeyId(appSecret) };
}
