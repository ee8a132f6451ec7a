import { ABOUT_WORDS, type About } from '#app/audience/attribute/attribute.ts';

/** One own attribute that a send picks by, and the values of which one is enough. */
export interface Pick {
  attributeId: string;
  /** As `nameKey` spells them. */
  values: readonly string[];
}

/** Whom the own attributes of a choice leave. */
export type Picked =
  | { kind: 'everybody' }
  /** Whose person, or account, is in each of these. */
  | { kind: 'only'; sets: readonly { about: About; holderIds: ReadonlySet<string> }[] }
  /** The choice names an attribute that was deleted: nobody knows whom it meant, so nobody is left. */
  | { kind: 'gone' };

export function isPicked(picked: Picked, role: { personId: string; accountId: string }): boolean {
  if (picked.kind !== 'only') return picked.kind === 'everybody';
  return picked.sets.every(({ about, holderIds }) =>
    holderIds.has(about === 'person' ? role.personId : role.accountId),
  );
}

export const GONE = {
  heading: 'This choice names an attribute that was deleted',
  sentence: 'Nobody knows any more whom it meant, so it leaves nobody. Choose again whom to ask.',
} as const;

/** “Only where Region of the account is EMEA or APAC, and Product is Pulse.” */
export function sayPicks(
  picks: readonly { name: string; about: About; values: readonly string[] }[],
): string {
  const said = picks.map(({ name, about, values }) => `${nameOf(name, about)} is ${values.join(' or ')}`);
  return `Only where ${said.join(', and ')}.`;
}

function nameOf(name: string, about: About): string {
  return about === 'account' ? `${name} of the account` : name;
}

/** “12 accounts”: how many have a value. */
export function sayHolders(about: About, holders: number): string {
  if (holders === 1) return about === 'person' ? '1 person' : '1 account';
  return `${holders} ${ABOUT_WORDS[about]}`;
}
