import { expect, it } from 'vitest';
import { HOUR } from '#app/platform/clock.ts';
import { waitAfter } from './hook-retry.ts';
import { makeHookSecret, openHookSecret, sealHookUrl, signHook } from './hook-secret.server.ts';

const SECRETS = { appSecret: 'a test secret of 32 letters, 0123456789', formerSecrets: [] };

it('signs as the example of Standard Webhooks', () => {
  const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  const headers = signHook([key, Buffer.from('another key, of twenty-four bytes')], {
    ...{ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: 1_614_265_330_999, body: '{"test": 2432232314}' },
  });
  expect(headers['webhook-timestamp']).toBe('1614265330');
  const [first, second] = headers['webhook-signature']!.split(' ');
  expect(first).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  expect(second).toMatch(/^v1,[\w+/]{43}=$/);
});

it('keeps a secret sealed, and under no other endpoint', () => {
  const { secret, sealed } = makeHookSecret(SECRETS, 'one');
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
  expect(sealed.includes(Buffer.from(secret.slice(6), 'base64'))).toBe(false);
  expect(openHookSecret(SECRETS, 'one', sealed)?.toString('base64')).toBe(secret.slice(6));
  expect(openHookSecret(SECRETS, 'two', sealed)).toBeNull();
  expect(openHookSecret(SECRETS, 'one', sealHookUrl(SECRETS, 'one', 'https://example.com/'))).toBeNull();
});

it('waits longer each time, for three days in all, and then gives up', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempts) => waitAfter(attempts)!);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits.slice(0, 2)).toEqual([5_000, 300_000]);
  expect(waits.reduce((sum, wait) => sum + wait) / HOUR).toBeCloseTo(75.585, 2);
  expect(waitAfter(10)).toBeNull();
});
