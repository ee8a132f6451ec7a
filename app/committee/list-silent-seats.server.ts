import { Temporal } from 'temporal-polyfill';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona, PersonaBase } from '#app/persona/persona.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { whoDeclined } from './picture/who-declined.server.ts';
import { type AskedRow, lastHeardOf, listInVainRenewing } from './silence.store.server.ts';

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

interface Looking {
  days: number;
  now: number;
  limit: number;
  base?: PersonaBase;
  waveId?: string;
}

/** Rows of what was asked in vain that are looked at first, and how many more each time that too few seats are among them. */
const FIRST = 60;
const MORE = 5;

/**
 * Silent seats with a renewal from today until `days` from now, the nearest renewal first. Buyers and personas under
 * Buyer unless told. Only asking under names counts, for who was heard in confidence is nobody's to know.
 */
export async function listSilentSeats(
  house: Pick<House, 'reading' | 'env'>,
  workspace: Workspace,
  of: Looking,
): Promise<SilentSeat[]> {
  const { reading: db } = house;
  const [{ timeZone }, all] = await Promise.all([
    readAskingRules(db, workspace),
    listPersonas(db, workspace),
  ]);
  const fromDay = dayIn(timeZone, of.now);
  const toDay = Temporal.PlainDate.from(fromDay).add({ days: of.days }).toString();
  const personas = new Map(
    all.filter(({ base }) => base === (of.base ?? 'buyer')).map((persona) => [persona.id, persona]),
  );
  const asked = { fromDay, toDay, personaIds: [...personas.keys()] };
  for (let limit = FIRST; ; limit *= MORE) {
    const rows = await listInVainRenewing(db, workspace, { ...asked, limit });
    const isAll = rows.length < limit;
    const seats = [...Map.groupBy(rows, ({ roleId }) => roleId).values()];
    // What the last of them was asked may go on.
    const whole = isAll ? seats : seats.slice(0, -1);
    const found = await silentAmong(house, workspace, whole, { personas, waveId: of.waveId });
    if (isAll || found.length >= of.limit) return found.slice(0, of.limit);
  }
}

/** Of seats with what each was asked in vain, the latest first, those that were not heard since and did not decline. */
async function silentAmong(
  house: Pick<House, 'reading' | 'env'>,
  workspace: Workspace,
  seats: readonly AskedRow[][],
  { personas, waveId }: { personas: ReadonlyMap<string, Persona>; waveId: string | undefined },
): Promise<SilentSeat[]> {
  const heard = await lastHeardOf(
    house.reading,
    workspace,
    seats.map(([first]) => first!),
  );
  const silent = seats.flatMap(
    (rows) => silentSeat(rows, personas, heard.get(rows[0]!.roleId), waveId) ?? [],
  );
  const declined = new Set<string>();
  for (const [programmeId, own] of Map.groupBy(silent, (seat) => seat.programmeId))
    for (const personId of await whoDeclined(house, workspace, { seats: own, programmeId }))
      declined.add(`${programmeId} ${personId}`);
  return silent
    .filter(({ programmeId, personId }) => !declined.has(`${programmeId} ${personId}`))
    .map(({ programmeId: _, ...seat }) => seat);
}

function silentSeat(
  rows: readonly AskedRow[],
  personas: ReadonlyMap<string, Persona>,
  heardAt: number | undefined,
  waveId: string | undefined,
): (SilentSeat & { programmeId: string }) | null {
  const since = rows.filter(({ askedAt }) => askedAt > (heardAt ?? 0));
  const last = waveId === undefined ? since[0] : since.find((row) => row.waveId === waveId);
  const persona = last && personas.get(last.personaId);
  if (!last || !persona) return null;
  const { personId, personName, accountId, accountName, renewalOn, askedAt, programmeId } = last;
  return {
    ...{ personId, personName, persona, accountId, accountName, renewalOn, askedAt, programmeId },
    timesAsked: since.length,
    heardAt: heardAt ?? null,
  };
}
