import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAccount } from './account.store.server.ts';
import { type AccountLine, countSeats, pageAccounts } from './account-list.store.server.ts';
import { nameKey } from './keys.ts';

export interface ListedAccount extends AccountLine {
  /** In lane order; open personas only, with 0 for an empty seat. */
  seats: { persona: Persona; people: number }[];
}

const PAGE = 50;

/** Accounts by name with who sits there, a page at a time; `after` is the id of the last account seen. */
export async function listAccounts(
  db: Db,
  workspace: Workspace,
  { search, after }: { search: string; after: string | null },
): Promise<{ accounts: ListedAccount[]; next: string | null }> {
  const last = after ? await findAccount(db, workspace, after) : undefined;
  const from = last ? { nameKey: last.nameKey, id: last.id } : null;
  const found = await pageAccounts(db, workspace, { search: nameKey(search), after: from, limit: PAGE + 1 });
  const lines = found.slice(0, PAGE);
  const personas = (await listPersonas(db, workspace)).filter(({ closedAt }) => closedAt === null);
  const seats = await countSeats(
    db,
    workspace,
    lines.map(({ id }) => id),
  );
  const people = new Map(seats.map((seat) => [`${seat.accountId} ${seat.personaId}`, seat.people]));
  const accounts = lines.map((line) => ({
    ...line,
    seats: personas.map((persona) => ({ persona, people: people.get(`${line.id} ${persona.id}`) ?? 0 })),
  }));
  return { accounts, next: found.length > PAGE ? lines.at(-1)!.id : null };
}
