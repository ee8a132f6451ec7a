import { inTransaction, isBusy } from '#app/platform/serial-transaction.server.ts';
import { moveMessage as moveAtOnce } from './claim.store.server.ts';

/**
 * Moves a claimed message on, and waits where another process writes the file. What the mail server said must be written
 * down: a message that was accepted would otherwise be in doubt, and might go out again.
 */
export async function moveMessage(...[db, ...what]: Parameters<typeof moveAtOnce>): Promise<boolean> {
  try {
    return await moveAtOnce(db, ...what);
  } catch (fault) {
    if (!isBusy(fault)) throw fault;
    return inTransaction(db, (tx) => moveAtOnce(tx, ...what));
  }
}
