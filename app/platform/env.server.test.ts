import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  ['MAIL_PACE', 'fast', {}],
  ['MAIL_PER_MINUTE', 'many', {}],
  ['MAIL_PER_MINUTE', '0', {}],
  ['APP_SECRET', 'short', {}],
  ['APP_SECRET', 'a'.repeat(64), {}],
  ['APP_SECRET_FORMER', 'short', {}],
  ['APP_SECRET_FORMER', `${'q1w2e3r4t5'.repeat(4)},${'a'.repeat(64)}`, {}],
  ['DATABASE_URL', 'mysql://localhost/x', {}],
  ['APP_SECRET', undefined, { DATABASE_URL: 'postgres://localhost/x' }],
])('%s = %j stops the start with one sentence that names it', (name, value, others) => {
  const read = () => readEnv({ DATABASE_URL: file, ...others, [name]: value });
  expect(read).toThrow(new RegExp(`^${name} .+\\.$`));
});

test('with PostgreSQL a given secret is taken', () => {
  expect(readEnv({ DATABASE_URL: 'postgres://localhost/x', APP_SECRET: STRONG }).appSecret).toBe(STRONG);
});

const OLDER = 'b2xkZXIgcXV1eCAwOTg3NjU0MzIxIGZlZGNiYSEh';
const OLDEST = 'a secret with commas, of 40 letters, 9876';

test('a new secret is followed by those before it, one to a line or between commas', () => {
  const read = (former: string) =>
    readEnv({ DATABASE_URL: file, APP_SECRET: STRONG, APP_SECRET_FORMER: former }).formerSecrets;
  expect(readEnv({ DATABASE_URL: file, APP_SECRET: STRONG }).formerSecrets).toEqual([]);
  expect(read(` ${OLDER} , ${STRONG},`)).toEqual([OLDER]);
  expect(read(`${OLDER}\n${OLDEST}\r\n`)).toEqual([OLDER, OLDEST]);
});

test('the kept file may hold several secrets, the current one first', () => {
  const keep = (text: string) => writeFileSync(join(folder, 'data', 'secret'), text);
  mkdirSync(join(folder, 'data'));
  keep(`${STRONG}\n\n${OLDER}\r\n`);
  const env = readEnv({ DATABASE_URL: file, APP_SECRET_FORMER: `${OLDEST}\n` });
  expect(env).toMatchObject({ appSecret: STRONG, formerSecrets: [OLDER, OLDEST] });
  keep(`${STRONG}\n${OLDER.slice(0, 20)}\n`);
  expect(() => readEnv({ DATABASE_URL: file })).toThrow(/^APP_SECRET is kept in .+ damaged/);
  keep(`\n${OLDER}\n`);
  expect(readEnv({ DATABASE_URL: file }).appSecret).toBe(OLDER);
  keep('');
  expect(() => readEnv({ DATABASE_URL: file })).toThrow(/damaged/);
});

test.each([
  ['mailbox:', {}, 600_000, 600_000],
  ['smtp://127.0.0.1:25', {}, 600_000, 600_000],
  ['smtp://127.0.0.1:25', { MAIL_PACE: 'slow' }, 300, 60],
  ['smtps://mail.example.com', {}, 300, 60],
  ['smtps://mail.example.com', { MAIL_PER_MINUTE: '120' }, 120, 60],
  ['smtps://mail.example.com', { MAIL_PACE: 'relay', MAIL_PER_MINUTE: '840' }, 840, 600_000],
])(
  'through %s with %j mail begins at %i a minute, and at %i to a domain',
  (SMTP_URL, vars, through, toDomain) => {
    const { pace } = readEnv({ DATABASE_URL: file, SMTP_URL, ...vars });
    expect([pace.through.start, pace.toDomain.start]).toEqual([through, toDomain]);
  },
);
