/** What a workspace decides for itself. */
export interface WorkspaceSettings {
  name: string;
  /** Answers from which a score is shown. */
  showAnswers: number;
  /** Accounts these answers must come from. */
  showAccounts: number;
  /** Answers each wave needs before two waves are compared by score. */
  compareAnswers: number;
  /** Days after which a role counts as stale and has to be confirmed again. */
  roleReviewDays: number;
}

/** The loosest that any workspace may be, and what a new one starts with (DOMAIN 2.6, A4). */
export const LOOSEST = {
  showAnswers: 5,
  showAccounts: 3,
  compareAnswers: 8,
  roleReviewDays: 180,
} as const satisfies Omit<WorkspaceSettings, 'name'>;

export type Threshold = keyof typeof LOOSEST;

/** The thresholds that would let through what the house does not: thresholds are only ever made stricter. */
export function tooLoose(settings: WorkspaceSettings): Threshold[] {
  const least = (['showAnswers', 'showAccounts', 'compareAnswers'] as const).filter(
    (name) => settings[name] < LOOSEST[name],
  );
  return settings.roleReviewDays > LOOSEST.roleReviewDays ? [...least, 'roleReviewDays'] : least;
}
