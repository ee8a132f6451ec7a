import type { MailOutcome } from './came-back/mail-outcome.ts';
import type { MailStanding } from './message-state.ts';

/** Whom a wave asked as one persona, and what became of their first letters. */
export interface LaneMail {
  personaId: string;
  asked: number;
  /** Messages per standing; they add up to `asked`. */
  counts: Record<MailStanding, number>;
  /** What is known of the sent ones; they add up to `counts.sent`. */
  outcomes: Record<MailOutcome, number>;
}
