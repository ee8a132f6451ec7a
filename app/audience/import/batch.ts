import type { Account } from '../account.ts';
import type { About, HeldValue } from '../attribute/attribute.ts';
import type { Address, Employment, Person } from '../person.ts';
import type { RoleEpisode } from '../role.ts';
import type { AccountBook } from './account-book.ts';
import type { Contradictions } from './contradictions.ts';
import type { Reason } from './import-limits.ts';
import type { KnownPeople } from './known-people.ts';
import type { PeopleFacts } from './people-facts.ts';

/** Everything a row is judged against that is the same for the whole file. */
export interface Settled {
  facts: PeopleFacts;
  contradictions: Contradictions;
  /** What each role word means; null comes in without a role. */
  words: ReadonlyMap<string, string | null>;
  personaName(personaId: string): string;
  /** Header of the role column and the file's name, for the evidence of a role. */
  roleColumn: string;
  fileName: string;
  /** The member who brings the file in and vouches for its roles. */
  memberId: string;
  now: number;
  makeId(): string;
}

/** What happens to one row. */
export type Fate =
  | { kind: 'new'; withRole: boolean; newAccount: boolean }
  | { kind: 'here'; newTitle: boolean; newRole: boolean; newAccount: boolean }
  | { kind: 'wait'; reason: Reason }
  | { kind: 'need_you'; reason: Reason };

/** Rows to write for one batch. Each table gets one statement, changes apart. */
export interface Writes {
  accounts: Map<string, Account>;
  accountChanges: Map<string, Account>;
  people: Person[];
  personChanges: Person[];
  addresses: Address[];
  employments: Employment[];
  titles: Pick<Employment, 'id' | 'title' | 'titleKey'>[];
  roles: RoleEpisode[];
  /** Own attributes by holder and attribute, so that two rows about one holder write one value. */
  values: Record<About, Map<string, HeldValue>>;
}

export function noWrites(): Writes {
  return {
    accounts: new Map(),
    accountChanges: new Map(),
    people: [],
    personChanges: [],
    addresses: [],
    employments: [],
    titles: [],
    roles: [],
    values: { person: new Map(), account: new Map() },
  };
}

/** Rows that are taken together, and what they are judged against. */
export interface Batch {
  settled: Settled;
  known: KnownPeople;
  accounts: AccountBook;
  writes: Writes;
}
