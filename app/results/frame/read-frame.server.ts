import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { asksByName, type WaveLine } from '../lane.store.server.ts';
import type { Lane } from '../read-lanes.server.ts';
import { countSilent, type SilentCount } from './count-silent.server.ts';
import type { Frame } from './frame.ts';
import { readLikeness } from './read-likeness.server.ts';
import type { Representation } from './representation.ts';
import type { LanePin } from './seat.store.server.ts';
import { sortAsked } from './sort-asked.server.ts';
import { everyAccount, firstSilent, silentIn, walkSilent, walkSorted } from './walk-silent.server.ts';

const SILENT_SHOWN = 50;

export interface FrameOf {
  wave: WaveLine;
  lane: Lane;
  /** Of so many who were asked each is read. */
  most: number;
}

/** Who could have been heard: the silent by name and renewal day, and whether those heard are like them (DOMAIN 2.7). */
export async function readFrame(
  db: Db,
  workspace: Workspace,
  { wave, lane, most }: FrameOf,
): Promise<Frame | null> {
  if (!asksByName(wave) || wave.sentAt === null) return null;
  if (wave.confidentiality !== 'attributed') return { kind: 'in_confidence' };
  const of = { wave, lane, sentAt: wave.sentAt };
  return askedIn(lane) > most ? readLarge(db, workspace, of) : readSmall(db, workspace, of);
}

export function askedIn({ invited }: Pick<Lane, 'invited'>): number {
  return invited ?? 0;
}

export function pinOf(wave: WaveLine, { row }: Pick<Lane, 'row'>): LanePin {
  const { id: waveId, programmeId, sentAt } = wave;
  return { waveId, personaId: row.persona.id, programmeId, sentAt: sentAt ?? 0 };
}

interface SentLane extends Omit<FrameOf, 'most'> {
  sentAt: number;
}

/** From the seats themselves, and the accounts of those who kept silent. */
async function readSmall(db: Db, workspace: Workspace, { wave, lane, sentAt }: SentLane): Promise<Frame> {
  const pin = pinOf(wave, lane);
  const sorted = await sortAsked(db, workspace, pin);
  const counted = { silent: sorted.silent.length, fates: sorted.fates };
  const [silent, likeness] = await Promise.all([
    firstSilent(walkSorted(db, workspace, sorted), shownOf(counted)),
    readLikeness(db, workspace, sorted, sentAt),
  ]);
  return named(lane, counted, silent, likeness);
}

/** From what is counted, and account by account in the order in which they are shown. */
async function readLarge(db: Db, workspace: Workspace, { wave, lane }: SentLane): Promise<Frame> {
  const pin = pinOf(wave, lane);
  const counted = await countSilent(db, workspace, pin, lane);
  const walked = walkSilent(db, workspace, everyAccount(db, workspace), silentIn(db, workspace, pin));
  return named(lane, counted, await firstSilent(walked, shownOf(counted)), null);
}

function shownOf({ silent }: SilentCount): number {
  return Math.min(SILENT_SHOWN, silent);
}

function named(
  lane: Lane,
  { silent: silentPeople, fates }: SilentCount,
  silent: Extract<Frame, { kind: 'named' }>['silent'],
  representation: Representation | null,
): Frame {
  return {
    kind: 'named',
    silent,
    silentPeople,
    // Whoever remains of those known, or a reader could not add the unheard up. An answer that came between two looks is in one alone.
    notAsked: Math.max(0, (lane.row.known ?? 0) - lane.heard - silentPeople - fates.not_reached - fates.held),
    notInRole: fates.not_in_role,
    notReached: fates.not_reached,
    held: fates.held,
    representation,
  };
}
