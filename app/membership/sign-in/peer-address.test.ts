import { expect, test } from 'vitest';
import { peerAddress } from './peer-address.ts';

const hops = (list: string) => new Headers({ 'x-forwarded-for': list });

test.each(['127.0.0.1', '::1', '::ffff:10.1.2.3', '172.20.0.5', '192.168.1.9', 'fd00::1'])(
  'a proxy at %s is believed about the hop before it, and about no earlier one',
  (proxy) => expect(peerAddress(hops('6.6.6.6, 203.0.113.7'), proxy)).toBe('203.0.113.7'),
);

test('anybody else is taken for themselves, whatever they write', () => {
  expect(peerAddress(hops('6.6.6.6'), '203.0.113.7')).toBe('203.0.113.7');
  expect(peerAddress(hops('6.6.6.6'), '172.32.0.1')).toBe('172.32.0.1');
});

test('without a proxy the peer is the visitor', () => {
  expect(peerAddress(new Headers(), '127.0.0.1')).toBe('127.0.0.1');
});
