import { listPersonas } from '#app/persona/persona.store.server.ts';
import { isBase, type Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAccount } from './account.store.server.ts';
import type { Account } from './account.ts';
import { listSeats, listWithoutRole, type SeatRow } from './account-list.store.server.ts';

export interface AccountLane {
  persona: Persona;
  sitting: SeatRow[];
  left: SeatRow[];
  /** Nobody sits here though every account has such a seat; since when, if somebody left it. */
  isEmpty: boolean;
  emptySince: number | null;
}

export interface AccountPage {
  account: Account;
  lanes: AccountLane[];
  withoutRole: { personId: string; personName: string; title: string | null }[];
}

/** One account with its people by persona. It holds no figure: what Acme "thinks" has no number (DOMAIN A7). */
export async function readAccount(db: Db, workspace: Workspace, id: string): Promise<AccountPage | null> {
  const account = await findAccount(db, workspace, id);
  if (!account) return null;
  const seats = await listSeats(db, workspace, id);
  const personas = await listPersonas(db, workspace);
  const lanes = personas.map((persona) => toLane(persona, seats)).filter(isWorthShowing);
  return { account, lanes, withoutRole: await listWithoutRole(db, workspace, id) };
}

function toLane(persona: Persona, seats: readonly SeatRow[]): AccountLane {
  const own = seats.filter(({ personaId }) => personaId === persona.id);
  const sitting = own.filter(({ endedAt }) => endedAt === null);
  const left = own.filter(({ endedAt }) => endedAt !== null);
  const emptySince =
    sitting.length > 0 ? null : Math.max(0, ...left.map(({ endedAt }) => endedAt ?? 0)) || null;
  return { persona, sitting, left, isEmpty: sitting.length === 0 && hasASeatEverywhere(persona), emptySince };
}

/** Advocates may sit outside the account, and custom personas need not exist everywhere. */
function hasASeatEverywhere({ id }: Persona): boolean {
  return isBase(id) && id !== 'advocate';
}

function isWorthShowing({ sitting, left, isEmpty }: AccountLane): boolean {
  return isEmpty || sitting.length > 0 || left.length > 0;
}
