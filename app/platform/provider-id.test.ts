import { expect, it } from 'vitest';
import { providerIdIn } from './provider-id.ts';

it.each([
  ['250 2.0.0 Ok: queued as 4fT1x2y3z', '4fT1x2y3z'],
  ['250 OK id=1rB2c3-0004de-F5', '1rB2c3-0004de-F5'],
  [
    '250 Ok 0102018f0a1b2c3d-12345678-9abc-def0-1234-56789abcdef0-000000',
    '0102018f0a1b2c3d-12345678-9abc-def0-1234-56789abcdef0-000000',
  ],
  ['250 OK: message queued', null],
  ['250 Ok thank you', null],
  ['', null],
  [undefined, null],
])('of %s it is %s', (response, id) => {
  expect(providerIdIn(response)).toBe(id);
});
