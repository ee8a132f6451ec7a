/** A loop that works through what is due, sleeps, and can be woken or stopped. */
export interface Job {
  /** Something became due; look now instead of at the next tick. */
  wake(): void;
  /** Finishes what is in hand, then rests for good. */
  stop(): Promise<void>;
}

/**
 * Runs `work` at once, after each wake and every `everyMs`, never twice at a time.
 * `work` answers true when more is due. A throw goes to `onFault` and the loop lives on.
 */
export function startJob(
  everyMs: number,
  work: () => Promise<boolean>,
  onFault: (fault: unknown) => void,
): Job {
  let stopped = false;
  let woken = false;
  let rouse: () => void = () => {};
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!stopped) {
      woken = false;
      const more = await work().catch((fault: unknown) => {
        onFault(fault);
        return false;
      });
      if (!more && !woken && !stopped) await rest();
    }
  };
  const running = run();
  return {
    wake: () => {
      woken = true;
      rouse();
    },
    stop: () => {
      stopped = true;
      rouse();
      return running;
    },
  };
}
