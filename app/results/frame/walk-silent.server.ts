import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { namesOfPeople } from '../panel/person-name.store.server.ts';
import type { AskedSeat, LaneOf } from './asked.store.server.ts';
import { byRenewal, type Renewal, type Silent } from './frame.ts';
import {
  type AskedAt,
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
async function* someAccounts(
  db: Db,
  workspace: Workspace,
  ids: ReadonlySet<string>,
): AsyncGenerator<Renewal[]> {
  const all = [...ids];
  const looks: Promise<Renewal[]>[] = [];
  for (let at = 0; at < all.length; at += LARGEST_LOOK)
    looks.push(listRenewals(db, workspace, all.slice(at, at + LARGEST_LOOK)));
  const found = (await Promise.all(looks)).flat().sort(byRenewal);
  let limit = FIRST_LOOK;
  for (let at = 0; at < found.length; at += limit, limit = Math.min(limit * 2, LARGEST_LOOK))
    yield found.slice(at, at + limit);
}

type Seat = Pick<AskedAt, 'personId' | 'accountId'>;

/** Whoever kept silent at some accounts. */
export type SilentAt = (accountIds: readonly string[]) => Promise<readonly Seat[]>;

/** Those of ONE persona in a wave, looked up among everybody who was asked there. */
export function silentIn(db: Db, workspace: Workspace, lane: LaneOf): SilentAt {
  return async (accountIds) => {
    const asked = await listAskedAt(db, workspace, { ...lane, accountIds });
    const invitationIds = asked.map(({ invitationId }) => invitationId);
    const notSilent = await listNotSilent(db, workspace, invitationIds);
    return asked.filter(({ invitationId }) => !notSilent.has(invitationId));
  };
}

/** Those of a lane that was sorted already. */
function silentAmong(silent: readonly AskedSeat[]): SilentAt {
  const seats = Map.groupBy(silent, ({ accountId }) => accountId);
  return async (accountIds) => accountIds.flatMap((id) => seats.get(id) ?? []);
}

/** Whoever kept silent at these accounts, account by account, and by name within one. */
export async function* walkSilent(
  db: Db,
  workspace: Workspace,
  accounts: InOrder,
  silentAt: SilentAt,
): AsyncGenerator<Silent> {
  for await (const some of accounts) {
    const silent = await silentAt(some.map(({ id }) => id));
    const personIds = silent.map(({ personId }) => personId);
    const names = await namesOfPeople(db, workspace, personIds);
    const named = silent.map((seat) => ({ ...seat, name: names.get(seat.personId) ?? '' }));
    const seats = Map.groupBy(named, ({ accountId }) => accountId);
    for (const { id: accountId, name: account, renewalOn } of some)
      for (const { personId, name } of (seats.get(accountId) ?? []).sort(byName))
        yield { personId, name, accountId, account, renewalOn };
  }
}

/** The same of a lane that was sorted already. */
export function walkSorted(
  db: Db,
  workspace: Workspace,
  { silent }: { silent: readonly AskedSeat[] },
): AsyncGenerator<Silent> {
  const accounts = someAccounts(db, workspace, new Set(silent.map(({ accountId }) => accountId)));
  return walkSilent(db, workspace, accounts, silentAmong(silent));
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
