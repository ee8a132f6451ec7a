import { findLanePeople } from '#app/answering/lane-people.store.server.ts';
import type { PersonaLabel } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listLanes, listWaves, type WaveLine } from '../lane.store.server.ts';
import type { Thresholds } from '../thresholds.ts';
import { type Raised, raisedOf, speakersIn } from './raised.ts';
import { cellOf, countSpeakerAccounts, countSpeakers } from './speakers.store.server.ts';
import { listThemeRows } from './theme.store.server.ts';
import type { Theme } from './theme.ts';

export interface ThemeLane {
  persona: PersonaLabel;
  heard: number;
  known: number | null;
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
  const lanes = await readThemeLanes(db, workspace, wave.id);
  const cell = await readCells(db, workspace, wave, thresholds);
  const rows = (await listThemeRows(db, workspace)).map((theme) => ({
    theme,
    raised: new Map(lanes.map((lane) => [lane.persona.id, cell(lane, theme.id)])),
  }));
  return { wave, lanes, rows: rows.filter(isTold) };
}

/** How each persona of a wave raises each theme. */
async function readCells(db: Db, workspace: Workspace, wave: WaveLine, thresholds: Thresholds) {
  const { confidentiality } = wave;
  const rows = await countSpeakers(db, workspace, wave.id);
  const speakers = new Map(rows.map((row) => [cellOf(row.personaId, row.themeId), row.speakers]));
  const accounts =
    confidentiality === 'confidential' ? await countSpeakerAccounts(db, workspace, wave.id) : null;
  return ({ persona, heard }: ThemeLane, themeId: string): Raised => {
    const key = cellOf(persona.id, themeId);
    const told = { speakers: speakers.get(key) ?? 0, heard, confidentiality };
    return raisedOf({ ...told, accounts: accounts && (accounts.get(key) ?? 0) }, thresholds);
  };
}

/** A closed theme stands where it can be told that somebody raised it; else its row alone would tell. */
function isTold({ theme, raised }: ThemeRow): boolean {
  if (theme.mergedInto !== null) return false;
  return theme.closedAt === null || [...raised.values()].some(({ kind }) => kind === 'raised');
}

async function readThemeLanes(db: Db, workspace: Workspace, waveId: string): Promise<ThemeLane[]> {
  const people = await findLanePeople(db, workspace, waveId);
  return (await listLanes(db, workspace, waveId)).map(({ persona }) => ({
    persona,
    heard: people.get(persona.id)?.heard ?? 0,
    known: people.get(persona.id)?.known ?? null,
  }));
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
