import { MailRefused, MailServerAway, type RefusedPart } from './mail.ts';

/** As nodemailer tells it: its own code, the command that failed, and what the server answered, if anything. */
export interface SmtpFault extends Error {
  code?: string;
  /** What the system said of the line. */
  originalCode?: string;
  command?: string;
  responseCode?: number;
}

const GREETING = new Set(['EHLO', 'HELO', 'STARTTLS']);
const OF_SENDER = new Set([530, 534, 535, 538]);
/** RFC 3463: not signed in, or the way of signing in is not good enough; and the words for somebody who is no client here. */
const SAYS_SENDER =
  /\b[45]\.7\.(8|9)\b|relay\w*( access)?( is| was)? (denied|not permitted|not allowed|prohibited)|unable to relay/i;

/**
 * What a fault is about. Nodemailer says of a line that broke after the final dot the same as of one that broke before
 * anything, so here that stays what it is: a line that broke.
 */
export function readSmtpFault(fault: SmtpFault): Error {
  const { code, command = '', responseCode, message } = fault;
  if (code === 'EAUTH' || code === 'ENOAUTH') return new MailRefused(responseCode ?? 535, message, 'sender');
  if (isRefusal(responseCode)) {
    const part = partOf(responseCode, command, message);
    // A code that comes with a broken line answers nothing for certain, unless no mail was spoken of yet.
    if (code === 'EENVELOPE' || code === 'EMESSAGE') return new MailRefused(responseCode, message, part);
    if (isGreeting(code, command)) return new MailRefused(responseCode, message, 'sender');
  }
  return isUnreached(fault) ? new MailServerAway(message) : fault;
}

/** Of the connection itself nodemailer says `CONN` at any time, and only of its first reply that it is no greeting. */
function isGreeting(code: string | undefined, command: string): boolean {
  return GREETING.has(command) || (command === 'CONN' && code === 'EPROTOCOL');
}

function isRefusal(code: number | undefined): code is number {
  return code !== undefined && code >= 400 && code < 600;
}

function partOf(responseCode: number, command: string, message: string): RefusedPart {
  if (command === 'MAIL FROM' || OF_SENDER.has(responseCode) || SAYS_SENDER.test(message)) return 'sender';
  return command === 'RCPT TO' ? 'address' : 'mail';
}

const NO_WAY_THERE = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN']);

function isUnreached({ code, originalCode = '', message }: SmtpFault): boolean {
  if (code === 'EDNS' || code === 'ETLS') return true;
  if (code === 'ETIMEDOUT')
    return /^(Connection timeout|Greeting never received|TLS handshake)/.test(message);
  return NO_WAY_THERE.has(originalCode);
}
