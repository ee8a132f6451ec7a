import type { House } from '#app/platform/house.ts';
import { inUndoableTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { employmentsOf } from '../employment.store.server.ts';
import { leaveInside } from '../leave-inside.server.ts';
import { findPeople } from '../person.store.server.ts';
import { saveAccountInside } from '../save-account.server.ts';
import { savePersonInside } from '../save-person.server.ts';
import { SEVERAL_ACCOUNTS } from './add-person.server.ts';

export type EmployedPerson = { kind: 'employed' } | { kind: 'said'; message: string } | { kind: 'not_found' };

/**
 * A person works at an account from now on; the account is added where it is new. Who moved leaves the other
 * accounts and the roles held there first (DOMAIN.md A3).
 */
export function employPerson(
  house: House,
  workspace: Workspace,
  input: { personId: string; accountName: string; title: string; leavesOthers: boolean; actor: Actor },
): Promise<EmployedPerson> {
  const { personId, actor } = input;
  return inUndoableTransaction<EmployedPerson>(house.db, async (tx, undo) => {
    const inside = { ...house, db: tx };
    const [person] = await findPeople(tx, workspace, [personId]);
    if (!person) return { kind: 'not_found' };
    const account = await saveAccountInside(inside, workspace, { name: input.accountName, actor });
    if (account.kind !== 'saved') return { kind: 'said', message: SEVERAL_ACCOUNTS };
    const accountId = account.id;
    const title = input.title === '' ? undefined : input.title;
    const others = (await employmentsOf(tx, workspace, [personId])).filter(
      (one) => one.endedAt === null && one.accountId !== accountId,
    );
    for (const other of input.leavesOthers ? others : []) {
      const reason = `moved to ${input.accountName}`;
      await leaveInside(inside, workspace, { personId, accountId: other.accountId, reason, actor });
    }
    const employment = { accountId, title, startedAt: house.clock.now() };
    const moved = { personId, name: person.name, emails: [], employment, source: 'csm', actor } as const;
    const saved = await savePersonInside(inside, workspace, moved);
    return saved.kind === 'saved' ? { kind: 'employed' } : undo({ kind: 'not_found' });
  });
}
