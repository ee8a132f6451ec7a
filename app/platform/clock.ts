/** Where the time comes from: ms since 1970 UTC. An argument everywhere, so that a test can hold it still. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that moves only when told to; plays the example workspace and the tests. */
export class FixedClock implements Clock {
  #now: number;

  constructor(start: number | string) {
    this.#now = typeof start === 'number' ? start : Date.parse(start);
  }

  now(): number {
    return this.#now;
  }

  set(time: number | string): void {
    this.#now = typeof time === 'number' ? time : Date.parse(time);
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The name of a time zone without what stands around it, or null where no such zone is known. */
export function readZone(said: string): string | null {
  const zone = said.trim();
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return null;
  }
}

const days = new Map<string, Intl.DateTimeFormat>();

/** The ISO day of a moment where the workspace is. @param zone IANA name */
export function dayIn(zone: string, at: number): string {
  const day = days.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  days.set(zone, day);
  return day.format(at);
}
