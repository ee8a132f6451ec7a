import { expect, test } from 'vitest';
import { lineOf } from './network.ts';

test.each([
  ['203.0.113.7', '::ffff:203.0.113.7'],
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff'],
  ['2001:db8::7', '2001:0DB8:0:0:9::'],
  ['[2001:db8:1:2::1]:4711', '2001:db8:1:2::9'],
  ['fe80::1%eth0', 'fe80::2'],
])('%s and %s are one line', (one, other) => expect(lineOf(one)).toBe(lineOf(other)));

test.each([
  ['203.0.113.7', '203.0.113.8'],
  ['2001:db8:1:2::1', '2001:db8:1:3::1'],
  ['unknown', 'other'],
])('%s and %s are two', (one, other) => expect(lineOf(one)).not.toBe(lineOf(other)));

test('a text that is no address is cut', () => expect(lineOf('x'.repeat(5000))).toHaveLength(64));
