import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { nameKey } from '../keys.ts';
import { findAccountByName } from './find-account-by-name.server.ts';
import { listPeopleRows } from './people-list.store.server.ts';

export type FoundByName =
  | { kind: 'person'; personId: string }
  | { kind: 'account'; accountId: string }
  /** Nobody, or more than one: the list of people shows whom. */
  | { kind: 'list' };

/** The one thing that typed words mean: an account of that name, or the only person they fit. */
export async function findByName(db: Db, workspace: Workspace, typed: string): Promise<FoundByName> {
  if (nameKey(typed) === '') return { kind: 'list' };
  const accountId = await findAccountByName(db, workspace, typed);
  if (accountId) return { kind: 'account', accountId };
  const filter = { q: typed, personaId: null, role: null, accountId: null };
  const page = { limit: 1, descending: false, cursor: null, backwards: false };
  // Which roles are stale does not matter here: no role is asked for.
  const [person, another] = await listPeopleRows(db, workspace, filter, page, { now: 0, reviewDays: 0 });
  return person && !another ? { kind: 'person', personId: person.id } : { kind: 'list' };
}
