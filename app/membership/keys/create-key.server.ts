import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { hashToken, randomToken } from '#app/platform/secrets.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { insertApiKey } from './api-key.store.server.ts';
import type { ApiScope } from './api-scope.ts';

/** Makes a key and returns its token, which nobody can read again: the database keeps a hash of it. */
export async function createKey(
  house: House,
  workspace: Workspace,
  { name, scopes, actor }: { name: string; scopes: readonly ApiScope[]; actor: string },
): Promise<{ kind: 'created'; id: string; token: string }> {
  const [id, now] = [house.ids.make(), house.clock.now()];
  // The prefix lets a person, and a scanner of leaked secrets, see what it is.
  const token = `rolecall_${randomToken()}`;
  await house.db.transaction().execute(async (tx) => {
    await insertApiKey(tx, workspace, {
      id,
      name,
      tokenHash: hashToken(token),
      scopes,
      createdBy: actor,
      now,
    });
    const entry = {
      id: house.ids.make(),
      at: now,
      actor,
      act: 'create_key',
      subject: id,
      detail: { scopes },
    };
    await writeAudit(tx, workspace, entry);
  });
  return { kind: 'created', id, token };
}
