import { nameKey } from '../keys.ts';
import type { Reason } from './import-limits.ts';
import type { PersonRow } from './person-row.ts';

/** An account as the tables hold it. */
export interface BookedAccount {
  id: string;
  externalId: string | null;
  name: string;
  nameKey: string;
  renewalOn: string | null;
}

export type FoundAccount =
  | { kind: 'account'; account: BookedAccount; isNew: boolean }
  | { kind: 'reject'; reason: Reason };

/** The accounts that rows may mean: those of the tables, and those that rows before this one would add. */
export class AccountBook {
  readonly #byId = new Map<string, BookedAccount>();
  readonly #byExternal = new Map<string, BookedAccount>();
  readonly #byName = new Map<string, BookedAccount[]>();

  load(accounts: readonly BookedAccount[]): void {
    for (const account of accounts) if (!this.#byId.has(account.id)) this.#keep(account);
  }

  /** The account a row means: by its id in the CRM, else by its name; a new one where neither is known. */
  find({ externalId, name }: PersonRow['account'], makeId: () => string): FoundAccount {
    const known = externalId ? this.#byExternal.get(externalId) : undefined;
    if (known) return { kind: 'account', account: known, isNew: false };
    if (name === null) return reject('ACCOUNT_UNKNOWN', `No account here has the id “${externalId}”. Add the account’s name.`);
    const namesakes = this.#byName.get(nameKey(name)) ?? [];
    // An account with another id in the CRM is another account, even of the same name.
    const free = externalId ? namesakes.filter((account) => account.externalId === null) : namesakes;
    if (free.length > 1) return reject('ACCOUNT_NAME_TWICE', `${free.length} accounts here are called “${name}”. Add the account’s id.`);
    const [account] = free;
    if (account) return { kind: 'account', account, isNew: false };
    const fresh = { id: makeId(), externalId, name, nameKey: nameKey(name), renewalOn: null };
    this.#keep(fresh);
    return { kind: 'account', account: fresh, isNew: true };
  }

  /** Puts the changed account in the place of the one with its id. */
  replace(account: BookedAccount): void {
    const namesakes = this.#byName.get(account.nameKey) ?? [];
    this.#byName.set(
      account.nameKey,
      namesakes.filter(({ id }) => id !== account.id),
    );
    this.#keep(account);
  }

  nameOf(id: string): string {
    return this.#byId.get(id)?.name ?? 'another account';
  }

  #keep(account: BookedAccount): void {
    this.#byId.set(account.id, account);
    if (account.externalId) this.#byExternal.set(account.externalId, account);
    this.#byName.set(account.nameKey, [...(this.#byName.get(account.nameKey) ?? []), account]);
  }
}

function reject(code: string, sentence: string): FoundAccount {
  return { kind: 'reject', reason: { code, sentence } };
}
