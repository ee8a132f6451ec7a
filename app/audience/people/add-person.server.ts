import type { House } from '#app/platform/house.ts';
import { inUndoableTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { assignInside } from '../assign-role.server.ts';
import { readEmail } from '../import/email-address.ts';
import { findAddresses, findPeople } from '../person.store.server.ts';
import { saveAccountInside } from '../save-account.server.ts';
import { savePersonInside } from '../save-person.server.ts';

/** What an account's name that several have needs first. */
export const SEVERAL_ACCOUNTS = 'More than one account has this name. Give one of them another name first.';

export interface NewPerson {
  name: string;
  email: string;
  /** An account that is not known by this name is added. */
  accountName: string;
  /** Empty where nobody knows it. */
  title: string;
  /** BCP 47; null where nobody knows it. */
  language: string | null;
  /** What they do there and how that is known, which the actor vouches for; null where it is not known yet. */
  role: { personaId: string; evidence: string } | null;
  actor: Actor;
}

export type AddedPerson =
  | { kind: 'added'; id: string }
  /** The address is somebody's already, and nothing was changed. */
  | { kind: 'known'; id: string; name: string }
  | { kind: 'invalid'; field: 'name' | 'email' | 'accountName' | 'persona'; message: string };

/** Adds one person by hand: who they are, where they work and, where it is known, in which role. All of it or nothing. */
export function addPerson(house: House, workspace: Workspace, input: NewPerson): Promise<AddedPerson> {
  const { name, language, role, actor } = input;
  return inUndoableTransaction<AddedPerson>(house.db, async (tx, undo) => {
    const inside = { ...house, db: tx };
    const known = await findByEmail(inside, workspace, input.email);
    if (known) return { kind: 'known', ...known };
    const account = await saveAccountInside(inside, workspace, { name: input.accountName, actor });
    if (account.kind !== 'saved')
      return undo({ kind: 'invalid', field: 'accountName', message: SEVERAL_ACCOUNTS });
    const [accountId, startedAt] = [account.id, house.clock.now()];
    const employment = { accountId, title: input.title === '' ? null : input.title, startedAt };
    const person = { name, emails: [input.email], language, employment, source: 'csm', actor } as const;
    const saved = await savePersonInside(inside, workspace, person);
    if (saved.kind === 'invalid') {
      const field = saved.field === 'emails' ? 'email' : saved.field;
      return undo({ kind: 'invalid', field, message: saved.message });
    }
    // Nobody has the address, no id was given and the account is there.
    if (saved.kind !== 'saved') throw new Error(`a new person was ${saved.kind}`);
    if (role) {
      const seat = {
        personId: saved.id,
        accountId,
        startedAt,
        source: 'csm',
        actor,
        confirmed: true,
      } as const;
      const assigned = await assignInside(inside, workspace, { ...seat, ...role });
      if (assigned.kind !== 'assigned') {
        const message = 'This persona is closed. Choose another one.';
        return undo({ kind: 'invalid', field: 'persona', message });
      }
    }
    return { kind: 'added', id: saved.id };
  });
}

async function findByEmail(
  { db }: Pick<House, 'db'>,
  workspace: Workspace,
  email: string,
): Promise<{ id: string; name: string } | null> {
  const read = readEmail(email);
  if (read.kind !== 'address') return null;
  const [held] = await findAddresses(db, workspace, [read.key]);
  if (!held) return null;
  const [person] = await findPeople(db, workspace, [held.personId]);
  return person ? { id: person.id, name: person.name } : null;
}
