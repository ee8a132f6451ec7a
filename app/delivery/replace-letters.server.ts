import type { House } from '#app/platform/house.ts';
import type { ReplaceLetters } from '#app/programme/link/renew-link.server.ts';
import { insertMessages, listInvitationAddresses } from './delivery.store.server.ts';
import { listToFollow, unwriteLetters } from './letter.store.server.ts';

/** The half of a change of links that belongs to delivery, in the same transaction. */
export function replaceLetters(house: House): ReplaceLetters {
  const domain = house.env.mailFrom.split('@')[1]!;
  return async (tx, workspace, invitations, { follow }) => {
    const generations = new Map(invitations.map(({ id, generation }) => [id, generation]));
    const toFollow = follow ? await listToFollow(tx, workspace, [...generations.keys()]) : new Set<string>();
    await unwriteLetters(tx, workspace, [...generations.keys()]);
    if (toFollow.size === 0) return;
    const at = house.clock.now();
    const addresses = await listInvitationAddresses(tx, workspace, [...toFollow]);
    if (addresses.length === 0) return;
    const messages = addresses.map(({ id: invitationId, waveId, email }) => {
      const id = house.ids.make();
      const letter = { kind: 'invitation' as const, ordinal: generations.get(invitationId)! };
      return { ...letter, id, invitationId, waveId, toAddress: email, messageId: `<i.${id}@${domain}>`, at };
    });
    await insertMessages(tx, workspace, messages);
  };
}
