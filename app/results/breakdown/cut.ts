/** What one persona's answers can be broken down by. Never by another persona. */
export type By =
  | { readonly kind: 'account' }
  | { readonly kind: 'language' }
  | {
      readonly kind: 'attribute';
      readonly about: 'account' | 'person';
      readonly id: string;
      readonly name: string;
    };

/** One way on offer, as the address and the API write it. */
export interface Way {
  readonly by: By;
  readonly value: string;
  /** "Region", "Account", "Language they answered in". */
  readonly name: string;
}

export const BY_ACCOUNT = {
  by: { kind: 'account' },
  value: 'account',
  name: 'Account',
} as const satisfies Way;
export const BY_LANGUAGE = {
  by: { kind: 'language' },
  value: 'language',
  name: 'Language',
} as const satisfies Way;

/** The group somebody falls in; null for those of whom it is not known. */
export interface Group {
  readonly key: string;
  readonly label: string;
}

/** Which account falls in which group, as it stood when it was decided. */
export interface KeptCut {
  readonly attributeId: string;
  readonly name: string;
  readonly groups: ReadonlyMap<string, Group>;
  /** Answers that were shown that day; null where that was not kept. */
  readonly people: number | null;
}
