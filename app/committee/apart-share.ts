import { PULLS_APART, widestApart } from '#app/results/apart.ts';
import { formatCount } from '#app/results/display.ts';
import type { Sample } from '#app/results/sample.ts';
import type { ScoreScale } from '#app/results/scale.ts';

/**
 * How many accounts of ONE wave have personas that stand apart: accounts are counted, and no answer is in it. Judged by the
 * distance alone, so that raising everybody moves nothing (DOMAIN R2).
 */
export interface ApartShare {
  /** Accounts where at least two personas were heard and asked the same. */
  readonly of: number;
  readonly pulling: number;
  /** Of those, the ones whose personas stand further apart than `FAR_APART`. */
  readonly far: number;
  /** At least two personas gave a score, and were asked different things. */
  readonly askedApart: number;
  /** One persona alone gave a score. */
  readonly alone: number;
}

/** Further than this is what a strict build calls split. */
export const FAR_APART = 3;

/** @param samples by account: one for each persona that scored there, of one wave */
export function apartShareOf(samples: ReadonlyMap<string, readonly Sample<ScoreScale>[]>): ApartShare {
  const points = [...samples.values()].flatMap((own) => widestApart(own)?.points ?? []);
  const personas = [...samples.values()].map((own) => own.filter(({ n }) => n > 0).length);
  return {
    of: points.length,
    pulling: points.filter((own) => own > PULLS_APART).length,
    far: points.filter((own) => own > FAR_APART).length,
    askedApart: personas.filter((count) => count > 1).length - points.length,
    alone: personas.filter((count) => count === 1).length,
  };
}

/** "3 of 5 committees with at least two personas heard pull apart, by more than 1 point of 10; 2 of 5 by more than 3." */
export function apartShareWords({ of, pulling, far, askedApart, alone }: ApartShare): string {
  const committees = `${of === 1 ? 'committee' : 'committees'} with at least two personas heard`;
  const share = `${pulling} of ${of} ${committees} ${pulling === 1 ? 'pulls' : 'pull'} apart, by more than ${formatCount(PULLS_APART, 'point')} of 10; ${far} of ${of} by more than ${FAR_APART}.`;
  const first = of === 0 ? 'No committee has two personas heard that were asked the same.' : share;
  const others = [
    askedApart > 0 && `At ${formatCount(askedApart, 'account')} they were asked different things.`,
    alone > 0 && `At ${formatCount(alone, 'account')} one persona alone gave a score.`,
  ];
  return [first, ...others.filter(Boolean)].join(' ');
}
