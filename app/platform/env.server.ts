import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { randomToken } from './secrets.server.ts';

export interface Env {
  databaseUrl: string;
  /** `mailbox:` keeps mail in the built-in mailbox; else smtp:// or smtps://. */
  smtpUrl: string;
  publicUrl: string;
  port: number;
  /** Who may reach the port: all addresses unless HOST names one. */
  host: string | undefined;
  appSecret: string;
  mailFrom: string;
}

export class EnvError extends Error {}

const EMBEDDED = 'data/rolecall.db';

const Raw = z.object({
  DATABASE_URL: z.string().min(1).default(EMBEDDED),
  SMTP_URL: z
    .string()
    .regex(/^(mailbox:|smtps?:\/\/[^\s]+)$/, 'must be smtp://host:port, smtps://host:port or mailbox:')
    .default('mailbox:'),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be the http(s) address that people reach, such as https://ask.example.com',
    })
    .optional(),
  PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65535).default(3000),
  HOST: z.string().optional(),
  APP_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\s@<>"]+@[^\s@<>"]+$/, 'must be one address, such as ask@example.com')
    .default('rolecall@localhost.localdomain'),
});

/** Reads the environment once. Throws {@link EnvError} with one sentence that names the variable at fault. */
export function readEnv(vars: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(vars).filter(([, value]) => value !== ''));
  const parsed = Raw.safeParse(given);
  if (!parsed.success) {
    const fault = parsed.error.issues[0]!;
    throw new EnvError(`${String(fault.path[0])} ${fault.message}.`);
  }
  const raw = parsed.data;
  if (/^[a-z+]+:\/\//.test(raw.DATABASE_URL) && !/^postgres(ql)?:\/\//.test(raw.DATABASE_URL)) {
    throw new EnvError('DATABASE_URL must be a file path or start with postgres://.');
  }
  return {
    databaseUrl: raw.DATABASE_URL,
    smtpUrl: raw.SMTP_URL,
    publicUrl: (raw.PUBLIC_URL ?? `http://localhost:${raw.PORT}`).replace(/\/+$/, ''),
    port: raw.PORT,
    host: raw.HOST,
    appSecret: raw.APP_SECRET ? strongSecret(raw.APP_SECRET) : keptSecret(raw.DATABASE_URL),
    mailFrom: raw.MAIL_FROM,
  };
}

function strongSecret(secret: string): string {
  if (new Set(secret).size < 10)
    throw new EnvError('APP_SECRET is too easy to guess; make one with `openssl rand -base64 32`.');
  return secret;
}

/** Embedded installs keep a secret beside the database; many nodes must be given the same one. */
function keptSecret(databaseUrl: string): string {
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new EnvError(
      'APP_SECRET is missing; with PostgreSQL every node needs the same one (`openssl rand -base64 32`).',
    );
  }
  if (databaseUrl === ':memory:') return randomToken();
  const path = join(dirname(databaseUrl), 'secret');
  if (existsSync(path)) return secretIn(path);
  mkdirSync(dirname(path), { recursive: true });
  const secret = randomToken();
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
}

/** A file that was emptied or cut off must not become the key of every link. */
function secretIn(path: string): string {
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length >= 32) return secret;
  throw new EnvError(`APP_SECRET is kept in ${path}, which is damaged; restore the file, or set APP_SECRET.`);
}
