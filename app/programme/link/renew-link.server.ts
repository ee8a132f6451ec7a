import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import {
  endAnswerLinks,
  findLinked,
  insertLinks,
  type LinkedInvitation,
  raiseGenerations,
} from './link.store.server.ts';
import type { LinkReason } from './link-reason.ts';

export type RenewedLink =
  | { kind: 'renewed' }
  /** The wave asks nobody any more. */
  | { kind: 'closed' }
  /** The person left the seat, or somebody renewed the link meanwhile. */
  | { kind: 'changed' }
  | { kind: 'unknown' };

/**
 * What becomes of the letters when links change, inside the transaction that changes them: those that wait are
 * written anew when their turn comes. `follow`: those that are out are followed by one with the new link.
 */
export type ReplaceLetters = (
  tx: Db,
  workspace: Workspace,
  invitations: readonly LinkedInvitation[],
  how: { follow: boolean },
) => Promise<void>;

export type LinkHouse = Pick<House, 'db' | 'ids' | 'clock' | 'env' | 'wakeSender'>;

/**
 * Gives an invitation a new answer link and ends the old one, which then answers like any unknown link. The new one
 * goes out by mail, if the person has not answered by then. `seen`: the generation on the page that was pressed.
 */
export async function renewLink(
  house: LinkHouse,
  workspace: Workspace,
  input: { invitationId: string; seen: number; reason: LinkReason; actor: Actor },
  replaceLetters: ReplaceLetters,
): Promise<RenewedLink> {
  const { db, env, ids, clock } = house;
  const { invitationId, seen, reason, actor } = input;
  const now = clock.now();
  const renewed = await inTransaction(db, async (tx): Promise<RenewedLink> => {
    const found = await findLinked(tx, workspace, invitationId);
    if (!found) return { kind: 'unknown' };
    if (found.waveState === 'closed') return { kind: 'closed' };
    const raised = await raiseGenerations(tx, workspace, [invitationId], seen);
    if (raised.length === 0) return { kind: 'changed' };
    await endAnswerLinks(tx, workspace, [invitationId], now);
    await insertLinks(tx, workspace, raised, env.appSecret);
    await replaceLetters(tx, workspace, raised, { follow: true });
    const entry = { id: ids.make(), at: now, actor, act: 'renew_link', subject: invitationId };
    await writeAudit(tx, workspace, { ...entry, detail: { reason, generation: seen + 1 } });
    return { kind: 'renewed' };
  });
  if (renewed.kind === 'renewed') house.wakeSender();
  return renewed;
}
