import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { linkToken, remakeToken } from '../link-token.server.ts';
import { findLiveLinks, insertLinks, raiseGenerations } from './link.store.server.ts';

export type MailLinks = { kind: 'links'; answer: string; unsubscribe: string } | { kind: 'revoked' };

type MailingHouse = Pick<House, 'db' | 'ids' | 'clock' | 'env'>;

/**
 * The two tokens that a letter carries: the ones that are out already, made again. Where the secret that made them
 * is gone, new ones under the current secret stand beside them: what is out stays good until a member ends it.
 */
export async function linksForMail(
  house: MailingHouse,
  workspace: Workspace,
  invitationId: string,
): Promise<MailLinks> {
  const found = await findLiveLinks(house.db, [workspace.id], invitationId);
  if (!found || found.leftAt !== null || !found.live.some(({ kind }) => kind === 'answer'))
    return { kind: 'revoked' };
  const remade = (kind: 'answer' | 'unsubscribe') =>
    found.live
      .filter((link) => link.kind === kind)
      .map((link) => remakeToken(house.env, { ...link, ownerId: found.id, generation: found.generation }))
      .find((token) => token !== null);
  const [answer, unsubscribe] = [remade('answer'), remade('unsubscribe')];
  if (answer !== undefined && unsubscribe !== undefined) return { kind: 'links', answer, unsubscribe };
  return (await addLinks(house, workspace, found)) ?? linksForMail(house, workspace, invitationId);
}

/** Null where another sender, or a member, renewed them meanwhile. */
async function addLinks(
  { db, env, ids, clock }: MailingHouse,
  workspace: Workspace,
  { id, generation }: { id: string; generation: number },
): Promise<MailLinks | null> {
  return inTransaction(db, async (tx) => {
    const [raised] = await raiseGenerations(tx, workspace, [id], generation);
    if (!raised) return null;
    await insertLinks(tx, workspace, [raised], env.appSecret);
    const entry = { id: ids.make(), at: clock.now(), actor: 'system', act: 'add_link', subject: id };
    await writeAudit(tx, workspace, { ...entry, detail: { why: 'secret_gone', ...raised } });
    const token = (kind: 'answer' | 'unsubscribe') => linkToken(env.appSecret, kind, id, raised.generation);
    return { kind: 'links', answer: token('answer'), unsubscribe: token('unsubscribe') };
  });
}
