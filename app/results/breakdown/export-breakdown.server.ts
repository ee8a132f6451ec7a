import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type DepthAsked, readDepth } from '../read-depth.server.ts';
import { readPersonaPage } from '../read-persona-page.server.ts';
import type { Thresholds } from '../thresholds.ts';
import { breakdownRows } from './breakdown-rows.ts';
import { BECAUSE, RULES } from './breakdown-words.ts';

export type ExportedBreakdown =
  | { kind: 'rows'; name: string; rows: ReturnType<typeof breakdownRows> }
  | { kind: 'unknown' }
  /** What the page says in the place of groups. */
  | { kind: 'refused'; message: string };

const SAY_BY = 'Say by what: choose it on the page of the persona.';

/** The groups that the page of ONE persona lists, judged among the same differences, as rows. */
export async function exportBreakdown(
  db: Db,
  workspace: Workspace,
  { by, most, ...of }: DepthAsked & { waveId: string; personaId: string },
  thresholds: Thresholds,
): Promise<ExportedBreakdown> {
  const page = await readPersonaPage(db, workspace, of, thresholds);
  if (!page) return { kind: 'unknown' };
  const { breakdown, together } = await readDepth(db, workspace, page, { by, most }, thresholds);
  const { because, rule, way } = breakdown;
  if (because) return { kind: 'refused', message: BECAUSE[because] };
  if (!way) return { kind: 'refused', message: rule === 'open' ? SAY_BY : RULES[rule] };
  const { persona } = page.lane.row;
  const rows = breakdownRows(breakdown, { persona: persona.name, wave: page.wave.name, together });
  return { kind: 'rows', name: `${page.wave.name}, ${persona.plural} by ${way.name}`, rows };
}
