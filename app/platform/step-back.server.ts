import { constants, setPriority } from 'node:os';

/**
 * Lets others go first on a busy processor: the thread that calls it on Linux, elsewhere the process. Where that is forbidden
 * everything goes on as it is.
 */
export function stepBack(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A container may refuse it. It is a courtesy, and nothing hangs on it.
  }
}
