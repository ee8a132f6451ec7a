import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeHookSecret, openHookSecret, signHook } from '#app/followup/hook/sending/hook-secret.server.ts';

const GUIDE = readFileSync('docs/guides/webhooks.md', 'utf8');
const SECRETS = { appSecret: 'a test secret of 32 letters, 0123456789', formerSecrets: [] };

it('the ten lines of the guide know what came from here, and nothing else', async () => {
  const [, code] = /```js\n(.*?)```/s.exec(GUIDE)!;
  const { isFromRolecall } = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code!)}`
  );
  const { secret, sealed } = makeHookSecret(SECRETS, 'one');
  const key = openHookSecret(SECRETS, 'one', sealed)!;
  const body = '{"type":"endpoint.test"}';
  const headers = (at: number) => signHook([Buffer.from('another one'), key], { id: 'evt_1', at, body });
  expect(isFromRolecall(secret, headers(Date.now()), body)).toBe(true);
  expect(isFromRolecall(secret, headers(Date.now()), `${body} `)).toBe(false);
  expect(isFromRolecall(secret, headers(Date.now() - 10 * 60_000), body)).toBe(false);
  expect(isFromRolecall(secret, { ...headers(Date.now()), 'webhook-id': 'evt_2' }, body)).toBe(false);
  expect(isFromRolecall(makeHookSecret(SECRETS, 'one').secret, headers(Date.now()), body)).toBe(false);
});
