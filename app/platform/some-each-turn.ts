/** Of what takes part of a millisecond each: so many at a stretch keep nobody waiting who is served meanwhile. */
const AT_A_STRETCH = 4;

/** A turnstile: lets a few through in each turn of the event loop, in the order in which they came. */
export function createTurnstile(): () => Promise<void> {
  let passed = 0;
  let last = Promise.resolve();
  return () => {
    passed += 1;
    if (passed % AT_A_STRETCH === 0) last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}
