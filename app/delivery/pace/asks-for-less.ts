import { MailRefused } from '#app/platform/mail.ts';

/**
 * Of whom less mail is asked for by this fault; null where it says nothing of the kind. 421 and 454 are how mail servers
 * and services tell their own senders to slow down; 4.7.x is how the receiving side does, by way of ours.
 */
export function asksForLess(fault: unknown): 'server' | 'domain' | null {
  if (!(fault instanceof MailRefused) || fault.responseCode >= 500) return null;
  if (fault.responseCode === 454 || fault.part === 'sender') return isOfServer(fault) ? 'server' : null;
  if (/\b4\.7\.\d+\b/.test(fault.message)) return 'domain';
  return isOfServer(fault) ? 'server' : null;
}

function isOfServer({ responseCode }: MailRefused): boolean {
  return responseCode === 421 || responseCode === 454;
}
