import { createCommitQueue } from '#app/platform/commit-together.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import { type Move, moveMessages } from './moves.store.server.ts';

const queues = new WeakMap<Db, (move: Move) => Promise<boolean>>();

/**
 * Moves a message on in the commit that others are moved in as well; false where somebody else holds it by now. It has
 * moved for good once this resolves.
 */
export function moveTogether(db: Db, message: Move['message'], cells: Move['cells']): Promise<boolean> {
  const queue = queues.get(db) ?? createCommitQueue(db, moveMessages);
  queues.set(db, queue);
  return queue({ message, cells });
}
