/** Fewer are left to chance: where 2 % come back, five or more of the first fifty do in one wave of three hundred. */
export const LEAST_BOUNCES = 5;
/** One person may press the wrong button; below a thousand mails, one press would be beyond the limit by itself. */
export const LEAST_COMPLAINTS = 2;
const BOUNCES_PER = 50;
const COMPLAINTS_PER = 1000;

export interface Returned {
  hardBounces: number;
  complaints: number;
}

export interface Stop {
  why: 'bounces' | 'complaints';
  words: string;
}

/**
 * Why a wave is to be stopped; null while it may go on. Where it was stopped before and a member let it go on, it stops
 * again when as many again have come back.
 * @param accepted messages of the wave that a mail server took
 */
export function reasonToStop(accepted: number, now: Returned, before: Returned): Stop | null {
  const { hardBounces, complaints } = now;
  const isBeyond = (count: number, least: number, per: number, stopped: number) =>
    count >= Math.max(least, 2 * stopped) && count * per > accepted;
  if (isBeyond(complaints, LEAST_COMPLAINTS, COMPLAINTS_PER, before.complaints))
    return {
      why: 'complaints',
      words: `${complaints} of ${accepted} marked the mail as spam, more than 0.1 %.`,
    };
  if (isBeyond(hardBounces, LEAST_BOUNCES, BOUNCES_PER, before.hardBounces))
    return {
      why: 'bounces',
      words: `${hardBounces} of ${accepted} mails came back for good or were turned away, more than 2 %.`,
    };
  return null;
}

/** Beyond this many accepted no further one changes the answer: nobody needs to count on. */
export function enoughToCount({ hardBounces, complaints }: Returned): number {
  return Math.max(hardBounces * BOUNCES_PER, complaints * COMPLAINTS_PER) + 1;
}
