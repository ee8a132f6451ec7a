import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import { DAY } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type MedianHours, medianHours } from '../pace.ts';
import { listPace } from './queue.store.server.ts';

/** How long follow-ups of one persona take, from being opened. There is no line for all of them. */
export interface Pace {
  persona: Persona;
  firstAct: MedianHours;
  toldBack: MedianHours;
}

const LOOKED_AT = 90 * DAY;

/** By persona, in lane order, over what was opened in the last 90 days; personas without any are left out. */
export async function readPace(db: Db, workspace: Workspace, now: number): Promise<Pace[]> {
  const paces: Pace[] = [];
  for (const persona of await listPersonas(db, workspace)) {
    const rows = await listPace(db, workspace, { personaId: persona.id, since: now - LOOKED_AT });
    if (rows.length === 0) continue;
    const spans = (until: 'firstActAt' | 'toldAt') =>
      rows.flatMap((row) => (row[until] === null ? [] : [row[until] - row.openedAt]));
    paces.push({
      persona,
      firstAct: medianHours(spans('firstActAt')),
      toldBack: medianHours(spans('toldAt')),
    });
  }
  return paces;
}
