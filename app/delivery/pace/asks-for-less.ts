import { MailRefused } from '#app/platform/mail.ts';

/**
 * Of whom less mail is asked for by this fault; null where it says nothing of the kind. 421 and 454 are how mail servers
 * and services tell their own senders to slow down; 4.7.x is how the receiving side does, by way of ours.
 */
export function asksForLess(fault: unknown): 'server' | 'domain' | null {
  if (!(fault instanceof MailRefused) || fault.responseCode >= 500) return null;
  if (/\b4\.7\.\d+\b/.test(fault.message) && fault.part !== 'sender') return 'domain';
  return fault.responseCode === 421 || fault.responseCode === 454 ? 'server' : null;
}
