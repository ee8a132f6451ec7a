import { describe, expect, it } from 'vitest';
import { hashToken, keyIdOf, token8 } from '#app/platform/secrets.server.ts';
import {
  type LinkKind,
  linkToken,
  looksLikeToken,
  remakeToken,
  type StoredLink,
} from './link-token.server.ts';

const [NEW, OLD] = ['the new secret of 32 letters, 0123456789', 'the old secret of 32 letters, 9876543210'];
const KINDS = ['answer', 'unsubscribe', 'shared'] as const satisfies readonly LinkKind[];
const owner = (i: number) => `0193e0a0-0000-7000-8000-${String(i).padStart(12, '0')}`;

/** A link as it lies in the database; `token` is what its letter says. */
function stored(token: string, over: Partial<StoredLink> = {}): StoredLink {
  const keyId = token.slice(0, -22);
  return { kind: 'answer', ownerId: owner(1), generation: 1, keyId, tokenHash: hashToken(token), ...over };
}

describe('a token', () => {
  it('carries 128 bits of a keyed hash behind the name of its key', () => {
    const token = linkToken(NEW, 'answer', owner(1), 1);
    expect(token.slice(0, 2)).toBe(keyIdOf(NEW));
    expect(Buffer.from(token.slice(2), 'base64url').length * 8).toBe(128);
    expect(looksLikeToken(token)).toBe(true);
  });

  it('changes half of its bits with any one thing that it is made of', () => {
    const bits = (token: string) => [...Buffer.from(token.slice(2), 'base64url')].flatMap(toBits);
    const tokens = Array.from({ length: 400 }, (_, i) => bits(linkToken(NEW, 'answer', owner(i), 1)));
    for (let bit = 0; bit < 128; bit += 1) {
      const set = tokens.filter((token) => token[bit] === 1).length;
      // 400 throws of a fair coin: six standard deviations are 60.
      expect(Math.abs(set - 200), `bit ${bit}`).toBeLessThan(60);
    }
  });

  it('is another one for every kind, owner, generation and secret', () => {
    const all = [NEW, OLD].flatMap((secret) =>
      KINDS.flatMap((kind) =>
        [1, 2, 11].flatMap((generation) =>
          [1, 11, 111].map((id) => linkToken(secret, kind, owner(id), generation).slice(2)),
        ),
      ),
    );
    expect(new Set(all).size).toBe(all.length);
  });

  it('is named in a log by 8 hex of its hash, which no token begins with', () => {
    const token = linkToken(NEW, 'answer', owner(1), 1);
    expect(token8(token)).toMatch(/^[0-9a-f]{8}$/);
    expect(token8(token)).toBe(Buffer.from(hashToken(token), 'base64url').toString('hex').slice(0, 8));
    expect(token).not.toContain(token8(token));
  });
});

describe('a token made again', () => {
  const both = { appSecret: NEW, formerSecrets: [OLD] };

  it('is the same under the secret that made it, current or former', () => {
    for (const secret of [NEW, OLD]) {
      const token = linkToken(secret, 'answer', owner(1), 1);
      expect(remakeToken(both, stored(token))).toBe(token);
    }
  });

  it('is the same where it was made before keys had names', () => {
    const token = `1${linkToken(OLD, 'answer', owner(1), 1).slice(2)}`;
    expect(looksLikeToken(token)).toBe(true);
    expect(remakeToken(both, stored(token))).toBe(token);
  });

  it('is refused without its secret, and for another kind, owner, generation or key', () => {
    const token = linkToken(OLD, 'answer', owner(1), 1);
    expect(remakeToken({ appSecret: NEW, formerSecrets: [] }, stored(token))).toBeNull();
    const others: Partial<StoredLink>[] = [
      { kind: 'unsubscribe' },
      { ownerId: owner(2) },
      { generation: 2 },
      { keyId: 'zz' },
    ];
    for (const other of others) expect(remakeToken(both, stored(token, other))).toBeNull();
  });
});

describe('the shape of a token', () => {
  const body = 'A'.repeat(22);
  it.each([`0f${body}`, `1${body}`, `a0${'-_9z'.repeat(5)}AB`])('%s could be one', (text) => {
    expect(looksLikeToken(text)).toBe(true);
  });

  it.each([
    '',
    body,
    `2${body}`,
    `0g${body}`,
    `0F${body}`,
    `0f${body}A`,
    `0f${body.slice(1)}`,
    `0f${body}\n`,
    `0f${body.slice(1)}+`,
    `0f${body.slice(1)}é`,
    'x'.repeat(100_000),
  ])('%j could not', (text) => {
    expect(looksLikeToken(text)).toBe(false);
  });
});

function toBits(byte: number): number[] {
  return Array.from({ length: 8 }, (_, i) => (byte >> i) & 1);
}
