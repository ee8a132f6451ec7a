import type { Db } from '#app/platform/db.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findExport, listExportRows, listFiles } from './export.store.server.ts';
import type { ExportFile, ExportJob } from './export-job.ts';

export interface ListedExport extends ExportJob {
  files: ExportFile[];
}

/**
 * What somebody ordered, the newest first. Nobody is shown or given what another one ordered: so the audit trail of orders
 * names everyone who can have a file.
 */
export async function listExports(
  db: Db,
  workspace: Workspace,
  asked: { actor: Actor; after?: string; limit: number } | { actor: Actor; exportId: string },
): Promise<ListedExport[]> {
  const jobs =
    'exportId' in asked
      ? [await findExport(db, workspace, asked.exportId)].filter((job) => job?.orderedBy === asked.actor)
      : await listExportRows(db, workspace, { ...asked, orderedBy: asked.actor });
  const found = jobs.filter((job) => job !== undefined);
  const ids = found.filter(({ state }) => state === 'done').map(({ id }) => id);
  const files = ids.length > 0 ? await listFiles(db, workspace, ids) : [];
  return found.map((job) => ({ ...job, files: files.filter(({ exportId }) => exportId === job.id) }));
}
