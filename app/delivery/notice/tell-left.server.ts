import { endedSeatsOf } from '#app/audience/ended-seats.server.ts';
import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { findAsked } from '../event/told-message.store.server.ts';
import { listLeavers, markTold } from './leaver.store.server.ts';
import { leftNotice } from './owner-notice.ts';
import { tellOwner } from './tell-owner.server.ts';

type Telling = Pick<House, 'db' | 'env' | 'ids' | 'clock'>;

/**
 * Tells owners of people who said that they have left. It reads what they said, whichever page they said it on, so that
 * no page can forget it and no crash can lose it.
 */
export async function tellOfLeavers(house: Telling): Promise<void> {
  for (const { workspaceId, id } of await listLeavers(house.db)) {
    const workspace = mintWorkspace(workspaceId);
    await inTransaction(house.db, async (tx) => {
      const invitationId = await markTold(tx, workspace, { id, at: house.clock.now() });
      if (invitationId === null) return;
      const { programmeId, personId, personName, accountId, accountName } = await findAsked(
        tx,
        workspace,
        invitationId,
      );
      const notice = leftNotice({
        ...{ personName, accountName },
        personaNames: await endedSeatsOf(tx, workspace, { personId, accountId }),
        personUrl: `${house.env.publicUrl}/people/${toSlug('person', personId)}`,
      });
      await tellOwner({ ...house, db: tx }, workspace, { programmeId, kind: 'left', about: id, notice });
    });
  }
}
