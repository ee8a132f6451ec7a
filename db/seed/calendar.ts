/** Days before the day of loading on which things happen. The latest wave ended three weeks ago. */
export const DAYS = {
  founded: 252,
  peopleCame: 250,
  surveysWritten: 232,
  earlierSent: 226,
  earlierClosed: 205,
  newPeopleCame: 66,
  peopleLeft: 62,
  rolesConfirmed: 58,
  welcomeSent: 46,
  latestSent: 42,
  latestClosed: 21,
  fileReceived: 16,
  headlineWritten: 13,
  nextDrafted: 2,
} as const;

/** What a wave is called after the season it is sent in, north of the equator: “Autumn 2026”. */
export function seasonOf(time: number): string {
  const date = new Date(time);
  const month = date.getUTCMonth();
  const season = ['Winter', 'Spring', 'Summer', 'Autumn'][Math.floor(((month + 1) % 12) / 3)]!;
  // December belongs to the winter that is named after the year it ends in.
  const year = date.getUTCFullYear() + (month === 11 ? 1 : 0);
  return `${season} ${year}`;
}
