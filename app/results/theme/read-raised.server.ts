import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Thresholds } from '../thresholds.ts';
import type { Raised } from './raised.ts';
import { readThemeTable } from './read-theme-table.server.ts';

/** How ONE persona of a wave raises one theme, as far as it may be told; null where there is no such cell. */
export async function readRaised(
  db: Db,
  workspace: Workspace,
  { waveId, personaId, themeId }: { waveId: string; personaId: string; themeId: string },
  thresholds: Thresholds,
): Promise<Raised | null> {
  const table = await readThemeTable(db, workspace, waveId, thresholds);
  return table?.rows.find(({ theme }) => theme.id === themeId)?.raised.get(personaId) ?? null;
}
