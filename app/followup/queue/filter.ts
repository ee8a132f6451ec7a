import type { FollowUpState } from '../follow-up.ts';

/** Which follow-ups are meant. */
export interface FollowUpFilter {
  /** `unsettled`: open or taken up. */
  state: FollowUpState | 'unsettled' | 'all';
  personaId?: string | undefined;
  programmeId?: string | undefined;
  ownerId?: string | undefined;
  themeId?: string | undefined;
  personId?: string | undefined;
  accountId?: string | undefined;
}
