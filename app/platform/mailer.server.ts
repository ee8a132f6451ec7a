import type { Clock } from './clock.ts';
import type { Db } from './db.server.ts';
import type { Env } from './env.server.ts';
import type { Ids } from './ids.ts';
import type { Mailer } from './mail.ts';
import { createMailboxMailer } from './mailbox.store.server.ts';
import { createSmtpMailer } from './mailer-smtp.server.ts';

/** `mailbox:` keeps every message in the database, for the first run without a mail server. */
export function createMailer(env: Env, db: Db, clock: Clock, ids: Ids): Mailer {
  return env.smtpUrl === 'mailbox:' ? createMailboxMailer(db, clock, ids) : createSmtpMailer(env.smtpUrl);
}
