// Every line under an expectation must NOT compile; `tsc --noEmit` fails the day one of them does.
// This is the third lock: no caller can say something a figure across personas could be made from.

import type { Counts } from './arithmetic/counts.ts';
import type { Change } from './change.ts';
import type { Figure, Score } from './figure.ts';
import { figureOf } from './figure.ts';
import type { Distance, Gap } from './gap.ts';
import { gapBetween } from './gap.ts';
import type { Sample } from './sample.ts';
import type { Metric } from './scale.ts';
import { sharesOf } from './shares.ts';

declare const endUsers: Sample<'ltr_0_10'>;
declare const buyers: Sample<'ltr_0_10'>;
declare const rating: Sample<'rating_1_5'>;
declare const satisfaction: Sample<'other_0_10'>;
declare const figure: Figure<'ltr_0_10'>;
declare const other: Figure<'ltr_0_10'>;
/** All that can be written down of a figure. */
declare const facts: Pick<Figure<'ltr_0_10'>, Extract<keyof Figure, string>>;
declare const gap: Extract<Gap, { kind: 'gap' }>;
declare const change: Change;
declare const counts: Counts;

export function everyMisuse(): unknown[] {
  // @ts-expect-error the class of a sample is a type here, nobody can construct one
  const built = new Sample({ persona: endUsers.persona });

  // @ts-expect-error something that looks like a sample lacks its private field
  const lookalike: Sample<'ltr_0_10'> = { ...endUsers, n: 12 };

  // @ts-expect-error bare counts have no persona
  const ofCounts = figureOf(counts);

  // @ts-expect-error two samples never become one figure
  const ofTwo = figureOf(endUsers, buyers);

  // @ts-expect-error nor does a list of them
  const ofMany = figureOf([endUsers, buyers]);

  // @ts-expect-error a rating is not a score
  const ofRating = figureOf(rating);

  // @ts-expect-error and a score has no top share
  const shares = sharesOf(endUsers);

  // @ts-expect-error every field of a figure, built by hand, still lacks the brand
  const handBuilt: Figure<'ltr_0_10'> = facts;

  // @ts-expect-error a changed score is a plain number, which no figure takes
  const doctored: Figure<'ltr_0_10'> = { ...figure, score: 12 };

  // @ts-expect-error the mean of two scores is not a score
  const mean: Score = ((figure.score ?? 0) + (other.score ?? 0)) / 2;

  // @ts-expect-error neither is the lower of them shifted by a gap
  const shifted: Score = (figure.score ?? 0) + gap.points;

  // @ts-expect-error figures do not add up
  const sum = figure + other;

  // @ts-expect-error a gap is not a score
  const gapAsScore: Score = gap.points;

  // @ts-expect-error a change is not a score
  const changeAsScore: Score = change;

  // @ts-expect-error a score is not a distance
  const scoreAsDistance: Distance | null = figure.score;

  // @ts-expect-error a gap is not a figure
  const gapAsFigure: Figure = gapBetween(endUsers, buyers);

  // @ts-expect-error satisfaction has the arithmetic but never the name
  const satisfactionAsNps: Metric<'ltr_0_10'> = figureOf(satisfaction).metric;

  // @ts-expect-error a figure keeps its persona
  figure.persona = other.persona;

  // @ts-expect-error and its score
  figure.score = other.score;

  // @ts-expect-error a sample keeps its persona too
  endUsers.persona = buyers.persona;

  return [
    built,
    lookalike,
    ofCounts,
    ofTwo,
    ofMany,
    ofRating,
    shares,
    handBuilt,
    doctored,
    mean,
    shifted,
    sum,
    gapAsScore,
    changeAsScore,
    scoreAsDistance,
    gapAsFigure,
    satisfactionAsNps,
  ];
}
