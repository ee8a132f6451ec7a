import { type ReadValues, readValues } from '#app/audience/attribute/read-values.server.ts';
import { DAY } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { asksByName, type WaveLine } from '../lane.store.server.ts';
import { languageName } from '../language-name.ts';
import type { Lane } from '../read-lanes.server.ts';
import { type Framed, type Representation, representationOf } from './representation.ts';
import { type Fate, type LanePin, listFates, listSeats, type Seat } from './seat.store.server.ts';

/** Somebody who was asked, could have answered and did not. */
export interface Silent {
  personId: string;
  name: string;
  accountId: string;
  account: string;
  /** ISO day. */
  renewalOn: string | null;
}

export type Frame =
  | {
      kind: 'named';
      /** The next renewal first. */
      silent: Silent[];
      /** Everybody who kept silent, also beyond those listed. */
      silentPeople: number;
      notAsked: number;
      notInRole: number;
      notReached: number;
      held: number;
      representation: Representation | null;
    }
  /** Whether somebody answered is part of what was promised. */
  | { kind: 'in_confidence' }
  | { kind: 'too_large' };

const MOST_SEATS = 10_000;
const SILENT_SHOWN = 50;

/** Who could have been heard: the silent by name and renewal day, and whether those heard are like them (DOMAIN 2.7). */
export async function readFrame(
  db: Db,
  workspace: Workspace,
  { wave, lane }: { wave: WaveLine; lane: Lane },
): Promise<Frame | null> {
  if (!asksByName(wave) || wave.sentAt === null) return null;
  if (wave.confidentiality !== 'attributed') return { kind: 'in_confidence' };
  if ((lane.row.known ?? 0) > MOST_SEATS) return { kind: 'too_large' };
  const pin = pinOf(wave, lane);
  const seats = await listSeats(db, workspace, { ...pin, limit: MOST_SEATS });
  const sorted = sortOut(seats, await listFates(db, workspace, pin));
  const silent = sorted.silent.sort(byRenewal);
  return {
    kind: 'named',
    silent: silent.slice(0, SILENT_SHOWN).map(toSilent),
    silentPeople: silent.length,
    notAsked: sorted.notAsked,
    notInRole: sorted.fates.not_in_role,
    notReached: sorted.fates.not_reached,
    held: sorted.fates.held,
    representation: await represent(db, workspace, [...sorted.heard, ...silent], wave.sentAt),
  };
}

export function pinOf(wave: WaveLine, { row }: Pick<Lane, 'row'>): LanePin {
  const { id: waveId, programmeId, sentAt } = wave;
  return { waveId, personaId: row.persona.id, programmeId, sentAt: sentAt ?? 0 };
}

/** Each seat once, in the one place where it belongs. */
function sortOut(seats: readonly Seat[], fates: ReadonlyMap<string, Fate>) {
  const sorted = { heard: [] as Seat[], silent: [] as Seat[], notAsked: 0 };
  const counted: Record<Fate, number> = { held: 0, not_in_role: 0, not_reached: 0 };
  for (const seat of seats) {
    const fate = seat.invitationId === null ? undefined : fates.get(seat.invitationId);
    if (seat.answeredAt !== null) sorted.heard.push(seat);
    else if (seat.invitationId === null || seat.revokedAt !== null) sorted.notAsked += 1;
    else if (fate) counted[fate] += 1;
    else sorted.silent.push(seat);
  }
  return { ...sorted, fates: counted };
}

async function represent(
  db: Db,
  workspace: Workspace,
  seats: readonly Seat[],
  sentAt: number,
): Promise<Representation | null> {
  const accounts = await valuesOf(db, workspace, 'account', seats);
  const people = await valuesOf(db, workspace, 'person', seats);
  return representationOf(
    seats.map((seat) => toFramed(seat, sentAt, [accounts(seat.accountId), people(seat.personId)])),
  );
}

type FactsOf = (holderId: string) => Facts;

const AT_ONCE = 512;

/** The attributes of accounts, or of people, by name; a statement takes only so many ids. */
async function valuesOf(
  db: Db,
  workspace: Workspace,
  about: 'account' | 'person',
  seats: readonly Seat[],
): Promise<FactsOf> {
  const ids = [...new Set(seats.map((seat) => (about === 'account' ? seat.accountId : seat.personId)))];
  const facts = new Map<string, Record<string, string>>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const read = await readValues(db, workspace, about, ids.slice(at, at + AT_ONCE));
    for (const [holderId, own] of read.values) facts.set(holderId, named(read, own));
  }
  return (holderId) => facts.get(holderId) ?? {};
}

function named({ attributes }: ReadValues, own: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    attributes.flatMap(({ id, name }) => {
      const value = own.get(id);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

type Facts = Readonly<Record<string, string>>;

function toFramed(seat: Seat, sentAt: number, [account, person]: readonly [Facts, Facts]): Framed {
  const language: Facts = seat.language === null ? {} : { Language: languageName(seat.language) };
  const days = Math.max(0, Math.round((sentAt - seat.startedAt) / DAY));
  return { heard: seat.answeredAt !== null, facts: { ...language, ...person, ...account }, days };
}

/** Who renews first; accounts without a day come last. */
function byRenewal(a: Seat, b: Seat): number {
  const [first, second] = [a.renewalOn ?? '9999', b.renewalOn ?? '9999'];
  if (first !== second) return first < second ? -1 : 1;
  return a.accountName.localeCompare(b.accountName, 'en') || a.personName.localeCompare(b.personName, 'en');
}

function toSilent({ personId, personName, accountId, accountName, renewalOn }: Seat): Silent {
  return { personId, name: personName, accountId, account: accountName, renewalOn };
}
