import { expect, test } from 'vitest';
import { token8 } from '../secrets.server.ts';
import { logPath } from './log-path.server.ts';

const TOKEN = '0f-_AAAAAAAAAAAAAAAAAAAA';
const name = `~${token8(TOKEN)}`;

test.each([
  [`/r/${TOKEN}`, `/r/${name}`],
  [`/r/${TOKEN}?v=9`, `/r/${name}`],
  [`/r/${TOKEN}/who`, `/r/${name}/…`],
  [`/s/${TOKEN}/buyer`, `/s/${name}/…`],
  [`/u/${TOKEN}`, `/u/${name}`],
  [`/join/${TOKEN}`, `/join/${name}`],
  [`/reset/${TOKEN}`, `/reset/${name}`],
  [`/share/${TOKEN}`, `/share/${name}`],
  [`/monday/${TOKEN}`, `/monday/${name}`],
  ['/people?q=ana', '/people'],
  ['/results/r/x', '/results/r/x'],
])('%s is logged as %s', (path, logged) => {
  expect(logPath(path)).toBe(logged);
});
