import type { Account } from '../account.ts';
import { nameKey } from '../keys.ts';
import type { Reason } from './import-limits.ts';
import type { PersonRow } from './person-row.ts';

export type FoundAccount =
  | { kind: 'account'; account: Account; isNew: boolean }
  | { kind: 'reject'; reason: Reason };

/** The accounts that rows may mean: those of the tables, and those that rows before this one would add. */
export class AccountBook {
  readonly #byId = new Map<string, Account>();
  readonly #byExternal = new Map<string, Account>();
  readonly #byName = new Map<string, Account[]>();

  load(accounts: readonly Account[]): void {
    for (const account of accounts) if (!this.#byId.has(account.id)) this.#keep(account);
  }

  /** The account a row means: by its id in the CRM, else by its name; a new one, not yet booked, where neither is known. */
  find({ externalId, name }: PersonRow['account'], makeId: () => string): FoundAccount {
    const known = externalId ? this.#byExternal.get(externalId) : undefined;
    if (known) return { kind: 'account', account: known, isNew: false };
    if (name === null)
      return reject('ACCOUNT_UNKNOWN', `No account here has the id “${externalId}”. Add the account’s name.`);
    const namesakes = this.#byName.get(nameKey(name)) ?? [];
    // An account with another id in the CRM is another account, even of the same name.
    const free = externalId ? namesakes.filter((account) => account.externalId === null) : namesakes;
    if (free.length > 1)
      return reject(
        'ACCOUNT_NAME_TWICE',
        `${free.length} accounts here are called “${name}”. Add the account’s id.`,
      );
    const [account] = free;
    if (account) return { kind: 'account', account, isNew: false };
    const fresh = { id: makeId(), externalId, name, nameKey: nameKey(name), renewalOn: null };
    return { kind: 'account', account: fresh, isNew: true };
  }

  /** Books a new account, or puts the changed one in the place of the one with its id. */
  book(account: Account): void {
    const namesakes = this.#byName.get(account.nameKey) ?? [];
    this.#byName.set(
      account.nameKey,
      namesakes.filter(({ id }) => id !== account.id),
    );
    this.#keep(account);
  }

  #keep(account: Account): void {
    this.#byId.set(account.id, account);
    if (account.externalId) this.#byExternal.set(account.externalId, account);
    this.#byName.set(account.nameKey, [...(this.#byName.get(account.nameKey) ?? []), account]);
  }
}

function reject(code: string, sentence: string): FoundAccount {
  return { kind: 'reject', reason: { code, sentence } };
}
