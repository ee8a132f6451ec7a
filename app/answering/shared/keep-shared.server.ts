import { createCommitQueue } from '#app/platform/commit-together.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { keepHeld, type NewHeld } from '../held/keep-held.server.ts';
import { type Keeping, keepOfWorkspace, type OnKept } from '../keep-together.server.ts';
import { findKeptSubmits, markDevices, settlePressedAgain } from './shared.store.server.ts';

/** One person's answers through a shared link, ready to be written. */
export interface SharedKeeping {
  workspace: Workspace;
  linkId: string;
  /** See `deviceHash`; null where a device may answer again. */
  device: string | null;
  submitId: string;
  /** The submit id under which a press of the same page was held because a machine could have made it. */
  pressedBefore: string;
  answers: { kind: 'counted'; keeping: Keeping } | { kind: 'held'; held: NewHeld };
  at: number;
}

/** `same`: this very page was kept before; `device_before`: its device has answered with another one. */
export type SharedOutcome = 'kept' | 'same' | 'device_before';

type Keep = (keeping: SharedKeeping) => Promise<SharedOutcome>;
const queues = new WeakMap<Db, Map<OnKept, Keep>>();

/** Keeps answers with whatever else comes through shared links at the same time; told only after the commit. */
export function keepShared(db: Db, onKept: OnKept, keeping: SharedKeeping): Promise<SharedOutcome> {
  const known = queues.get(db) ?? new Map<OnKept, Keep>();
  queues.set(db, known);
  const queue =
    known.get(onKept) ??
    createCommitQueue(db, (tx, all: readonly SharedKeeping[]) => keepAll(tx, all, onKept));
  known.set(onKept, queue);
  return queue(keeping);
}

async function keepAll(tx: Db, all: readonly SharedKeeping[], onKept: OnKept): Promise<SharedOutcome[]> {
  const outcomes = new Map<SharedKeeping, SharedOutcome>();
  for (const own of Map.groupBy(all, ({ workspace }) => workspace.id).values())
    for (const [keeping, outcome] of await keepOwn(tx, own, onKept)) outcomes.set(keeping, outcome);
  return all.map((keeping) => outcomes.get(keeping)!);
}

/** In the order in which they came: what is the same page, what is the same device, and what is new. */
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
  const marked = await markDevices(tx, workspace, fresh.flatMap(deviceOf));
  const first = new Map(fresh.toReversed().map((keeping) => [keyOf(keeping), keeping]));
  const allowed = fresh.filter(
    (keeping) =>
      keeping.device === null || (marked.has(keyOf(keeping)) && first.get(keyOf(keeping)) === keeping),
  );
  await write(tx, workspace, allowed, onKept);
  const kept = new Set(allowed);
  return new Map(
    own.map((keeping) => {
      if (kept.has(keeping)) return [keeping, 'kept'];
      const isSame = before.has(keeping.submitId) || kept.has(firstOf.get(keeping.submitId)!);
      return [keeping, isSame ? 'same' : 'device_before'];
    }),
  );
}

function deviceOf({ linkId, device }: SharedKeeping): { linkId: string; hash: string }[] {
  return device === null ? [] : [{ linkId, hash: device }];
}

function keyOf({ linkId, device, submitId }: SharedKeeping): string {
  return `${linkId} ${device ?? `page ${submitId}`}`;
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
