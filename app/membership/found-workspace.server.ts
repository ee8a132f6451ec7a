import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inSerialTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { createWorkspace, type Furnish } from './create-workspace.server.ts';
import { hashPassword } from './sign-in/hash-password.server.ts';
import { hasWorkspace } from './workspace.store.server.ts';

export interface NewWorkspace {
  workspaceName: string;
  name: string;
  email: string;
  password: string;
}

export type Founded = { kind: 'founded'; workspace: Workspace; memberId: string } | { kind: 'taken' };

/**
 * Founds the first workspace of this database, with its first admin. Open to anybody, and therefore only once:
 * of two visitors at the same moment one gets `taken`.
 */
export async function foundWorkspace(house: House, input: NewWorkspace, furnish: Furnish): Promise<Founded> {
  if (await hasWorkspace(house.db)) return { kind: 'taken' };
  const founder = { ...input, passwordHash: await hashPassword(input.password) };
  // Serial, because the check reads what the other visitor is about to write.
  return inSerialTransaction(house.db, async (tx) => {
    if (await hasWorkspace(tx)) return { kind: 'taken' };
    const { workspace, memberId } = await createWorkspace(house, tx, founder, furnish);
    const [id, at] = [house.ids.make(), house.clock.now()];
    const entry = { id, at, actor: memberId, act: 'found_workspace', subject: workspace.id, detail: {} };
    await writeAudit(tx, workspace, entry);
    return { kind: 'founded', workspace, memberId };
  });
}
