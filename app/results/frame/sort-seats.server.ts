import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Silent } from './frame.ts';
import { type Fate, type LanePin, listFates, listSeats, type Seat } from './seat.store.server.ts';

/** More are not read one by one. */
export const MOST_SEATS = 10_000;

interface SortedSeats {
  heard: Seat[];
  /** Who renews first stands first. */
  silent: Seat[];
  notAsked: number;
  fates: Record<Fate, number>;
}

/** Everybody of one persona who could have been heard, each in the one place where they belong. */
export async function sortSeats(db: Db, workspace: Workspace, pin: LanePin): Promise<SortedSeats> {
  const seats = await listSeats(db, workspace, { ...pin, limit: MOST_SEATS });
  const sorted = sortOut(seats, await listFates(db, workspace, pin));
  return { ...sorted, silent: sorted.silent.sort(byRenewal) };
}

/** Each seat once. */
function sortOut(seats: readonly Seat[], fates: ReadonlyMap<string, Fate>) {
  const sorted = { heard: [] as Seat[], silent: [] as Seat[], notAsked: 0 };
  const counted: Record<Fate, number> = { held: 0, not_in_role: 0, not_reached: 0 };
  for (const seat of seats) {
    const fate = seat.invitationId === null ? undefined : fates.get(seat.invitationId);
    if (seat.answeredAt !== null) sorted.heard.push(seat);
    else if (seat.invitationId === null || seat.revokedAt !== null) sorted.notAsked += 1;
    else if (fate) counted[fate] += 1;
    else sorted.silent.push(seat);
  }
  return { ...sorted, fates: counted };
}

/** Who renews first; accounts without a day come last. */
function byRenewal(a: Seat, b: Seat): number {
  const [first, second] = [a.renewalOn ?? '9999', b.renewalOn ?? '9999'];
  if (first !== second) return first < second ? -1 : 1;
  return a.accountName.localeCompare(b.accountName, 'en') || a.personName.localeCompare(b.personName, 'en');
}

export function toSilent({ personId, personName, accountId, accountName, renewalOn }: Seat): Silent {
  return { personId, name: personName, accountId, account: accountName, renewalOn };
}
