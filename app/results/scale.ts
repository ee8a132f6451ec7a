import type { Scale as AskedScale } from '#app/survey/question/room.ts';

/** The scales whose answers can be counted; free text is read, never counted. */
export type Scale = Exclude<AskedScale, 'text' | 'none'>;

/**
 * Answered 0 to 10, so promoters minus detractors can be computed. Only likelihood to recommend (`ltr_0_10`)
 * may be called NPS; anything else imported on 0 to 10 gets the same arithmetic under its own name.
 */
export type ScoreScale = 'ltr_0_10' | 'other_0_10';

/** One list of choices for several rows: each row is spread out by itself. */
export type GridScale = 'matrix' | 'ranking';

/** Numbers or days, each as it was given. */
export type SpreadScale = 'number' | 'date';

/** Scales that are shown as a distribution and a top share. */
export type ShareScale = Exclude<Scale, ScoreScale | GridScale | SpreadScale>;

export type Metric<S extends ScoreScale = ScoreScale> = S extends 'ltr_0_10'
  ? { readonly kind: 'nps'; readonly name: 'NPS' }
  : { readonly kind: 'top2_bottom7'; readonly name: string };

/** What the score of a question is called: "NPS", or "Job satisfaction, top-2 minus bottom-7". */
export function metricOf<S extends ScoreScale>(question: { scale: S; concept: string }): Metric<S>;
export function metricOf(question: { scale: ScoreScale; concept: string }): Metric {
  if (question.scale === 'ltr_0_10') return { kind: 'nps', name: 'NPS' };
  const words = question.concept.replaceAll('_', ' ');
  const subject = words.charAt(0).toUpperCase() + words.slice(1);
  return { kind: 'top2_bottom7', name: `${subject}, top-2 minus bottom-7` };
}

/** The answers a scale allows, in order; whatever has no points of its own lists them as options. */
export function valuesOf(scale: Scale, options: readonly string[]): readonly string[] {
  if (isScoreScale(scale)) return SCORES;
  const points = pointsOf(scale);
  return points === null ? options : MARKS.slice(0, points);
}

/** How many marks a rating has; null for what is no rating. */
export function pointsOf(scale: Scale): number | null {
  const points = /_1_(\d)$/.exec(scale)?.[1];
  return points === undefined ? null : Number(points);
}

export function isScoreScale(scale: string): scale is ScoreScale {
  return scale === 'ltr_0_10' || scale === 'other_0_10';
}

const SCORES: readonly string[] = Array.from({ length: 11 }, (_, score) => String(score));
const MARKS = SCORES.slice(1, 10);
