import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { hookVars, type Reach, readReach } from './env-hooks.server.ts';
import { type MailPace, paceVars, readPace } from './env-pace.server.ts';
import { type RecordVars, readRecordVars } from './env-records.server.ts';
import { type Returns, readReturns, returnVars } from './env-returns.server.ts';
import { type DkimKey, readDkim } from './read-dkim.server.ts';
import { randomToken, type Secrets } from './secrets.server.ts';

export interface Env extends Secrets {
  databaseUrl: string;
  /** `mailbox:` keeps mail in the built-in mailbox; else smtp:// or smtps://. */
  smtpUrl: string;
  publicUrl: string;
  port: number;
  /** Who may reach the port: all addresses unless HOST names one. */
  host: string | undefined;
  mailFrom: string;
  returns: Returns;
  /** Set where this server signs its mail by itself. */
  dkim: DkimKey | null;
  /** False where `npm run sender` sends, and this process only queues. */
  sendsHere: boolean;
  pace: MailPace;
  records: RecordVars;
  reach: Reach;
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
  APP_SECRET: z.string().optional(),
  APP_SECRET_FORMER: z.string().optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\s@<>"]+@[^\s@<>"]+$/, 'must be one address, such as ask@example.com')
    .default('rolecall@localhost.localdomain'),
  ...returnVars,
  DKIM_DOMAIN: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_KEY_FILE: z.string().optional(),
  DKIM_PRIVATE_KEY: z.string().optional(),
  ...paceVars,
  ...hookVars,
  SENDER: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
});

/** Reads the environment once. Throws {@link EnvError} with one sentence that names the variable at fault. */
export function readEnv(vars: Record<string, string | undefined>): Env {
  const given = givenIn(vars);
  const raw = parsed(Raw, given);
  if (/^[a-z+]+:\/\//.test(raw.DATABASE_URL) && !/^postgres(ql)?:\/\//.test(raw.DATABASE_URL)) {
    throw new EnvError('DATABASE_URL must be a file path or start with postgres://.');
  }
  return {
    databaseUrl: raw.DATABASE_URL,
    smtpUrl: raw.SMTP_URL,
    publicUrl: (raw.PUBLIC_URL ?? `http://localhost:${raw.PORT}`).replace(/\/+$/, ''),
    port: raw.PORT,
    host: raw.HOST,
    ...readSecrets(raw),
    mailFrom: raw.MAIL_FROM,
    returns: readReturns(raw, (sentence) => {
      throw new EnvError(sentence);
    }),
    sendsHere: raw.SENDER === 'on',
    pace: readPace(raw),
    records: readRecordVars(given, refuse),
    dkim: dkimOf(raw),
    reach: readReach(raw),
  };
}

/** The part that says how mail leaves, for a command that needs no database and no secret. */
export function readSender(
  vars: Record<string, string | undefined>,
): Pick<Env, 'mailFrom' | 'smtpUrl' | 'records'> {
  const given = givenIn(vars);
  const { MAIL_FROM, SMTP_URL } = parsed(Raw.pick({ MAIL_FROM: true, SMTP_URL: true }), given);
  return { mailFrom: MAIL_FROM, smtpUrl: SMTP_URL, records: readRecordVars(given, refuse) };
}

function givenIn(vars: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(vars).filter(([, value]) => value !== ''));
}

function parsed<T>(schema: z.ZodType<T>, given: Record<string, string | undefined>): T {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const fault = read.error.issues[0]!;
  return refuse(`${String(fault.path[0])} ${fault.message}.`);
}

function refuse(sentence: string): never {
  throw new EnvError(sentence);
}

function dkimOf(raw: z.infer<typeof Raw>): DkimKey | null {
  const read = readDkim(raw);
  if (read.kind === 'faulty') throw new EnvError(read.sentence);
  return read.key;
}

/** The current secret, and those that it followed: from the environment, or from the file beside the database. */
function readSecrets(raw: z.infer<typeof Raw>): Secrets {
  const [current, ...followed] = raw.APP_SECRET
    ? [strongSecret('APP_SECRET', raw.APP_SECRET)]
    : keptSecrets(raw.DATABASE_URL);
  const named = listed(raw.APP_SECRET_FORMER ?? '').map((one) => strongSecret('APP_SECRET_FORMER', one));
  const former = new Set([...followed, ...named]);
  former.delete(current);
  return { appSecret: current, formerSecrets: [...former] };
}

/** One to a line; on a single line, between commas, which a secret of its own line may hold. */
function listed(text: string): string[] {
  return text
    .split(/[\r\n]/.test(text) ? /[\r\n]+/ : ',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function strongSecret(variable: string, secret: string): string {
  if (secret.length < 32) throw new EnvError(`${variable} must have at least 32 characters.`);
  if (new Set(secret).size < 10)
    throw new EnvError(`${variable} is too easy to guess; make one with \`openssl rand -base64 32\`.`);
  return secret;
}

/** Embedded installs keep their secrets beside the database; many nodes must be given the same ones. */
function keptSecrets(databaseUrl: string): [string, ...string[]] {
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new EnvError(
      'APP_SECRET is missing; with PostgreSQL every node needs the same one (`openssl rand -base64 32`).',
    );
  }
  if (databaseUrl === ':memory:') return [randomToken()];
  const path = join(dirname(databaseUrl), 'secret');
  if (existsSync(path)) return secretsIn(path);
  mkdirSync(dirname(path), { recursive: true });
  const secret = randomToken();
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return [secret];
}

/** One to a line, the current one first. A file that was emptied or cut off must not become the key of every link. */
function secretsIn(path: string): [string, ...string[]] {
  const [current, ...former] = readFileSync(path, 'utf8')
    .trim()
    .split(/\s*\n\s*/);
  const all = [current ?? '', ...former] as const;
  if (all.every((secret) => secret.length >= 32)) return [...all];
  throw new EnvError(`APP_SECRET is kept in ${path}, which is damaged; restore the file, or set APP_SECRET.`);
}
