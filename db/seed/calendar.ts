import { DAY } from '#app/platform/clock.ts';

/**
 * Days before the Monday of the week of loading, so that letters go out on a Tuesday and lists are made on
 * working days. The latest wave ended about three weeks ago.
 */
export const DAYS = {
  founded: 252,
  peopleCame: 250,
  surveysWritten: 231,
  earlierSent: 223,
  earlierClosed: 202,
  earlierTold: 186,
  newPeopleCame: 66,
  peopleLeft: 62,
  rolesConfirmed: 59,
  welcomeSent: 48,
  latestSent: 41,
  latestClosed: 20,
  fileReceived: 17,
  headlineWritten: 13,
  nextDrafted: 3,
} as const;

const EPOCH_WAS_THURSDAY = 3;

/** Midnight UTC of the Monday before, or of today if it is one. */
export function mondayOf(time: number): number {
  const day = Math.floor(time / DAY);
  return (day - ((day + EPOCH_WAS_THURSDAY) % 7)) * DAY;
}

/** What a wave is called after the season it is sent in, north of the equator: “Autumn 2026”. */
export function seasonOf(time: number): string {
  const date = new Date(time);
  const month = date.getUTCMonth();
  const season = ['Winter', 'Spring', 'Summer', 'Autumn'][Math.floor(((month + 1) % 12) / 3)]!;
  // December belongs to the winter that is named after the year it ends in.
  const year = date.getUTCFullYear() + (month === 11 ? 1 : 0);
  return `${season} ${year}`;
}
