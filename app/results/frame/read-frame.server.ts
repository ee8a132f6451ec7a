import { type ReadValues, readValues } from '#app/audience/attribute/read-values.server.ts';
import { DAY } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { languageName } from '#app/survey/translation/language.ts';
import { asksByName, type WaveLine } from '../lane.store.server.ts';
import type { Lane } from '../read-lanes.server.ts';
import type { Frame } from './frame.ts';
import { type Framed, type Representation, representationOf } from './representation.ts';
import type { LanePin, Seat } from './seat.store.server.ts';
import { MOST_SEATS, sortSeats, toSilent } from './sort-seats.server.ts';

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
  const sorted = await sortSeats(db, workspace, pinOf(wave, lane));
  const { silent } = sorted;
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
  const language: Facts = seat.language === null ? {} : { Language: languageName(seat.language, 'en') };
  const days = Math.max(0, Math.round((sentAt - seat.startedAt) / DAY));
  return { heard: seat.answeredAt !== null, facts: { ...language, ...person, ...account }, days };
}
