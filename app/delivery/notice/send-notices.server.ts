import { HOUR, MINUTE } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { html } from '#app/platform/html.ts';
import { MailRefused } from '#app/platform/mail.ts';
import { composeMail } from '#app/platform/mailer-compose.server.ts';
import { openSealed } from '#app/platform/sealed-bytes.server.ts';
import { type ClaimedNotice, claimNotice, moveNotice, recoverNotices } from './notice.store.server.ts';
import { noticeMessageId } from './notice-message-id.ts';
import { noticeSeal } from './notice-seal.ts';

/** Longer than the mail server may take to answer: a notice is not renewed in hand. */
const LEASE = 15 * MINUTE;
const BACKOFF = [MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR];

/** Sends one notice that is due, as the ledger sends a letter: marked before the final dot. True when there may be more. */
export async function sendNotices(house: House): Promise<boolean> {
  const now = house.clock.now();
  await recoverNotices(house.db, now);
  const notice = await claimNotice(house.db, house.engine, { now, leaseMs: LEASE });
  if (!notice) return false;
  let marked = false;
  const onMark = async () => {
    marked = await moveNotice(house.db, notice, { state: 'committed_to_send' });
    if (!marked) throw new Error('another process holds this notice by now');
  };
  try {
    await handOver(house, notice, onMark);
    const settled_at = house.clock.now();
    await moveNotice(house.db, notice, { state: 'sent', settled_at, lease_until: null, bytes: null });
  } catch (fault) {
    await settleFault(house, notice, fault, marked);
  }
  return true;
}

async function handOver(house: House, notice: ClaimedNotice, onMark: () => Promise<void>): Promise<void> {
  const bytes = await bytesOf(house, notice);
  await house.mailer.send({
    workspaceId: notice.workspace_id,
    from: house.env.mailFrom,
    to: notice.to_address,
    subject: notice.subject,
    bytes: markedBytes(bytes, onMark),
  });
}

async function* markedBytes(bytes: Buffer, mark: () => Promise<void>): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(0, -2);
  await mark();
  yield bytes.subarray(-2);
}

async function bytesOf({ env }: House, notice: ClaimedNotice): Promise<Buffer> {
  if (notice.bytes) {
    const opened = openSealed(env, noticeSeal(notice.id), notice.bytes);
    if (!opened) throw new MailRefused(554, 'The secret that sealed this mail is gone.');
    return opened;
  }
  const paragraphs = notice.body.split('\n\n');
  const chunks = composeMail({
    from: `Rolecall <${env.mailFrom}>`,
    to: { name: notice.to_name, address: notice.to_address },
    subject: notice.subject,
    text: `Hello ${notice.to_name},\n\n${notice.body}\n`,
    html:
      notice.html ??
      html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${notice.subject}</title></head>
<body>
<p>Hello ${notice.to_name},</p>
${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
</body>
</html>`.text,
    messageId: noticeMessageId(env.publicUrl, notice.id),
    date: notice.created_at,
    dkim: env.dkim,
    leaveUrl: notice.leave_url,
  });
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

/** What may have gone out waits for its lease: then it goes once more, and never a third time. */
async function settleFault(
  house: House,
  notice: ClaimedNotice,
  fault: unknown,
  marked: boolean,
): Promise<void> {
  const reason = fault instanceof Error ? fault.message : String(fault);
  const isRefused = fault instanceof MailRefused;
  if (marked && !isRefused) return;
  const now = house.clock.now();
  const wait = BACKOFF[notice.attempts - 1];
  if (wait === undefined || (isRefused && fault.responseCode >= 500)) {
    house.log.error({ notice: notice.id, workspace: notice.workspace_id }, 'a notice was not taken');
    const settled = { reason, settled_at: now, lease_until: null, bytes: null };
    await moveNotice(house.db, notice, { state: 'failed', ...settled });
    return;
  }
  await moveNotice(house.db, notice, { state: 'queued', next_at: now + wait, reason, lease_until: null });
}
