/** What a respondent says of the role they were asked in. */
export type Said =
  | { kind: 'still' }
  /** They hold another role at that account. */
  | { kind: 'other'; personaId: string }
  /** None of the personas fits; in their own words what they do, or ''. */
  | { kind: 'none'; words: string }
  /** They work there no more. */
  | { kind: 'left' };

/** The most that is kept of what somebody does, in their own words. */
export const LONGEST_WORDS = 300;

/** What they said, as it is kept. Times are ms. */
export interface Correction {
  said: Said['kind'];
  fromPersonaId: string;
  toPersonaId: string | null;
  toInvitationId: string | null;
  words: string;
  at: number;
}
