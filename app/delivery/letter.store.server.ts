import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

const WAITING = ['queued', 'claimed', 'deferred'] as const;
/** Out, perhaps out, or held back at the last look; a letter that was refused is not tried again by itself. */
const FOLLOWED = ['committed_to_send', 'accepted', 'in_doubt', 'suppressed'] as const;

/**
 * Forgets what waiting letters say, so that they are written anew. Whoever holds one at this moment loses it before
 * the mark, because it waits again, and the next claim raises its fence: what they hold never goes out.
 */
export async function unwriteLetters(
  tx: Db,
  workspace: Workspace,
  invitationIds: readonly string[],
): Promise<void> {
  const waiting = tx
    .updateTable('outbound_message')
    .set({ bytes: null, subject: '', lease_until: null })
    .where('workspace_id', '=', workspace.id)
    .where('invitation_id', 'in', invitationIds);
  await waiting.set({ state: 'queued' }).where('state', '=', 'claimed').execute();
  await waiting.where('state', 'in', ['queued', 'deferred']).execute();
}

/** Those of these invitations whose last letter is out, and none waits. */
export async function listToFollow(
  tx: Db,
  workspace: Workspace,
  invitationIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('outbound_message')
    .select(['invitation_id as id', 'state'])
    .where('workspace_id', '=', workspace.id)
    .where('invitation_id', 'in', invitationIds)
    .execute();
  const among = (states: readonly string[]) =>
    new Set(rows.filter(({ state }) => states.includes(state)).map(({ id }) => id));
  const waiting = among(WAITING);
  return new Set([...among(FOLLOWED)].filter((id) => !waiting.has(id)));
}
