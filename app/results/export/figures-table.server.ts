import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isInConfidence } from '../confidence/policy.ts';
import { exportFigures } from '../export-figures.server.ts';
import { EXPORT_HEADER, type ExportRow } from '../export-rows.ts';
import { countHeard } from '../heard.store.server.ts';
import { listLanes, type WaveLine } from '../lane.store.server.ts';
import type { Thresholds } from '../thresholds.ts';
import type { Table, TableColumn } from './table.ts';

/** In every cell in which another product would print a grand total. */
export const NOT_DEFINED = 'not defined across personas';

/** The figures of some waves as lines of one persona each; below those of a wave, what may be counted over all of them. */
export async function figuresTable(
  db: Db,
  workspace: Workspace,
  waves: readonly WaveLine[],
  thresholds: Thresholds,
): Promise<Table> {
  const rows: ExportRow[] = [];
  for (const wave of waves) {
    rows.push(...((await exportFigures(db, workspace, wave.id, thresholds)) ?? []));
    rows.push(await countRow(db, workspace, wave));
  }
  return { columns: EXPORT_HEADER.map(toColumn), rows };
}

/** Counting people is free across personas (DOMAIN R3); any figure is not defined. */
async function countRow(db: Db, workspace: Workspace, wave: WaveLine): Promise<ExportRow> {
  const lanes = await listLanes(db, workspace, wave.id);
  const known = lanes.map((lane) => lane.known);
  const counted: Partial<Record<(typeof EXPORT_HEADER)[number], string | number | null>> = {
    persona: 'All personas',
    wave: wave.name,
    metric: 'Count of responses',
    heard: await sumHeard(db, workspace, wave),
    known: known.includes(null) ? null : known.reduce<number>((sum, people) => sum + (people ?? 0), 0),
    scores_compare_only_within_one_persona: 'yes',
  };
  for (const figure of FIGURES) counted[figure] = NOT_DEFINED;
  return EXPORT_HEADER.map((column) => counted[column] ?? null);
}

/** Null in confidence: beside what is told of each persona, a sum would tell how many stand in a band. */
async function sumHeard(db: Db, workspace: Workspace, wave: WaveLine): Promise<number | null> {
  if (isInConfidence(wave.confidentiality)) return null;
  const heard = await countHeard(db, workspace, wave.id);
  return [...heard.values()].reduce((sum, people) => sum + people, 0);
}

const FIGURES = ['score', 'interval_low', 'interval_high', 'percent', 'percent_low', 'percent_high'] as const;

const NUMBERS: ReadonlySet<string> = new Set([
  ...FIGURES,
  'heard',
  'known',
  'accounts',
  'people',
  'declined',
]);

function toColumn(key: (typeof EXPORT_HEADER)[number]): TableColumn {
  const label = key[0]!.toUpperCase() + key.slice(1).replaceAll('_', ' ');
  return { key, label, kind: NUMBERS.has(key) ? 'number' : 'text' };
}
