import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { namesOfPeople } from '../panel/person-name.store.server.ts';
import type { LaneOf } from './asked.store.server.ts';
import { byRenewal, type Renewal, type Silent } from './frame.ts';
import {
  listAskedAt,
  listNotSilent,
  listRenewals,
  listRenewing,
  listUndated,
} from './silent.store.server.ts';

/** Accounts of one look: few at first, since most often the first few hold whoever is shown. */
const FIRST_LOOK = 8;
const LARGEST_LOOK = 128;

/** Some accounts after others, in the order of their renewals. */
type InOrder = AsyncIterable<Renewal[]>;

/** Every account: who renews first stands first, and accounts without a day come last by name. */
export async function* everyAccount(db: Db, workspace: Workspace): InOrder {
  for (const next of [listRenewing, listUndated]) {
    let limit = FIRST_LOOK;
    for (let after: Renewal | null = null; ; limit = Math.min(limit * 2, LARGEST_LOOK)) {
      const accounts: Renewal[] = await next(db, workspace, { after, limit });
      yield accounts;
      if (accounts.length < limit) break;
      after = accounts.at(-1)!;
    }
  }
}

/** The same of these accounts alone. */
export async function* someAccounts(
  db: Db,
  workspace: Workspace,
  ids: ReadonlySet<string>,
): AsyncGenerator<Renewal[]> {
  const [all, found] = [[...ids], [] as Renewal[]];
  for (let at = 0; at < all.length; at += LARGEST_LOOK)
    found.push(...(await listRenewals(db, workspace, all.slice(at, at + LARGEST_LOOK))));
  found.sort(byRenewal);
  let limit = FIRST_LOOK;
  for (let at = 0; at < found.length; at += limit, limit = Math.min(limit * 2, LARGEST_LOOK))
    yield found.slice(at, at + limit);
}

/** Whoever of ONE persona kept silent at these accounts, account by account, and by name within one. */
export async function* walkSilent(
  db: Db,
  workspace: Workspace,
  lane: LaneOf,
  accounts: InOrder,
): AsyncGenerator<Silent> {
  for await (const some of accounts) {
    const silent = await silentAt(db, workspace, lane, some);
    for (const { id: accountId, name: account, renewalOn } of some)
      for (const { personId, name } of (silent.get(accountId) ?? []).sort(byName))
        yield { personId, name, accountId, account, renewalOn };
  }
}

/** By account. */
async function silentAt(db: Db, workspace: Workspace, lane: LaneOf, accounts: readonly Renewal[]) {
  const asked = await listAskedAt(db, workspace, { ...lane, accountIds: accounts.map(({ id }) => id) });
  const notSilent = await listNotSilent(
    db,
    workspace,
    asked.map(({ invitationId }) => invitationId),
  );
  const silent = asked.filter(({ invitationId }) => !notSilent.has(invitationId));
  const names = await namesOfPeople(
    db,
    workspace,
    silent.map(({ personId }) => personId),
  );
  return Map.groupBy(
    silent.map(({ personId, accountId }) => ({ personId, accountId, name: names.get(personId) ?? '' })),
    ({ accountId }) => accountId,
  );
}

/** The first so many. */
export async function firstSilent(walked: AsyncIterable<Silent>, most: number): Promise<Silent[]> {
  const first: Silent[] = [];
  if (most === 0) return first;
  for await (const one of walked) if (first.push(one) === most) break;
  return first;
}

function byName(a: { name: string; personId: string }, b: { name: string; personId: string }): number {
  return a.name.localeCompare(b.name, 'en') || (a.personId < b.personId ? -1 : 1);
}
