import { createCommitQueue } from '#app/platform/commit-together.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { keepHeld, type NewHeld } from '../held/keep-held.server.ts';
import { type Keeping, keepOfWorkspace, type OnKept } from '../keep-together.server.ts';
import { lookForPlace } from './look-for-place.server.ts';
import { findKeptSubmits, markDevices, settlePressedAgain } from './shared.store.server.ts';
import { holdFlows, noteOver, saveFlows } from './shared-flow.store.server.ts';
import { floorTo, type Limit, stepOf } from './shared-limit.ts';
import { flowsOf, type Knock, type Place, Places } from './shared-places.ts';

/** One person's answers through a shared link, ready to be written. */
export interface SharedKeeping {
  workspace: Workspace;
  linkId: string;
  /** What its place is looked for by. */
  knock: Omit<Knock, 'linkId' | 'isCounted' | 'at'>;
  /** See `deviceHash`; null where a device may answer again. */
  device: string | null;
  submitId: string;
  /** The submit id under which a press of the same page was held because a machine could have made it. */
  pressedBefore: string;
  /** `held` of counted ones: what is kept in their place where more came than are counted unseen. */
  answers: { kind: 'counted'; keeping: Keeping; held: NewHeld } | { kind: 'held'; held: NewHeld };
  at: number;
}

export type SharedOutcome =
  | { kind: 'kept'; as: 'counted' | 'held' }
  /** This very page was kept before. */
  | { kind: 'same'; as: 'counted' | 'held' }
  /** Its device has answered with another page. */
  | { kind: 'device_before' }
  /** The link rests; nothing was kept. `wait` in ms. */
  | { kind: 'over'; what: Limit; wait: number };

type Keep = (keeping: SharedKeeping) => Promise<SharedOutcome>;
const queues = new WeakMap<Db, Map<OnKept, Keep>>();

/** Keeps answers with whatever else comes through shared links at the same time; told only after the commit. */
export async function keepShared(db: Db, onKept: OnKept, keeping: SharedKeeping): Promise<SharedOutcome> {
  const { workspace, submitId } = keeping;
  const place = await lookForPlace(db, workspace, knockOf(keeping));
  if (place.kind !== 'over') return queueOf(db, onKept)(keeping);
  // What was kept stays kept: its page hears so again, however full the link is by now.
  const as = (await findKeptSubmits(db, workspace, [submitId])).get(submitId);
  return as ? { kind: 'same', as } : place;
}

function queueOf(db: Db, onKept: OnKept): Keep {
  const known = queues.get(db) ?? new Map<OnKept, Keep>();
  queues.set(db, known);
  const queue =
    known.get(onKept) ??
    createCommitQueue(db, (tx, all: readonly SharedKeeping[]) => keepAll(tx, all, onKept));
  known.set(onKept, queue);
  return queue;
}

async function keepAll(tx: Db, all: readonly SharedKeeping[], onKept: OnKept): Promise<SharedOutcome[]> {
  const outcomes = new Map<SharedKeeping, SharedOutcome>();
  // Rows are held workspace by workspace: in one order everywhere, or two at once could wait for each other for ever.
  const byWorkspace = [...Map.groupBy(all, ({ workspace }) => workspace.id)];
  for (const [, own] of byWorkspace.sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const [keeping, outcome] of await keepOwn(tx, own, onKept)) outcomes.set(keeping, outcome);
  return all.map((keeping) => outcomes.get(keeping)!);
}

/** In the order in which they came: what is the same page, what finds a place, what is the same device, what is new. */
async function keepOwn(
  tx: Db,
  own: readonly SharedKeeping[],
  onKept: OnKept,
): Promise<Map<SharedKeeping, SharedOutcome>> {
  const { workspace } = own[0]!;
  const before = await findKeptSubmits(
    tx,
    workspace,
    own.map(({ submitId }) => submitId),
  );
  const firstOf = new Map(own.toReversed().map((keeping) => [keeping.submitId, keeping]));
  const fresh = [...firstOf.values()].filter(({ submitId }) => !before.has(submitId)).toReversed();
  const full = await holdFlows(tx, workspace, fresh.flatMap(flowKeysOf));
  const looked = placesOf(full, fresh).places;
  const allowed = await firstOfDevices(
    tx,
    workspace,
    fresh.filter((keeping) => looked.get(keeping)!.kind !== 'over'),
  );
  // Once more for those alone: a device that answered before takes no place.
  const { places, changed } = placesOf(full, allowed);
  await saveFlows(tx, workspace, changed);
  const written = new Map(allowed.map((keeping) => [keeping, heldBackOr(keeping, places.get(keeping)!)]));
  await write(tx, workspace, [...written.values()], onKept);
  const refused = [...looked].filter(([, { kind }]) => kind === 'over');
  await noteAll(tx, workspace, [...refused, ...places]);
  return new Map(
    own.map((keeping): [SharedKeeping, SharedOutcome] => {
      const kept = written.get(firstOf.get(keeping.submitId)!);
      if (kept) return [keeping, { kind: written.has(keeping) ? 'kept' : 'same', as: kept.answers.kind }];
      const as = before.get(keeping.submitId);
      if (as) return [keeping, { kind: 'same', as }];
      const place = looked.get(firstOf.get(keeping.submitId)!)!;
      return [keeping, place.kind === 'over' ? place : { kind: 'device_before' }];
    }),
  );
}

function knockOf({ linkId, knock, answers, at }: SharedKeeping): Knock {
  return { ...knock, linkId, isCounted: answers.kind === 'counted', at };
}

function flowKeysOf({ linkId, knock }: SharedKeeping) {
  return Object.values(flowsOf(knock)).map((flow) => ({ linkId, flow }));
}

function placesOf(full: ReadonlyMap<string, number>, keepings: readonly SharedKeeping[]) {
  const free = new Places(full);
  const places = new Map(keepings.map((keeping) => [keeping, free.take(knockOf(keeping))]));
  return { places, changed: free.changed };
}

function heldBackOr(keeping: SharedKeeping, { kind }: Place): SharedKeeping {
  if (kind !== 'held_back') return keeping;
  return { ...keeping, answers: { kind: 'held', held: keeping.answers.held } };
}

/** Those whose device has not answered, and is not answering just now with another page. */
async function firstOfDevices(
  tx: Db,
  workspace: Workspace,
  fresh: readonly SharedKeeping[],
): Promise<readonly SharedKeeping[]> {
  const marked = await markDevices(tx, workspace, fresh.flatMap(deviceOf));
  const first = new Map(fresh.toReversed().map((keeping) => [keyOf(keeping), keeping]));
  return fresh.filter(
    (keeping) =>
      keeping.device === null || (marked.has(keyOf(keeping)) && first.get(keyOf(keeping)) === keeping),
  );
}

function deviceOf({ linkId, device }: SharedKeeping): { linkId: string; hash: string }[] {
  return device === null ? [] : [{ linkId, hash: device }];
}

function keyOf({ linkId, device, submitId }: SharedKeeping): string {
  return `${linkId} ${device ?? `page ${submitId}`}`;
}

/** For the link's owner: each limit that bit, with the answers that it holds in place of counting them. */
async function noteAll(
  tx: Db,
  workspace: Workspace,
  all: readonly (readonly [SharedKeeping, Place])[],
): Promise<void> {
  const notes = new Map<string, { linkId: string; what: Limit; answers: number; at: number }>();
  for (const [{ linkId, knock, at }, place] of all) {
    if (place.kind === 'taken') continue;
    const what = place.kind === 'over' ? place.what : 'counted';
    const known = notes.get(`${linkId} ${what}`);
    const answers = (known?.answers ?? 0) + (place.kind === 'held_back' ? 1 : 0);
    notes.set(`${linkId} ${what}`, { linkId, what, answers, at: floorTo(stepOf(knock.confidentiality), at) });
  }
  for (const note of notes.values()) await noteOver(tx, workspace, note);
}

async function write(
  tx: Db,
  workspace: Workspace,
  keepings: readonly SharedKeeping[],
  onKept: OnKept,
): Promise<void> {
  const counted = keepings.flatMap(({ answers }) => (answers.kind === 'counted' ? [answers.keeping] : []));
  if (counted.length > 0) await keepOfWorkspace(tx, counted, onKept);
  for (const { answers } of keepings)
    if (answers.kind === 'held') await keepHeld(tx, workspace, answers.held);
  const submitIds = keepings.map(({ pressedBefore }) => pressedBefore);
  if (keepings.length > 0) await settlePressedAgain(tx, workspace, { submitIds, at: keepings[0]!.at });
}
