/** The smallest n for each purpose (DOMAIN 2.6). One number cannot serve all three. */
export interface Thresholds {
  /** Answers from which a score is shown. */
  readonly showAnswers: number;
  /** Accounts these answers must come from. */
  readonly showAccounts: number;
  /** Answers each wave needs before two waves are compared by score. */
  readonly compareAnswers: number;
}

export const THRESHOLDS: Thresholds = { showAnswers: 5, showAccounts: 3, compareAnswers: 8 };

/** A workspace's own thresholds: each may be raised, and a wish to lower one changes nothing. */
export function stricter(wishes: Partial<Thresholds>): Thresholds {
  const raised = (name: keyof Thresholds) => Math.max(THRESHOLDS[name], wishes[name] ?? 0);
  return {
    showAnswers: raised('showAnswers'),
    showAccounts: raised('showAccounts'),
    compareAnswers: raised('compareAnswers'),
  };
}
