import type { House } from '#app/platform/house.ts';
import type { QueueMessages } from '#app/programme/send-wave.server.ts';
import { insertMessages } from './delivery.store.server.ts';

/** The half of a send that belongs to delivery: one ledger row per invitation, in the same transaction. */
export function queueMessages(house: House): QueueMessages {
  const domain = house.env.mailFrom.split('@')[1]!;
  return async (tx, workspace, invitations) => {
    const at = house.clock.now();
    const messages = invitations.map(({ id: invitationId, waveId, email }) => {
      const id = house.ids.make();
      const first = { kind: 'invitation' as const, ordinal: 1 };
      return { ...first, id, invitationId, waveId, toAddress: email, messageId: `<i.${id}@${domain}>`, at };
    });
    await insertMessages(tx, workspace, messages);
  };
}
