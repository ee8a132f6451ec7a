import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { composeMail } from '#app/platform/mailer-compose.server.ts';
import { hashToken, randomToken } from '#app/platform/secrets.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { insertMemberLink } from './member-link.store.server.ts';
import { LINK_LIFE, type MemberLinkKind, memberLinkUrl } from './member-link.ts';
import type { WrittenMail } from './member-mail.ts';

/** Makes a link for a member inside `tx` and returns its address; the database keeps only a hash of it. */
export async function makeLink(
  { clock, env }: House,
  tx: Db,
  workspace: Workspace,
  { memberId, kind }: { memberId: string; kind: MemberLinkKind },
): Promise<string> {
  const now = clock.now();
  const token = randomToken();
  const expiresAt = now + LINK_LIFE[kind];
  await insertMemberLink(tx, workspace, { tokenHash: hashToken(token), memberId, kind, now, expiresAt });
  return memberLinkUrl(env.publicUrl, kind, token);
}

/** Hands a mail to the mail server and says whether it took it. A mail that failed can be asked for again. */
export async function sendToMember(
  { env, ids, clock, mailer, log }: House,
  workspace: Workspace,
  to: { name: string; email: string },
  mail: WrittenMail,
): Promise<boolean> {
  const bytes = composeMail({
    ...mail,
    from: `Rolecall <${env.mailFrom}>`,
    to: { name: to.name, address: to.email },
    messageId: `<${ids.make()}@${new URL(env.publicUrl).hostname}>`,
    date: clock.now(),
    dkim: env.dkim,
  });
  try {
    const { subject } = mail;
    await mailer.send({ workspaceId: workspace.id, from: env.mailFrom, to: to.email, subject, bytes });
    return true;
  } catch (fault) {
    log.error({ err: fault, workspace: workspace.id }, 'a mail to a member was not taken');
    return false;
  }
}
