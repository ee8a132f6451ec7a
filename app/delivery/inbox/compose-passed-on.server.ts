import MailComposer from 'nodemailer/lib/mail-composer';
import type { Env } from '#app/platform/env.server.ts';
import { noticeMessageId } from '../notice/notice-message-id.ts';
import { PASSED_ON } from './automatic.ts';
import type { Reply } from './read-returned.server.ts';

interface PassedOn {
  id: string;
  reply: Reply;
  to: { name: string; address: string };
  /** Who was asked, and in which send. */
  asked: { personName: string; accountName: string; waveName: string };
  /** The reply as it came. */
  bytes: Uint8Array;
  at: number;
}

/**
 * A reply as it goes on to whoever asked: in our name, because a mail in somebody else's would be taken for forged, with the
 * whole of theirs inside. Answering it answers them. Marked, so that nobody passes it on a second time or answers it by machine.
 */
export function composePassedOn(env: Env, { id, reply, to, asked, bytes, at }: PassedOn): Promise<Buffer> {
  const { from, text } = reply;
  const name = oneLine(from.name || from.address);
  const composer = new MailComposer({
    from: { name: `${name} by way of Rolecall`, address: env.mailFrom },
    to,
    replyTo: { name: oneLine(from.name), address: from.address },
    subject: subjectOf(reply),
    text: `${name} <${from.address}> answered the mail that asked ${asked.personName} at ${asked.accountName} in “${asked.waveName}”:\n\n${text.trim() || 'The reply has no plain text; it is attached as it came.'}\n`,
    attachments: [
      { filename: 'reply.eml', contentType: 'message/rfc822', content: Buffer.from(bytes), encoding: '8bit' },
    ],
    messageId: noticeMessageId(env.publicUrl, id),
    date: new Date(at),
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: { [PASSED_ON]: id, 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  });
  return composer.compile().build();
}

/** A header is one line, whatever somebody wrote into it. */
export function subjectOf({ subject }: Reply): string {
  return oneLine(subject).slice(0, 250) || 'A reply';
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
