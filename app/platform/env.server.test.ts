import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnv } from './env.server.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-env-'));
  file = join(folder, 'data', 'rolecall.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const STRONG = 'Zm9vYmFyIHF1dXggMTIzNDU2Nzg5MCBhYmNkZWY=';

test('nothing set: embedded, the built-in mailbox, port 3000, and a secret made and kept', () => {
  const env = readEnv({ DATABASE_URL: file });
  expect(env).toMatchObject({ smtpUrl: 'mailbox:', port: 3000, publicUrl: 'http://localhost:3000' });
  expect(env.appSecret.length).toBeGreaterThanOrEqual(32);
  expect(readEnv({ DATABASE_URL: file }).appSecret).toBe(env.appSecret);
  expect(readFileSync(join(folder, 'data', 'secret'), 'utf8').trim()).toBe(env.appSecret);
});

test('an empty variable counts as not set', () => {
  expect(readEnv({ DATABASE_URL: file, SMTP_URL: '', PORT: '' })).toMatchObject({
    smtpUrl: 'mailbox:',
    port: 3000,
  });
});

test('PUBLIC_URL loses its last slash, because links are made by adding a path', () => {
  expect(readEnv({ DATABASE_URL: file, PUBLIC_URL: 'https://ask.example.com/' }).publicUrl).toBe(
    'https://ask.example.com',
  );
});

test.each([
  ['PORT', 'eighty', {}],
  ['PORT', '70000', {}],
  ['SMTP_URL', 'mail.example.com', {}],
  ['PUBLIC_URL', 'ask.example.com', {}],
  ['PUBLIC_URL', 'ftp://ask.example.com', {}],
  ['MAIL_FROM', 'Ask <ask@example.com>', {}],
  ['MAIL_FROM', 'nobody', {}],
  ['APP_SECRET', 'short', {}],
  ['APP_SECRET', 'a'.repeat(64), {}],
  ['DATABASE_URL', 'mysql://localhost/x', {}],
  ['APP_SECRET', undefined, { DATABASE_URL: 'postgres://localhost/x' }],
])('%s = %j stops the start with one sentence that names it', (name, value, others) => {
  const read = () => readEnv({ DATABASE_URL: file, ...others, [name]: value });
  expect(read).toThrow(new RegExp(`^${name} .+\\.$`));
});

test('with PostgreSQL a given secret is taken', () => {
  expect(readEnv({ DATABASE_URL: 'postgres://localhost/x', APP_SECRET: STRONG }).appSecret).toBe(STRONG);
});
