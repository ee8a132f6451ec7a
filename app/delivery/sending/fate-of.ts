import { HOUR, MINUTE } from '#app/platform/clock.ts';
import { MailRefused, MailServerAway } from '#app/platform/mail.ts';
import { saidBy } from './rest-after.ts';

/** What becomes of one mail that was not taken. */
export type Fate =
  | { kind: 'failed' | 'in_doubt'; reason: string }
  /** Tried again after `wait` ms. */
  | { kind: 'deferred'; wait: number; reason: string }
  /** It has nothing to do with the fault: it waits as before, and the try does not count. */
  | { kind: 'given_back'; reason: string };

export interface Tried {
  /** Tries so far, this one included. */
  attempts: number;
  /** It went out once before, and nobody knows whether that copy arrived. */
  isSecondCopy: boolean;
  /** The final dot was let go, so the mail may have arrived. */
  isDotGone: boolean;
}

const BACKOFF = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR];

/** An answer of the mail server decides; without one, whether the final dot was let go. */
export function fateOf(fault: unknown, tried: Tried): Fate {
  const said = saidBy(fault);
  if (fault instanceof MailRefused) {
    if (fault.part === 'sender') return { kind: 'given_back', reason: said };
    return fault.responseCode >= 500 ? ended(said, tried) : later(said, tried);
  }
  if (tried.isDotGone)
    return { kind: 'in_doubt', reason: `The line broke before the mail server’s answer: ${said}` };
  return fault instanceof MailServerAway ? { kind: 'given_back', reason: said } : later(said, tried);
}

function later(said: string, tried: Tried): Fate {
  const wait = BACKOFF[tried.attempts - 1];
  if (wait === undefined) return ended(`Given up after ${tried.attempts} attempts: ${said}`, tried);
  return { kind: 'deferred', wait, reason: said };
}

/** That a second copy is refused says nothing of the first. */
function ended(said: string, { isSecondCopy }: Tried): Fate {
  if (!isSecondCopy) return { kind: 'failed', reason: said };
  return {
    kind: 'in_doubt',
    reason: `It may have gone out the first time; the second time it did not: ${said}`,
  };
}
