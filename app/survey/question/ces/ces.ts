import { z } from 'zod';
import { END_PARTS, ends, rated } from '../control/rated.ts';
import type { Room } from '../room.ts';
import { shared } from '../shared.ts';
import { foreign } from './foreign.ts';

const Ces = z.strictObject({ kind: z.literal('ces'), ...shared, ...ends });
type Ces = z.infer<typeof Ces>;

/** Effort: how far one agrees that something was made easy, 1 to 7. */
export const ces = {
  ...rated<Ces>(() => 7),
  kind: 'ces',
  schema: Ces,
  foreign,
  words: { choose: 'Effort (CES), 1 to 7', short: 'Effort' },
  parts: END_PARTS,
  blank: {
    concept: 'effort',
    wording: 'How far do you agree: it was made easy for me to …',
    parts: { low: 'strongly disagree', high: 'strongly agree' },
  },
  scale: () => 'ces_1_7',
} as const satisfies Room<Ces>;
