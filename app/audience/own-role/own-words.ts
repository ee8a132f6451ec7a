/** Who vouches for a role that its holder said themselves; a member's id stands there otherwise. */
export const SELF = 'self';

/** Who acts, in the audit trail, where nobody signed in: the holder of an answer link. */
export const RESPONDENT = 'respondent';

/** Why a role ended that its holder ended themselves, as a member reads it beside the date. */
export const ENDED_BECAUSE = {
  other: (persona: string) => `told us that their role is ${persona} now`,
  none: 'told us that none of our roles fits',
  left: 'told us that they have left',
} as const;
