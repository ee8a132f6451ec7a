import type { FixedClock } from '#app/platform/clock.ts';
import type { Surroundings } from '#app/platform/public-fetch.server.ts';

/** Timers that go by a clock that is moved by hand. */
export class SimulatedTimers {
  readonly #clock: FixedClock;
  readonly #waiting = new Map<object, { at: number; act: () => void }>();

  constructor(clock: FixedClock) {
    this.#clock = clock;
  }

  readonly after: Surroundings['after'] = (ms, act) => {
    const key = {};
    this.#waiting.set(key, { at: this.#clock.now() + ms, act });
    return () => this.#waiting.delete(key);
  };

  /** Calls back whoever waited for a moment that has come. */
  fire(): void {
    for (const [key, { at, act }] of this.#waiting)
      if (at <= this.#clock.now()) {
        this.#waiting.delete(key);
        act();
      }
  }
}
