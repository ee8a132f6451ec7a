import { DAY, MINUTE, SECOND } from '#app/platform/clock.ts';

/** How fast mail goes through one mail server, or to one recipient domain. Times are ms. */
export interface Pace {
  /** Mails a minute, as it stands. */
  perMinute: number;
  /** When the next mail is due; it is never made up for more than {@link BURST}. */
  nextAt: number;
  /** Whoever may not go stands in a line that ends here. */
  lineAt: number;
  /** Since when `granted` counts. */
  since: number;
  granted: number;
  /** When a mail server last asked for less. */
  loweredAt: number | null;
}

/** How fast mail goes from this installation, as an admin reads it. */
export interface PaceView {
  server: string;
  /** Mails a minute; null where the mail server keeps the pace by itself and has not asked for less. */
  perMinute: number | null;
  /** When the mail server asked for less, within a day; ms. */
  loweredAt: number | null;
  /** Domains that asked for less within a day. Which ones is not said: they may be of another workspace. */
  slowDomains: number;
}

/** A pace begins at `start` and is never above `most`, mails a minute. */
export interface PaceRules {
  start: number;
  most: number;
}

/** As long as a sender may rest between two looks: what fell due meanwhile goes at once. */
export const BURST = 5 * SECOND;
/** A pace is raised, or lowered, at most once in this time. */
export const STEP = 10 * SECOND;
/** After a mail server asked for less, nothing is raised for so long. */
export const HOLD = 5 * MINUTE;
/** Those in line ask again after this time at most: the pace may have been raised. */
export const LINE = MINUTE;
/** Mail servers forget who wrote to them; then the beginning is slow again. */
const FORGOTTEN = 3 * DAY;
/** It goes on, however often less was asked for. */
const LEAST = 2;

export function beginPace({ start }: PaceRules, now: number): Pace {
  return { perMinute: start, nextAt: now - BURST, lineAt: now, since: now, granted: 0, loweredAt: null };
}

/**
 * The pace at this time: twice what it was where at least half of it was used for a step and nobody asked for less. As
 * TCP's slow start, with the answers of mail servers in place of lost packets.
 */
export function paceAt(pace: Pace, rules: PaceRules, now: number): Pace {
  if (now - pace.nextAt > FORGOTTEN) return beginPace(rules, now);
  const perMinute = Math.min(pace.perMinute, rules.most);
  // A clock that was set back, or another machine's that is ahead, must not hold mail up until this one has caught up.
  const nextAt = Math.min(pace.nextAt, now + MINUTE / perMinute);
  const sane = { ...pace, nextAt, since: Math.min(pace.since, now) };
  if (now - sane.since < STEP) return { ...sane, perMinute };
  const wasUsed = sane.granted * MINUTE >= (perMinute * STEP) / 2;
  const isHeld = sane.loweredAt !== null && now - sane.loweredAt < HOLD;
  const raised = wasUsed && !isHeld ? Math.min(perMinute * 2, rules.most) : perMinute;
  return { ...sane, perMinute: raised, since: now, granted: 0 };
}

export function mayGo(pace: Pace, now: number): boolean {
  return pace.nextAt < now + 1;
}

/** One mail goes. Only where it {@link mayGo}. */
export function grant(pace: Pace, now: number): Pace {
  const nextAt = Math.max(pace.nextAt, now - BURST) + MINUTE / pace.perMinute;
  return { ...pace, nextAt, granted: pace.granted + 1 };
}

/** One mail stands in line; when it asks again. */
export function standInLine(pace: Pace, now: number): { pace: Pace; until: number } {
  const end = Math.max(pace.lineAt + MINUTE / pace.perMinute, pace.nextAt, now);
  const until = Math.ceil(Math.min(end, now + LINE));
  return { pace: { ...pace, lineAt: until }, until };
}

/** Half of what went of late, since less was asked for; mails that were on their way together ask once. */
export function lowerPace(pace: Pace, now: number): Pace {
  if (pace.loweredAt !== null && now - pace.loweredAt < STEP) return pace;
  const seen = (pace.granted * MINUTE) / Math.max(now - pace.since, SECOND);
  const before = seen > 0 ? Math.min(pace.perMinute, seen) : pace.perMinute;
  const perMinute = Math.max(LEAST, Math.floor(before / 2));
  return { ...pace, perMinute, nextAt: now + MINUTE / perMinute, since: now, granted: 0, loweredAt: now };
}
