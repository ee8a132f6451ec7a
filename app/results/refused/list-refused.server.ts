import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listWaves } from '../lane.store.server.ts';
import { byFixedLane } from '../lane.ts';
import { readAsked } from './asked-figure.ts';
import { listRefusedRows, type RefusedRow } from './refused.store.server.ts';
import { type RefusedWords, sayFigure, sayMixture, sayRefused } from './refused-words.ts';

const DAY = 86_400_000;
/** How far back the page looks. */
export const REMEMBERED_DAYS = 90;
const ROWS = 5_000;

export interface Refused extends RefusedWords {
  /** Each counts once a day for each asker. */
  times: number;
  /** Members and keys. */
  askers: number;
  lastAt: number;
  /** The split that was given, to be looked at again; null where no figure was asked for. */
  split: { waveId: string; personaIds: readonly string[] } | null;
}

/** What people keep asking for and are refused, the most often asked first: where teaching pays (DOMAIN R8). */
export async function listRefused(db: Db, workspace: Workspace, now: number): Promise<Refused[]> {
  const since = now - REMEMBERED_DAYS * DAY;
  const rows = await listRefusedRows(db, workspace, { since, limit: ROWS });
  const [personas, waves] = [await listPersonas(db, workspace), await listWaves(db, workspace)];
  const waveNames = new Map(waves.map(({ id, name }) => [id, name]));
  const groups = new Map<string, { said: Said; rows: RefusedRow[] }>();
  for (const row of rows) {
    const said = say(row, personas, waveNames);
    const group = groups.get(said.what) ?? { said, rows: [] };
    group.rows.push(row);
    groups.set(said.what, group);
  }
  return [...groups.values()]
    .map(({ said, rows: of }) => ({ ...said, ...countOf(of) }))
    .sort((a, b) => b.times - a.times || b.lastAt - a.lastAt);
}

type Said = RefusedWords & Pick<Refused, 'split'>;

function say(
  { code, asked }: RefusedRow,
  personas: readonly Persona[],
  waves: ReadonlyMap<string, string>,
): Said {
  const figure = readAsked(asked);
  if (!figure) return { ...sayRefused(code, asked), split: null };
  const named = personas.filter(({ id }) => figure.personas.includes(id)).sort(byFixedLane);
  const wave = waves.get(figure.results) ?? null;
  const split = wave === null ? null : { waveId: figure.results, personaIds: named.map(({ id }) => id) };
  return {
    ...(code === 'COMPOSITE_REFUSED' ? sayMixture(wave) : sayFigure({ personas: named, wave })),
    split,
  };
}

function countOf(rows: readonly RefusedRow[]): Pick<Refused, 'times' | 'askers' | 'lastAt'> {
  return {
    times: rows.reduce((sum, { days }) => sum + days, 0),
    askers: new Set(rows.map(({ actor }) => actor)).size,
    lastAt: Math.max(...rows.map(({ lastAt }) => lastAt)),
  };
}
