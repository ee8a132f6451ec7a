/** Fewer are left to chance: where 2 % come back, five or more of the first fifty do in one wave of three hundred. */
export const LEAST_BOUNCES = 5;
/** One person may press the wrong button; below a thousand mails, one press would be beyond the limit by itself. */
export const LEAST_COMPLAINTS = 2;
const MOST_BOUNCES = { per: 50, words: 'more than 2 %' };
const MOST_COMPLAINTS = { per: 1000, words: 'more than 0.1 %' };

export interface Returned {
  /** Messages of the wave that a mail server took. */
  accepted: number;
  hardBounces: number;
  complaints: number;
}

/** Why a wave is to be stopped, as a sentence; null while it may go on. */
export function reasonToStop({ accepted, hardBounces, complaints }: Returned): string | null {
  if (complaints >= LEAST_COMPLAINTS && complaints * MOST_COMPLAINTS.per > accepted)
    return `${complaints} of ${accepted} marked the mail as spam, ${MOST_COMPLAINTS.words}.`;
  if (hardBounces >= LEAST_BOUNCES && hardBounces * MOST_BOUNCES.per > accepted)
    return `${hardBounces} of ${accepted} mails came back for good, ${MOST_BOUNCES.words}.`;
  return null;
}

/** Beyond this many accepted no further one changes the answer: nobody needs to count on. */
export function enoughToCount({ hardBounces, complaints }: Omit<Returned, 'accepted'>): number {
  return Math.max(hardBounces * MOST_BOUNCES.per, complaints * MOST_COMPLAINTS.per) + 1;
}
