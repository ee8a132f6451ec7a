import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { GRACE } from '#app/programme/wave/grace.ts';
import { listMarkedWaves, rewriteMarks } from './answering.store.server.ts';

/** How many marks each wave had when they were last written anew. */
export type KnownMarks = Map<string, number>;

/** Longer than a wave can be answered after it was closed, twice over. */
const STILL_ANSWERED = 2 * GRACE;

/**
 * PostgreSQL keeps with every row which transaction wrote it, and rows lie in the order they came. An answer and the mark
 * of its invitation are written together, so both would tell which belong to each other. Writing all marks of a wave
 * anew, together and in the order of the invitations, leaves nothing of either (docs/decisions/unlinkable.md).
 * SQLite keeps marks by their key and no transaction, so there is nothing to even out.
 */
export async function evenOutMarks(
  { db, clock, engine }: Pick<House, 'db' | 'clock' | 'engine'>,
  known: KnownMarks,
): Promise<void> {
  if (engine === 'sqlite') return;
  for (const { workspaceId, waveId, marks } of await listMarkedWaves(db, clock.now() - STILL_ANSWERED)) {
    const key = `${workspaceId} ${waveId}`;
    if (known.get(key) === marks) continue;
    await inTransaction(db, (tx) => rewriteMarks(tx, mintWorkspace(workspaceId), waveId));
    known.set(key, marks);
  }
}
