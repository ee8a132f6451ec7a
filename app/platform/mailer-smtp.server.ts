import { Readable } from 'node:stream';
import SMTPPool from 'nodemailer/lib/smtp-pool';
import { CONNECTIONS, type Mailer, type OutboundMail } from './mail.ts';
import { providerIdIn } from './provider-id.ts';
import { readSmtpFault, type SmtpFault } from './smtp-fault.ts';

type PooledMail = Parameters<SMTPPool['send']>[0];

/** How long a mail server is waited for, in ms. RFC 5321 4.5.3.2.6: giving up early on the final dot makes copies. */
const PATIENCE = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 600_000 };

/** Real SMTP. Only the ledger retries, so nodemailer's own re-queueing is off. */
export function createSmtpMailer(smtpUrl: string, patience: typeof PATIENCE = PATIENCE): Mailer {
  const pool = new SMTPPool({ ...smtpOptions(smtpUrl), ...patience });
  return {
    send: (mail) =>
      new Promise((resolve, reject) => {
        pool.send(asPooled(mail), (fault, info) => {
          if (fault) reject(readSmtpFault(fault as SmtpFault));
          else resolve({ providerId: providerIdIn(info?.response) });
        });
      }),
    close: () => pool.close(),
  };
}

/**
 * What the pool asks of a mail. Nodemailer's own message reads its source ahead, as soon as a connection is free; this one
 * is read only once the server has asked for it, so that whoever marks it while it is read marks nothing too early.
 */
function asPooled(mail: OutboundMail): PooledMail {
  const message = {
    getHeader: () => '',
    messageId: () => '',
    getEnvelope: () => ({ from: mail.from, to: [mail.to] }),
    createReadStream: () => Readable.from(mail.bytes),
  };
  return { data: {}, message } as unknown as PooledMail;
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
    maxConnections: CONNECTIONS,
    maxMessages: 100,
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}
