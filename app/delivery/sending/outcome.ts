/** What a mail came to, on its way to the ledger. */
export interface Outcome {
  settled: Promise<void>;
  /**
   * Begins to write it down in this turn, so that what is written next shares its commit. What had begun already is
   * waited for: of two commits beside each other the later could come first.
   */
  join(): Promise<void>;
}

/** How long an outcome waits for the next mark to share its commit, in ms: a crash meanwhile leaves the mail in doubt. */
const WAITS = 10;

/** Written down when something joins it, or soon by itself. */
export function soon(write: () => Promise<void>): Outcome {
  let begin = (_written: Promise<void>): void => undefined;
  const settled = new Promise<void>((resolve) => {
    begin = resolve;
  });
  let isBegun = false;
  const join = () => {
    if (isBegun) return settled;
    isBegun = true;
    clearTimeout(timer);
    begin(write());
    return Promise.resolve();
  };
  const timer = setTimeout(() => void join(), WAITS);
  return { settled, join };
}

export function atOnce(settled: Promise<void>): Outcome {
  return { settled, join: () => settled };
}

export const NOTHING: Outcome = atOnce(Promise.resolve());
