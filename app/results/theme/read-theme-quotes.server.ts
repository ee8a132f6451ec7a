import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isInConfidence } from '../confidence/policy.ts';
import { readLanes } from '../read-lanes.server.ts';
import { readVerbatims, type Verbatim } from '../read-verbatims.server.ts';
import type { Thresholds } from '../thresholds.ts';
import { listThemes, survivorOf } from './list-themes.server.ts';
import type { Raised } from './raised.ts';
import { readThemeTable, type ThemeLane } from './read-theme-table.server.ts';
import type { Theme } from './theme.ts';

/** One persona on one theme: how many raise it, and in their own words, as many for each persona. */
export interface ThemeColumn extends ThemeLane {
  raised: Raised;
  quotes: Verbatim[];
}

export interface ThemeQuotes {
  theme: Theme;
  wave: { name: string; programmeId: string; confidentiality: 'attributed' | 'confidential' | 'unlinkable' };
  /** In lane order, those who were not heard too. */
  columns: ThemeColumn[];
}

/** Quotes of each persona: forty of one don't push the one of another off the page (DOMAIN A12). */
const SHOWN = 3;

/** The personas of a wave side by side on one theme, or on the one that it was merged into; null where it is not there. */
export async function readThemeQuotes(
  db: Db,
  workspace: Workspace,
  { waveId, themeId }: { waveId: string; themeId: string },
  thresholds: Thresholds,
): Promise<ThemeQuotes | null> {
  const theme = survivorOf(await listThemes(db, workspace), themeId);
  const table = theme && (await readThemeTable(db, workspace, waveId, thresholds));
  if (!theme || !table) return null;
  const row = table.rows.find((one) => one.theme.id === theme.id);
  const lanes = await readLanes(db, workspace, table.wave);
  const columns: ThemeColumn[] = [];
  for (const column of table.lanes) {
    const lane = lanes.find((one) => one.row.persona.id === column.persona.id);
    const raised = row?.raised.get(column.persona.id) ?? notTold(column, table.wave.confidentiality);
    const wanted = lane && { wave: table.wave, lane, limit: SHOWN, themeId: theme.id };
    const quotes =
      wanted && raised.kind === 'raised' ? await readVerbatims(db, workspace, wanted, thresholds) : [];
    columns.push({ ...column, raised, quotes: quotes.slice(0, SHOWN) });
  }
  return { theme, wave: table.wave, columns };
}

/** A closed theme has no row where it may not be told that anybody raised it. */
function notTold(
  { heard, heardTold, isWhole }: ThemeLane,
  confidentiality: 'attributed' | 'confidential' | 'unlinkable',
): Raised {
  if (isInConfidence(confidentiality))
    return { kind: isWhole ? 'withheld' : 'not_yet', heard, told: heardTold };
  return heard === 0 ? { kind: 'not_heard' } : { kind: 'not_raised', heard };
}
