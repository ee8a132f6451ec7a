import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readDkim } from './read-dkim.server.ts';

const rsa = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
const ed25519 = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const WHOLE = { DKIM_DOMAIN: 'Example.com', DKIM_SELECTOR: 'rolecall1', DKIM_PRIVATE_KEY: rsa(2048) };

describe('the key that mail is signed with', () => {
  test('is none where nothing is set, and one where all of it is', () => {
    expect(readDkim({})).toEqual({ kind: 'read', key: null });
    const onOneLine = { ...WHOLE, DKIM_PRIVATE_KEY: WHOLE.DKIM_PRIVATE_KEY.replaceAll('\n', '\\n') };
    for (const vars of [WHOLE, onOneLine])
      expect(readDkim(vars)).toMatchObject({
        kind: 'read',
        key: { domain: 'example.com', selector: 'rolecall1' },
      });
  });

  test.each<[Record<string, string | undefined>, string]>([
    [{ DKIM_DOMAIN: undefined }, 'DKIM_DOMAIN is missing'],
    [{ DKIM_SELECTOR: undefined }, 'DKIM_SELECTOR is missing'],
    [{ DKIM_PRIVATE_KEY: undefined }, 'DKIM_KEY_FILE is missing'],
    [{ DKIM_KEY_FILE: '/etc/rolecall.pem' }, 'both set'],
    [{ DKIM_PRIVATE_KEY: undefined, DKIM_KEY_FILE: '/no/such.pem' }, 'which cannot be read'],
    [{ DKIM_PRIVATE_KEY: 'letmein' }, 'no private key that can be read'],
    [{ DKIM_PRIVATE_KEY: ed25519 }, 'must hold an RSA key'],
    [{ DKIM_PRIVATE_KEY: rsa(512) }, 'has 512 bits'],
    [{ DKIM_DOMAIN: 'example' }, 'must be a domain'],
    [{ DKIM_DOMAIN: 'example.com; s=x' }, 'must be a domain'],
    [{ DKIM_SELECTOR: 'a b' }, 'must be a name of letters'],
  ])('and half of it is told by name: %o', (less, sentence) => {
    expect(readDkim({ ...WHOLE, ...less })).toMatchObject({
      kind: 'faulty',
      sentence: expect.stringContaining(sentence),
    });
  });
});
