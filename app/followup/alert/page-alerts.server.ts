import type { Db } from '#app/platform/db.server.ts';
import type { PageAsked } from '#app/platform/wire/page.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type AlertFilter, type AlertRow, listAlertRows } from './alert.store.server.ts';

/** One page of alerts, the newest first, with one more where there is a next page. */
export async function pageAlerts(
  db: Db,
  workspace: Workspace,
  { after, limit, filter }: PageAsked & { filter: AlertFilter },
): Promise<AlertRow[]> {
  return listAlertRows(db, workspace, filter, { after, limit: limit + 1 });
}
