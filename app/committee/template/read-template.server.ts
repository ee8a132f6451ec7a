import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findSeats } from './template.store.server.ts';
import { FIRST_TEMPLATE, type Template } from './template.ts';

/** Who should be heard at every account: as the workspace wrote it, or as it begins. */
export async function readTemplate(db: Db, workspace: Workspace): Promise<Template> {
  const written = await findSeats(db, workspace);
  return Object.keys(written).length === 0 ? FIRST_TEMPLATE : written;
}
