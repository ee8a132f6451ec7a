import type { Db, DeliveryState } from '#app/platform/db.server.ts';
import type { PageAsked } from '#app/platform/wire/page.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type DeliveryRow, pageDeliveries } from './delivery.store.server.ts';

/** What became of each event for one endpoint, the newest first, one more than the page holds. */
export function pageLog(
  db: Db,
  workspace: Workspace,
  asked: PageAsked & { endpointId: string; state?: DeliveryState | 'open' },
): Promise<DeliveryRow[]> {
  return pageDeliveries(db, workspace, asked);
}
