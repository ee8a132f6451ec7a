import { Temporal } from 'temporal-polyfill';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona, PersonaBase } from '#app/persona/persona.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { type AskedRow, listAskedRenewing } from './silence.store.server.ts';

/** Somebody who sits there, was asked by name and was not heard, at an account that renews soon. */
export interface SilentSeat {
  personId: string;
  personName: string;
  persona: Persona;
  accountId: string;
  accountName: string;
  /** ISO day. */
  renewalOn: string;
  /** The last time they were asked without an answer, ms since 1970 UTC, and how often since they were last heard. */
  askedAt: number;
  timesAsked: number;
  /** When they last answered by name; null for never. */
  heardAt: number | null;
}

/**
 * Silent seats with a renewal from today until `days` from now, the nearest renewal first. Buyers and personas under
 * Buyer unless told. Only asking under names counts, for who was heard in confidence is nobody's to know.
 */
export async function listSilentSeats(
  db: Db,
  workspace: Workspace,
  of: { days: number; now: number; limit: number; base?: PersonaBase; waveId?: string },
): Promise<SilentSeat[]> {
  const { timeZone } = await readAskingRules(db, workspace);
  const fromDay = dayIn(timeZone, of.now);
  const toDay = Temporal.PlainDate.from(fromDay).add({ days: of.days }).toString();
  const personas = (await listPersonas(db, workspace)).filter(({ base }) => base === (of.base ?? 'buyer'));
  const byId = new Map(personas.map((persona) => [persona.id, persona]));
  const asked = await listAskedRenewing(db, workspace, { fromDay, toDay, personaIds: [...byId.keys()] });
  const seats = Map.groupBy(asked, ({ roleId }) => roleId);
  return [...seats.values()].flatMap((rows) => silentSeat(rows, byId, of.waveId) ?? []).slice(0, of.limit);
}

/** From everything one seat was asked, the latest first. */
function silentSeat(
  rows: readonly AskedRow[],
  personas: ReadonlyMap<string, Persona>,
  waveId: string | undefined,
): SilentSeat | null {
  const answered = rows.findIndex(({ answeredAt }) => answeredAt !== null);
  const since = answered === -1 ? rows : rows.slice(0, answered);
  const last = waveId === undefined ? since[0] : since.find((row) => row.waveId === waveId);
  const persona = last && personas.get(last.personaId);
  if (!last || !persona) return null;
  const { personId, personName, accountId, accountName, renewalOn, askedAt } = last;
  return {
    ...{ personId, personName, persona, accountId, accountName, renewalOn, askedAt },
    timesAsked: since.length,
    heardAt: rows[answered]?.answeredAt ?? null,
  };
}
