/** Follow-ups of one persona in one wave: counts of work, of which no rate is ever made. */
export interface Work {
  open: number;
  /** Of the open ones, those past their day. */
  overdue: number;
  done: number;
  declined: number;
}

export const NO_WORK: Work = { open: 0, overdue: 0, done: 0, declined: 0 };
