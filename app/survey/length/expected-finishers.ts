/**
 * The share of those who begin that a survey of this many questions would keep to its end: one in ten leaves at once,
 * and two in a hundred more for each hundred questions (Hoerger 2010, doi 10.1089/cyber.2009.0445: six web studies of
 * students). A rule of thumb for want of anything better, until this persona's own share is known.
 *
 * @param questions the most that anybody is asked.
 * @param measured the share of this persona who finished what they began, 0 to 1; null while nobody counted.
 */
export function expectedFinishers(questions: number, measured: number | null = null): number {
  if (questions === 0) return 1;
  return measured ?? Math.max(0, 1 - LEAVE_AT_ONCE - questions * LEAVE_PER_QUESTION);
}

const LEAVE_AT_ONCE = 0.1;
const LEAVE_PER_QUESTION = 0.02 / 100;
