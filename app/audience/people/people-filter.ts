/** What a list of people is narrowed to. Empty fields narrow nothing. */
export interface PeopleFilter {
  /** Part of a name or an address. */
  q: string;
  personaId: string | null;
  /** `missing` means: works at an account and holds no role anywhere. */
  role: RoleFilter | null;
  accountId: string | null;
}

export const ROLE_FILTERS = ['confirmed', 'stale', 'unconfirmed', 'missing'] as const;
export type RoleFilter = (typeof ROLE_FILTERS)[number];

export const ROLE_FILTER_WORDS = {
  confirmed: 'Role confirmed',
  stale: 'Role stale',
  unconfirmed: 'Role never confirmed',
  missing: 'Role missing',
} as const satisfies Record<RoleFilter, string>;

/** Where a page of the list begins: behind or before this person, by name. */
export interface PeoplePage {
  limit: number;
  /** Names from Z to A. */
  descending: boolean;
  /** The person to go on behind, or, with `backwards`, the one to stop before. */
  cursor: string | null;
  backwards: boolean;
}
