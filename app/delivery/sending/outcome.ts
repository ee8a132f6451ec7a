/** What a mail came to, on its way to the ledger. */
export interface Outcome {
  settled: Promise<void>;
  /** Begins to write it down now, where that has not begun. */
  hurry(): void;
}

/** How long an outcome waits for the next mark to share its commit, in ms: a crash meanwhile leaves the mail in doubt. */
const WAITS = 10;

/** Written down when it is hurried, or soon by itself. */
export function soon(write: () => Promise<void>): Outcome {
  let begin = (_written: Promise<void>): void => undefined;
  const settled = new Promise<void>((resolve) => {
    begin = resolve;
  });
  let isBegun = false;
  const hurry = () => {
    if (isBegun) return;
    isBegun = true;
    clearTimeout(timer);
    begin(write());
  };
  const timer = setTimeout(hurry, WAITS);
  return { settled, hurry };
}

export function atOnce(settled: Promise<void>): Outcome {
  return { settled, hurry: () => undefined };
}

export const NOTHING: Outcome = atOnce(Promise.resolve());
