/** The scales whose answers can be counted; free text is read, never counted. */
export const SCALES = [
  'ltr_0_10',
  'other_0_10',
  'csat_1_5',
  'ces_1_7',
  'rating_1_5',
  'rating_1_7',
  'single',
  'multiple',
  'consent',
  'role',
] as const;
export type Scale = (typeof SCALES)[number];

/**
 * Answered 0 to 10, so promoters minus detractors can be computed. Only likelihood to recommend (`ltr_0_10`)
 * may be called NPS; anything else imported on 0 to 10 gets the same arithmetic under its own name.
 */
export type ScoreScale = 'ltr_0_10' | 'other_0_10';

/** Scales that are shown as a distribution and a top share. */
export type ShareScale = Exclude<Scale, ScoreScale>;

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

/** The answers a scale allows, in order; for choices these are the option keys of the question. */
export function valuesOf(scale: Scale, options: readonly string[]): readonly string[] {
  switch (scale) {
    case 'ltr_0_10':
    case 'other_0_10':
      return numbers(0, 10);
    case 'csat_1_5':
    case 'rating_1_5':
      return numbers(1, 5);
    case 'ces_1_7':
    case 'rating_1_7':
      return numbers(1, 7);
    case 'single':
    case 'multiple':
    case 'consent':
    case 'role':
      return options;
    default:
      return scale satisfies never;
  }
}

/** Whether answers on this scale are counted as one list of values. */
export function isCounted(scale: string): scale is Scale {
  return (SCALES as readonly string[]).includes(scale);
}

export function isScoreScale(scale: Scale): scale is ScoreScale {
  return scale === 'ltr_0_10' || scale === 'other_0_10';
}

function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, step) => String(from + step));
}
