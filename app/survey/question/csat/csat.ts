import { z } from 'zod';
import { END_PARTS, ends, rated } from '../control/rated.ts';
import type { Room } from '../room.ts';
import { shared } from '../shared.ts';
import { foreign } from './foreign.ts';

const Csat = z.strictObject({ kind: z.literal('csat'), ...shared, ...ends });
type Csat = z.infer<typeof Csat>;

/** Satisfaction with one thing, 1 to 5: shown as a spread and the two best marks together. */
export const csat = {
  ...rated<Csat>(() => 5),
  kind: 'csat',
  schema: Csat,
  foreign,
  words: { choose: 'Satisfaction (CSAT), 1 to 5', short: 'Satisfaction' },
  parts: END_PARTS,
  blank: {
    concept: 'satisfaction',
    wording: 'How satisfied are you with …?',
    parts: { low: 'very dissatisfied', high: 'very satisfied' },
  },
  scale: () => 'csat_1_5',
} as const satisfies Room<Csat>;
