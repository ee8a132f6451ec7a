import { Temporal } from 'temporal-polyfill';
import { whoDeclined } from '#app/delivery/declined/who-declined.server.ts';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona, PersonaBase } from '#app/persona/persona.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isInConfidence } from '#app/results/confidence/policy.ts';
import { listWaves } from '#app/results/lane.store.server.ts';
import { listAskedByName, listSilentRenewing, type RenewingSeat } from './renewing.store.server.ts';
import { type InVain, lastHeardOf, listInVainOf } from './silence.store.server.ts';

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
  /** ISO day: today, where the workspace is. */
  today: string;
  days: number;
  limit: number;
  base?: PersonaBase;
}

/** How many times more seats each further look takes, where too few of those of the one before are silent. */
const MORE = 8;
/** What one look takes at most: its statements name each person. */
const LARGEST_LOOK = 512;

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
  const [all, waves, askedByName] = await Promise.all([
    listPersonas(db, workspace),
    listWaves(db, workspace),
    listAskedByName(db, workspace),
  ]);
  const quiet = waves.filter(({ confidentiality }) => isInConfidence(confidentiality));
  const toDay = Temporal.PlainDate.from(of.today).add({ days: of.days }).toString();
  const personas = new Map(
    all
      .filter(({ id, base }) => base === (of.base ?? 'buyer') && askedByName.has(id))
      .map((persona) => [persona.id, persona]),
  );
  // Without this every seat before a renewal would be looked at, to find none.
  if (personas.size === 0) return [];
  const asked = { fromDay: of.today, toDay, personaIds: [...personas.keys()] };
  const quietWaveIds = quiet.map(({ id }) => id);
  const found: SilentSeat[] = [];
  // A seat may come again where its account's changed between two looks.
  const looked = new Set<string>();
  for (let from = 0, limit = of.limit; ; from += limit, limit = Math.min(limit * MORE, LARGEST_LOOK)) {
    const seats = await listSilentRenewing(db, workspace, { ...asked, quietWaveIds, from, limit });
    const fresh = seats.filter(({ roleId }) => !looked.has(roleId));
    for (const { roleId } of fresh) looked.add(roleId);
    found.push(...(await silentAmong(house, workspace, fresh, personas)));
    if (seats.length < limit || found.length >= of.limit) return found.slice(0, of.limit);
  }
}

/** Of some seats those that were asked in vain since they were last heard, and did not decline. */
async function silentAmong(
  house: Pick<House, 'reading' | 'env'>,
  workspace: Workspace,
  seats: readonly RenewingSeat[],
  personas: ReadonlyMap<string, Persona>,
): Promise<SilentSeat[]> {
  const { reading: db } = house;
  const personIds = seats.map(({ personId }) => personId);
  const [asked, heard] = await Promise.all([
    listInVainOf(db, workspace, personIds),
    lastHeardOf(db, workspace, seats),
  ]);
  const byRole = Map.groupBy(asked, ({ roleId }) => roleId);
  const silent = seats.flatMap((seat) => {
    const persona = personas.get(seat.personaId);
    const found = silentSince(byRole.get(seat.roleId) ?? [], heard.get(seat.roleId));
    return persona && found ? [{ ...seat, ...found, persona }] : [];
  });
  const declined = new Set<string>();
  for (const [programmeId, own] of Map.groupBy(silent, (seat) => seat.programmeId))
    for (const personId of await whoDeclined(house, workspace, { seats: own, programmeId }))
      declined.add(`${programmeId} ${personId}`);
  return silent
    .filter(({ programmeId, personId }) => !declined.has(`${programmeId} ${personId}`))
    .map(({ programmeId: _p, roleId: _r, personaId: _a, ...seat }) => seat);
}

/** How often one seat was asked in vain since it was heard, and when last; null for never. */
function silentSince(asked: readonly InVain[], heardAt: number | undefined) {
  const since = asked.filter(({ askedAt }) => askedAt > (heardAt ?? 0));
  const [last] = since;
  if (!last) return null;
  const { askedAt, programmeId } = last;
  return { askedAt, programmeId, timesAsked: since.length, heardAt: heardAt ?? null };
}
