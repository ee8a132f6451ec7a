import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

/** Respondents who wait for a page, or to hear that their answer is kept. */
let waiting = 0;
let whenNobodyWaits = Promise.withResolvers<void>();

/** Counts a respondent for as long as this takes. */
export async function countRespondent<T>(work: Promise<T>): Promise<T> {
  waiting += 1;
  try {
    return await work;
  } finally {
    waiting -= 1;
    if (waiting === 0) {
      whenNobodyWaits.resolve();
      whenNobodyWaits = Promise.withResolvers<void>();
    }
  }
}

/** ms; somebody waits all the time on a busy day, and what is long must end all the same. */
const MOST = 20;

/**
 * Lets those go first who came while a piece of something long was made. Each of the few turns that a respondent's page takes
 * would else wait for another piece.
 */
export async function afterRespondents(): Promise<void> {
  await nextTurn();
  if (waiting === 0) return;
  const enough = new AbortController();
  await Promise.race([
    whenNobodyWaits.promise,
    pause(MOST, undefined, { signal: enough.signal }).catch(() => undefined),
  ]);
  enough.abort();
}
