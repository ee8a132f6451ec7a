import { createCipheriv } from 'node:crypto';
import { expect, test } from 'vitest';
import { openSealed, sealBytes } from './sealed-bytes.server.ts';
import { keyedHash } from './secrets.server.ts';

const [NEW, OLD] = ['the new secret of 32 letters, 0123456789', 'the old secret of 32 letters, 9876543210'];
const both = { appSecret: NEW, formerSecrets: [OLD] };
const old = { appSecret: OLD, formerSecrets: [] };
const words = Buffer.from('https://ask.example/r/0fAAAAAAAAAAAAAAAAAAAAAA');

test('what is sealed shows nothing of itself, and is never sealed the same twice', () => {
  const sealed = sealBytes(both, 'letter 1', words);
  expect(sealed.includes(words.subarray(0, 8))).toBe(false);
  expect(sealBytes(both, 'letter 1', words).equals(sealed)).toBe(false);
  expect(openSealed(both, 'letter 1', sealed)).toEqual(words);
});

test('a change of secret leaves it readable, as long as the former one is at hand', () => {
  const sealed = sealBytes(old, 'letter 1', words);
  expect(openSealed(both, 'letter 1', sealed)).toEqual(words);
  expect(openSealed({ appSecret: NEW, formerSecrets: [] }, 'letter 1', sealed)).toBeNull();
});

test('another label, one flipped bit, a stump and plain text open as nothing', () => {
  const sealed = sealBytes(both, 'letter 1', words);
  expect(openSealed(both, 'letter 2', sealed)).toBeNull();
  for (const at of [0, 15, 30]) {
    const bent = Buffer.from(sealed);
    bent[at]! ^= 1;
    expect(openSealed(both, 'letter 1', bent)).toBeNull();
  }
  for (const size of [0, 5, 20]) expect(openSealed(both, 'letter 1', sealed.subarray(0, size))).toBeNull();
  expect(openSealed(both, 'letter 1', words)).toBeNull();
});

test('what was sealed under a key of its own, as earlier versions did, opens under its label and no other', () => {
  const nonce = Buffer.alloc(12, 7);
  const cipher = createCipheriv('aes-256-gcm', keyedHash(OLD, 'seal', 'letter 1'), nonce);
  const text = Buffer.concat([cipher.update(words), cipher.final()]);
  const sealed = Buffer.concat([nonce, cipher.getAuthTag(), text]);
  expect(openSealed(both, 'letter 1', sealed)).toEqual(words);
  expect(openSealed(both, 'letter 2', sealed)).toBeNull();
});
