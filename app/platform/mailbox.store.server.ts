import type { Clock } from './clock.ts';
import type { Db } from './db.server.ts';
import type { Ids } from './ids.ts';
import type { Mailer } from './mail.ts';
import type { Workspace } from './workspace.ts';

/** A mailer whose other end is the built-in mailbox: real bytes, no network. */
export function createMailboxMailer(db: Db, clock: Clock, ids: Ids): Mailer {
  return {
    async send(mail) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of mail.bytes) chunks.push(chunk);
      const id = ids.make();
      const row = {
        workspace_id: mail.workspaceId,
        id,
        received_at: clock.now(),
        mail_from: mail.from,
        rcpt_to: mail.to,
        subject: mail.subject,
        bytes: Buffer.concat(chunks),
      };
      await db.insertInto('mailbox_message').values(row).execute();
      return { providerId: `mailbox:${id}` };
    },
    close: () => {},
  };
}

export interface MailboxLine {
  id: string;
  receivedAt: number;
  to: string;
  subject: string;
}

/** Newest first, `limit` at a time; `before` is the id of the last line seen. */
export async function listMailbox(
  db: Db,
  workspace: Workspace,
  limit: number,
  before?: string,
): Promise<MailboxLine[]> {
  let query = db
    .selectFrom('mailbox_message')
    .select(['id', 'received_at as receivedAt', 'rcpt_to as to', 'subject'])
    .where('workspace_id', '=', workspace.id)
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

export async function findMailboxMessage(db: Db, workspace: Workspace, id: string) {
  return db
    .selectFrom('mailbox_message')
    .select(['id', 'received_at as receivedAt', 'mail_from as from', 'rcpt_to as to', 'subject', 'bytes'])
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .executeTakeFirst();
}
