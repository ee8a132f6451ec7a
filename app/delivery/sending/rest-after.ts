import { HOUR, MINUTE, SECOND } from '#app/platform/clock.ts';
import { CONNECTIONS, MailRefused, MailServerAway } from '#app/platform/mail.ts';

/** How it went of late, counted from the last mail that was taken. */
export interface Luck {
  /** Times that the sender has rested. */
  rests: number;
  /** Mails in a row whose line broke. */
  broken: number;
}

/** The sender hands nothing over for so long, and says why. */
export interface Rest {
  ms: number;
  why: string;
}

/** A refused sign-in is not tried often: mail servers lock accounts for it. */
const WHEN_REFUSED = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR] as const;
const WHEN_AWAY = [5 * SECOND, 30 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE] as const;

/**
 * Whether a fault stops the whole sender, since the next mail would fare no better; null where it is about one mail. What
 * the fault does to that one mail is for `fate-of.ts` to say.
 */
export function restAfter(fault: unknown, { rests, broken }: Luck): Rest | null {
  const said = saidBy(fault);
  if (fault instanceof MailRefused) {
    if (fault.part !== 'sender') return null;
    return {
      ms: stepOf(WHEN_REFUSED, rests),
      why: `The mail server takes nothing from this sender: ${said}`,
    };
  }
  if (fault instanceof MailServerAway)
    return { ms: stepOf(WHEN_AWAY, rests), why: `The mail server cannot be reached: ${said}` };
  // One line may break for the sake of one mail; as many in a row as there are lines, hardly.
  if (broken < CONNECTIONS) return null;
  return { ms: stepOf(WHEN_AWAY, rests), why: `The line to the mail server breaks again and again: ${said}` };
}

function stepOf(steps: readonly number[], rests: number): number {
  return steps[Math.min(rests, steps.length - 1)]!;
}

export function saidBy(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
