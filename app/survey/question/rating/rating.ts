import { z } from 'zod';
import { END_PARTS, ends, Points, rated } from '../control/rated.ts';
import type { Room } from '../room.ts';
import { shared } from '../shared.ts';
import { foreign } from './foreign.ts';

const Rating = z.strictObject({ kind: z.literal('rating'), ...shared, points: Points, ...ends });
type Rating = z.infer<typeof Rating>;

/** A rating with labelled ends, 1 to 5 or 1 to 7. */
export const rating = {
  ...rated<Rating>(({ points }) => points),
  kind: 'rating',
  schema: Rating,
  foreign,
  words: { choose: 'Rating, 1 to 5 or 1 to 7', short: 'Rating' },
  parts: [
    {
      name: 'points',
      control: 'choose',
      label: 'Scale',
      numeric: true,
      options: [
        { value: '5', label: '1 to 5' },
        { value: '7', label: '1 to 7' },
      ],
    },
    ...END_PARTS,
  ],
  blank: { parts: { points: '5' } },
  scale: ({ points }) => (points === 5 ? 'rating_1_5' : 'rating_1_7'),
} as const satisfies Room<Rating>;
