import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

/** Respondents who wait for a page, or to hear that their answer is kept. */
let waiting = 0;
let whenNobodyWaits = Promise.withResolvers<void>();
/** When one came last, on the clock of `performance`. */
let lastCame = Number.NEGATIVE_INFINITY;

/** Counts a respondent for as long as this takes. */
export async function countRespondent<T>(work: Promise<T>): Promise<T> {
  waiting += 1;
  lastCame = performance.now();
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
/** ms; nobody who came for so long means that nobody is expected. */
const QUIET = 250;

/**
 * Lets respondents go before each next piece of something long. Those who came while a piece was made have their pages first:
 * each of the few turns that a page takes would else wait for another piece. While they keep coming the rest takes half of the
 * time, so that the processor and the database have some left when they come.
 */
export function behindRespondents(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    const worked = performance.now() - since;
    await nextTurn();
    if (waiting > 0) await atMost(MOST, whenNobodyWaits.promise);
    if (performance.now() - lastCame < QUIET) await pause(Math.min(worked, MOST));
    since = performance.now();
  };
}

async function atMost(ms: number, awaited: Promise<void>): Promise<void> {
  const enough = new AbortController();
  await Promise.race([awaited, pause(ms, undefined, { signal: enough.signal }).catch(() => undefined)]);
  enough.abort();
}
