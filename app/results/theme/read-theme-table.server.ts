import { findLanePeople } from '#app/answering/lane-people.store.server.ts';
import type { PersonaLabel } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isInConfidence } from '../confidence/policy.ts';
import { listLanes, listWaves, type WaveLine } from '../lane.store.server.ts';
import type { Thresholds } from '../thresholds.ts';
import { type Raised, raisedOf, speakersIn } from './raised.ts';
import { readQuietCells } from './read-quiet-cells.server.ts';
import { cellOf, countSpeakers } from './speakers.store.server.ts';
import { listThemeRows } from './theme.store.server.ts';
import type { Theme } from './theme.ts';

export interface ThemeLane {
  persona: PersonaLabel;
  /** In confidence the least of the band that is told, or 0. */
  heard: number;
  /** The upper end of the band; otherwise as heard. */
  heardTo: number;
  /** The same as it is told: "41", "10 to 19". */
  heardTold: string;
  known: number | null;
  /** False while answers given in confidence are not all shown: until then nobody is told who raised what. */
  isWhole: boolean;
}

/** The lanes of a wave, and how each raises each theme. */
export interface Cells {
  lanes: ThemeLane[];
  cell: (lane: ThemeLane, themeId: string) => Raised;
}

export interface ThemeRow {
  theme: Theme;
  /** By persona id, one for every lane. */
  raised: ReadonlyMap<string, Raised>;
}

/** Who raised what in a wave: a row a theme, a column a persona, and nothing over all of them. */
export interface ThemeTable {
  wave: WaveLine;
  /** In lane order. */
  lanes: ThemeLane[];
  /** By name: without a persona there is no other order. */
  rows: ThemeRow[];
}

/** Null for no such wave. Themes that were merged into another one are not in it. */
export async function readThemeTable(
  db: Db,
  workspace: Workspace,
  waveId: string,
  thresholds: Thresholds,
): Promise<ThemeTable | null> {
  const wave = (await listWaves(db, workspace)).find(({ id }) => id === waveId);
  return wave ? readThemesIn(db, workspace, wave, thresholds) : null;
}

export async function readThemesIn(
  db: Db,
  workspace: Workspace,
  wave: WaveLine,
  thresholds: Thresholds,
): Promise<ThemeTable> {
  const [{ lanes, cell }, themes] = await Promise.all([
    isInConfidence(wave.confidentiality)
      ? readQuietCells(db, workspace, wave, thresholds)
      : readCells(db, workspace, wave),
    listThemeRows(db, workspace),
  ]);
  const rows = themes.map((theme) => ({
    theme,
    raised: new Map(lanes.map((lane) => [lane.persona.id, cell(lane, theme.id)])),
  }));
  return { wave, lanes, rows: rows.filter(isTold) };
}

async function readCells(db: Db, workspace: Workspace, { id: waveId }: WaveLine): Promise<Cells> {
  const [people, rows, asked] = await Promise.all([
    findLanePeople(db, workspace, waveId),
    countSpeakers(db, workspace, waveId),
    listLanes(db, workspace, waveId),
  ]);
  const speakers = new Map(rows.map((row) => [cellOf(row.personaId, row.themeId), row.speakers]));
  const lanes = asked.map(({ persona }) => {
    const { heard = 0, known = null } = people.get(persona.id) ?? {};
    return { persona, heard, heardTo: heard, heardTold: String(heard), known, isWhole: true };
  });
  const cell: Cells['cell'] = ({ persona, heard }, themeId) =>
    raisedOf({ speakers: speakers.get(cellOf(persona.id, themeId)) ?? 0, heard });
  return { lanes, cell };
}

/** A closed theme stands where it can be told that somebody raised it; else its row alone would tell. */
function isTold({ theme, raised }: ThemeRow): boolean {
  if (theme.mergedInto !== null) return false;
  return theme.closedAt === null || [...raised.values()].some(({ kind }) => kind === 'raised');
}

/** The rows as ONE persona raised them, most speakers first; what as many raised stands by name. */
export function orderedFor(rows: readonly ThemeRow[], personaId: string): ThemeRow[] {
  const speakers = ({ raised }: ThemeRow) => speakersIn(raised.get(personaId) ?? { kind: 'not_heard' });
  return rows.toSorted((a, b) => speakers(b) - speakers(a));
}

/** The list of one persona: what it raised, most speakers first. */
export function listFor(rows: readonly ThemeRow[], personaId: string): ThemeRow[] {
  return orderedFor(rows, personaId).filter(({ raised }) => raised.get(personaId)?.kind === 'raised');
}
