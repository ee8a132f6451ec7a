import { z } from 'zod';
import { readScore, SCORE_COLUMN, scaleControl, tallyScore } from '../control/scale.ts';
import type { Room } from '../room.ts';
import { shared } from '../shared.ts';
import { foreign } from './foreign.ts';

const Recommend = z.strictObject({
  kind: z.literal('recommend'),
  ...shared,
  /** Answers given elsewhere, 0 to 10 on something else than likelihood to recommend: never called NPS. */
  scale: z.literal('other_0_10').optional(),
});
type Recommend = z.infer<typeof Recommend>;

/** Likelihood to recommend, 0 to 10: the one question whose figure may be called NPS. */
export const recommend = {
  kind: 'recommend',
  schema: Recommend,
  foreign,
  words: { choose: 'Likelihood to recommend', short: '0 to 10' },
  group: 'scale',
  parts: [],
  blank: {
    concept: 'recommend',
    wording: 'How likely are you to recommend working with us to someone in a role like yours?',
    required: true,
  },
  asks: true,
  lone: false,
  scale: (question) => question.scale ?? 'ltr_0_10',
  seconds: () => 7,
  testable: () => ({ kind: 'number', low: 0, high: 10 }),
  labels: () => [],
  read: ({ key }, given) => readScore(key, given, 0, 10),
  missing: 'missing.choice',
  control: ({ key }, drawing) =>
    scaleControl(key, [0, 10], [drawing.say('scale.unlikely'), drawing.say('scale.likely')], drawing),
  tally: (_, value) => tallyScore(value),
  reading: () => ({ view: 'score' }),
  columns: () => SCORE_COLUMN,
} as const satisfies Room<Recommend>;
