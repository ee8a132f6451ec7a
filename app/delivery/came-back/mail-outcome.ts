/** What is known of a mail that a mail server took: each such mail is in exactly one of these. */
export const MAIL_OUTCOMES = [
  'arrived',
  'no_word',
  'came_back_for_now',
  'came_back_for_good',
  'spam',
] as const;
export type MailOutcome = (typeof MAIL_OUTCOMES)[number];

/** The ones that somebody has to look at. */
export const CAME_BACK = ['came_back_for_now', 'came_back_for_good', 'spam'] as const satisfies MailOutcome[];

export const OUTCOME_WORDS = {
  arrived: 'Arrived',
  no_word: 'No word yet',
  came_back_for_now: 'Came back for now',
  came_back_for_good: 'Came back for good',
  spam: 'Marked as spam',
} as const satisfies Record<MailOutcome, string>;

/** As the ledger writes down the gravest thing that was said of a mail. */
export type ToldOutcome = 'delayed' | 'delivered' | 'soft_bounce' | 'hard_bounce' | 'complaint';

const OUTCOME_OF = {
  delayed: 'no_word',
  delivered: 'arrived',
  soft_bounce: 'came_back_for_now',
  hard_bounce: 'came_back_for_good',
  complaint: 'spam',
} as const satisfies Record<ToldOutcome, MailOutcome>;

export function toMailOutcome(told: ToldOutcome | null): MailOutcome {
  return told === null ? 'no_word' : OUTCOME_OF[told];
}

/** Of two mails to one person, what is graver: the order in which they are listed here is by gravity. */
export function graver(one: MailOutcome, other: MailOutcome): MailOutcome {
  const gravity = (outcome: MailOutcome) => (outcome === 'no_word' ? -1 : MAIL_OUTCOMES.indexOf(outcome));
  return gravity(other) > gravity(one) ? other : one;
}
