import { writeAudit } from '#app/platform/audit.store.server.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { endAnswerLinks, findLinked } from './link.store.server.ts';
import type { LinkReason } from './link-reason.ts';
import type { LinkHouse, ReplaceLetters } from './renew-link.server.ts';

export type RevokedLink =
  | { kind: 'revoked' }
  /** No link of this invitation opened anything. */
  | { kind: 'already' }
  | { kind: 'unknown' };

/**
 * Ends every answer link of an invitation: they answer like any unknown link from now on. The invitation itself
 * stays, and so does what was answered; a renewed link opens it again.
 */
export async function revokeLink(
  { db, ids, clock }: Pick<LinkHouse, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  input: { invitationId: string; reason: LinkReason; actor: Actor },
  replaceLetters: ReplaceLetters,
): Promise<RevokedLink> {
  const { invitationId, reason, actor } = input;
  const now = clock.now();
  return inTransaction(db, async (tx): Promise<RevokedLink> => {
    const found = await findLinked(tx, workspace, invitationId);
    if (!found) return { kind: 'unknown' };
    const links = await endAnswerLinks(tx, workspace, [invitationId], now);
    if (links === 0) return { kind: 'already' };
    await replaceLetters(tx, workspace, [found], { follow: false });
    const entry = { id: ids.make(), at: now, actor, act: 'revoke_link', subject: invitationId };
    await writeAudit(tx, workspace, { ...entry, detail: { reason, links } });
    return { kind: 'revoked' };
  });
}
