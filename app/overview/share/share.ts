import { z } from 'zod';
import type { Thresholds } from '#app/results/thresholds.ts';
import type { FigureFacts, LaneView } from '../page/lane-view.ts';

/** A link to one page, for somebody who does not sign in: it ends by itself, and can be ended. */
export interface Share {
  id: string;
  waveId: string;
  waveName: string;
  withId: string | null;
  withName: string | null;
  showsNames: boolean;
  madeByName: string;
  /** ms */
  madeAt: number;
  expiresAt: number;
  revokedAt: number | null;
  views: number;
  lastViewAt: number | null;
}

export const FIRST_DAYS = 14;
export const MOST_DAYS = 90;

export const NewShare = z.object({
  days: z.coerce
    .number(`Write a number of days, 1 to ${MOST_DAYS}.`)
    .int('Write whole days.')
    .min(1, 'A link that is open for less than a day reaches nobody.')
    .max(MOST_DAYS, `A link ends after ${MOST_DAYS} days at the latest. Make a new one then.`),
  showsNames: z.literal('yes').optional(),
});

/** Outside the house a figure needs this many people behind it, whatever may be shown inside. */
export const SHARED_ANSWERS = 10;

export function sharedThresholds(thresholds: Thresholds): Thresholds {
  return {
    ...thresholds,
    showAnswers: Math.max(thresholds.showAnswers, SHARED_ANSWERS),
    compareAnswers: Math.max(thresholds.compareAnswers, SHARED_ANSWERS),
  };
}

export type ShareState = 'open' | 'over' | 'revoked';

export const SHARE_STATE_WORDS = {
  open: 'Open',
  over: 'Over',
  revoked: 'Ended by hand',
} as const satisfies Record<ShareState, string>;

export function shareStateOf(
  { expiresAt, revokedAt }: Pick<Share, 'expiresAt' | 'revokedAt'>,
  now: number,
): ShareState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt <= now ? 'over' : 'open';
}

/**
 * A lane as somebody outside may see it. Few answers are not listed in the place of a score, and no name of a person
 * or an account stands in it unless the answers were attributed and whoever made the link ticked that.
 */
export function sharedLane(
  lane: LaneView,
  { waveName, showsNames }: { waveName: string; showsNames: boolean },
): LaneView {
  const { figure, persona, heard, heardTold, isQuiet, known } = lane;
  const isShown = figure !== null && figure.showing === 'shown';
  // What the page does not show does not travel with it either.
  const bare = { ...lane, sentence: `${persona.plural}, ${waveName}` };
  const named = showsNames ? bare : { ...bare, said: null };
  if (isShown) return { ...named, figure: showsNames ? figure : withoutAccount(figure) };
  if ((heard === 0 && !isQuiet) || figure === null) return { ...named, figure: null };
  const people = known === null ? `${heardTold} heard` : `${heardTold} of ${known} heard`;
  return {
    ...named,
    ...{ figure: null, since: null, ruling: 'cant_tell', said: null },
    withheld: `Fewer than ${SHARED_ANSWERS} answers, or too few accounts, show no figure on a shared page.`,
    sentence: `${persona.plural}, ${waveName}: no figure on a shared page (${people})`,
  };
}

/** That one account speaks for many is said, and not which. */
function withoutAccount(figure: FigureFacts): FigureFacts {
  const { largest } = figure.dominance;
  const unnamed = largest && { ...largest, accountId: null, accountName: null };
  return { ...figure, dominance: { ...figure.dominance, largest: unnamed } };
}
