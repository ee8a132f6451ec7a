import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findAccount, findAccountsByKeys, insertAccounts, updateAccount } from './account.store.server.ts';
import type { Account } from './account.ts';
import {
  type AttributeFault,
  type NamedValues,
  resolveValues,
  writeValues,
} from './attribute/write-values.server.ts';
import { oneLine } from './import/cell-text.ts';
import { nameKey } from './keys.ts';

export interface AccountInput {
  /** The account to change; without it the account is found by its external id, else by its name. */
  accountId?: string;
  name: string;
  /** Its id in the CRM. Undefined keeps what is known. */
  externalId?: string | null;
  /** ISO day; undefined keeps what is known, null clears it. */
  renewalOn?: string | null;
  /** By the name of an own attribute; null clears it. */
  attributes?: NamedValues;
  actor: Actor;
}

export type SavedAccount =
  | { kind: 'saved'; id: string; created: boolean }
  | { kind: 'not_found' }
  | { kind: 'invalid'; field: 'name' | 'renewalOn'; message: string }
  | { kind: 'external_id_taken'; id: string }
  | { kind: 'several_of_that_name'; ids: string[] }
  | AttributeFault;

/** Adds an account, or brings the known one up to date. */
export function saveAccount(house: House, workspace: Workspace, input: AccountInput): Promise<SavedAccount> {
  return inTransaction(house.db, (tx) => saveAccountInside({ ...house, db: tx }, workspace, input));
}

/** The same as part of a transaction that does more: `house.db` is that transaction. A fault has written nothing. */
export async function saveAccountInside(
  { db: tx, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  input: AccountInput,
): Promise<SavedAccount> {
  const fault = faultOf(input);
  if (fault) return fault;
  const found = await findKnown(tx, workspace, input);
  if ('kind' in found) return found;
  const values = await resolveValues(tx, workspace, 'account', input.attributes ?? {});
  if (values.kind !== 'resolved') return values;
  const now = clock.now();
  const id = found.known?.id ?? ids.make();
  const account = merge(id, found.known, input);
  if (found.known) await updateAccount(tx, workspace, account, now);
  else await insertAccounts(tx, workspace, [account], now);
  await writeValues(tx, workspace, 'account', id, values);
  const act = found.known ? 'change_account' : 'add_account';
  const detail = { name: account.name };
  await writeAudit(tx, workspace, { id: ids.make(), at: now, actor: input.actor, act, subject: id, detail });
  return { kind: 'saved', id, created: !found.known };
}

function faultOf({ name, renewalOn }: AccountInput): SavedAccount | null {
  if (nameKey(name) === '')
    return { kind: 'invalid', field: 'name', message: 'Write the name of the account.' };
  if (renewalOn && !/^\d{4}-\d{2}-\d{2}$/.test(renewalOn)) {
    return { kind: 'invalid', field: 'renewalOn', message: 'Write the renewal date as year-month-day.' };
  }
  return null;
}

async function findKnown(
  db: Db,
  workspace: Workspace,
  input: AccountInput,
): Promise<SavedAccount | { known: Account | undefined }> {
  const keys = { externalIds: input.externalId ? [input.externalId] : [], nameKeys: [nameKey(input.name)] };
  const candidates = await findAccountsByKeys(db, workspace, keys);
  const holder = candidates.find(({ externalId }) => externalId !== null && externalId === input.externalId);
  if (input.accountId !== undefined) {
    const known = await findAccount(db, workspace, input.accountId);
    if (!known) return { kind: 'not_found' };
    return holder && holder.id !== known.id ? { kind: 'external_id_taken', id: holder.id } : { known };
  }
  if (holder) return { known: holder };
  // An account with another id in the CRM is another account, even of the same name.
  const free = input.externalId ? candidates.filter(({ externalId }) => externalId === null) : candidates;
  if (free.length > 1) return { kind: 'several_of_that_name', ids: free.map(({ id }) => id) };
  return { known: free[0] };
}

function merge(id: string, known: Account | undefined, input: AccountInput): Account {
  const { externalId = known?.externalId ?? null, renewalOn = known?.renewalOn ?? null } = input;
  return { id, externalId, name: oneLine(input.name), nameKey: nameKey(input.name), renewalOn };
}
