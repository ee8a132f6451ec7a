/** How long a transaction, or a statement alone, waits for another process to let go of the file, in ms; others are served meanwhile. */
export const LONGEST_WAIT = 5000;

/** SQLite: another process is writing. */
export function isBusy(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && String(fault.code).startsWith('SQLITE_BUSY');
}

/** A moment to let others work in: longer each time, as the one who writes may need longer. */
export function letOthersWork(tries: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.min(10 * tries, 100)));
}

/** Begins again what another process that writes to the same SQLite file kept from beginning: nothing of it has run. */
export async function untilBegun<T>(once: (onBegun: () => void) => Promise<T>): Promise<T> {
  const since = performance.now();
  for (let tries = 1; ; tries += 1) {
    let isBegun = false;
    try {
      return await once(() => {
        isBegun = true;
      });
    } catch (fault) {
      if (isBegun || !isBusy(fault) || performance.now() - since >= LONGEST_WAIT) throw fault;
    }
    await letOthersWork(tries);
  }
}
