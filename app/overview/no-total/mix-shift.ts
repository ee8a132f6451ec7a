import type { PersonaLabel } from '#app/persona/persona.ts';

/** How many of one persona were heard in two waves. */
export interface HeardTwice {
  readonly persona: PersonaLabel;
  readonly earlier: number;
  readonly later: number;
}

/** One persona of the example: its people are real, its scores are made up. */
export interface MadeUp extends HeardTwice {
  readonly from: number;
  readonly to: number;
}

export interface MixShift {
  readonly lanes: readonly MadeUp[];
  /** Points that every persona falls by. */
  readonly fall: number;
  /** Where the dotted line of a total would begin and end. It is of made-up scores, is drawn, and is printed nowhere. */
  readonly drawn: { readonly from: number; readonly to: number };
}

/** The largest first: a fall that is seen at once says more. */
const FALLS = [10, 5, 2, 1] as const;
/** Made-up scores: those of whom a larger part answered begin high, the others low, each of them apart from its neighbour. */
const HIGH = 60;
const LOW = -20;
const APART = 15;
const LOWEST = -85;

/**
 * How a total would mislead with one's own people: scores are made up so that every persona falls, and, because of who answered and
 * not of what, a total of them would rise. Depends on how many were heard and on nothing they said. Null where who answered hardly
 * changed, or fewer than two personas were heard both times: then nothing of the kind can be shown.
 */
export function mixShiftOf(heard: readonly HeardTwice[]): MixShift | null {
  const both = heard.filter(({ earlier, later }) => earlier > 0 && later > 0);
  if (both.length < 2) return null;
  const started = withScores(both);
  const drift = meanOver(started, 'later') - meanOver(started, 'earlier');
  // Two thirds at most, or the rise would be too little to be seen.
  const fall = FALLS.find((points) => points <= (2 * drift) / 3);
  if (fall === undefined) return null;
  const lanes = started.map((lane) => ({ ...lane, to: lane.from - fall }));
  return {
    ...{ lanes, fall },
    drawn: { from: meanOver(started, 'earlier'), to: meanOver(started, 'later') - fall },
  };
}

function withScores(both: readonly HeardTwice[]): (HeardTwice & { from: number })[] {
  const part = (at: 'earlier' | 'later', own: HeardTwice) => own[at] / sumOf(both, at);
  const counts = { grew: 0, shrank: 0 };
  return both.map((own) => {
    const grew = part('later', own) > part('earlier', own);
    const nth = grew ? counts.grew++ : counts.shrank++;
    return { ...own, from: Math.max(LOWEST, (grew ? HIGH : LOW) - nth * APART) };
  });
}

function meanOver(lanes: readonly (HeardTwice & { from: number })[], at: 'earlier' | 'later'): number {
  return lanes.reduce((sum, own) => sum + own.from * own[at], 0) / sumOf(lanes, at);
}

function sumOf(heard: readonly HeardTwice[], at: 'earlier' | 'later'): number {
  return heard.reduce((sum, own) => sum + own[at], 0);
}
