import { Readable } from 'node:stream';
import nodemailer from 'nodemailer';
import { type Mailer, MailRefused } from './mail.ts';

const CONNECTIONS = 5;

/** Real SMTP. Only the ledger retries, so nodemailer's own re-queueing is off. */
export function createSmtpMailer(smtpUrl: string): Mailer {
  const transport = nodemailer.createTransport(smtpOptions(smtpUrl));
  return {
    async send(mail) {
      try {
        const raw = Readable.from(mail.bytes);
        const info = await transport.sendMail({ envelope: { from: mail.from, to: [mail.to] }, raw });
        return { providerId: /\b(?:queued as|id=?)\s*([\w.<>@-]+)/i.exec(info.response)?.[1] ?? null };
      } catch (fault) {
        const { code, responseCode, message } = fault as {
          code?: string;
          responseCode?: number;
          message: string;
        };
        throw responseCode && isAboutMail(code) ? new MailRefused(responseCode, message) : fault;
      }
    },
    close: () => transport.close(),
  };
}

/** Nodemailer's codes for what was said to the envelope or the message. A refused password is no fault of the mail. */
function isAboutMail(code: string | undefined): boolean {
  return code === 'EENVELOPE' || code === 'EMESSAGE';
}

function smtpOptions(smtpUrl: string) {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    // A relay on the same machine may speak in the clear; no other may.
    requireTLS: !secure && !isLoopback(url.hostname),
    ignoreTLS: !secure && isLoopback(url.hostname),
    tls: { minVersion: 'TLSv1.2' as const },
    auth: user ? { user, pass: decodeURIComponent(url.password) } : undefined,
    pool: true as const,
    maxConnections: CONNECTIONS,
    maxMessages: 100,
    maxRequeues: 0,
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    // RFC 5321 4.5.3.2.6: giving up early on the final dot makes copies.
    socketTimeout: 600_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}
