import type { Frame } from './frame.ts';

/** Why nobody is named as silent. */
export const UNNAMED = {
  in_confidence:
    'Answers were promised in confidence, and whether somebody answered is part of it: nobody is named.',
  too_large: 'More than 10,000 people are known: they are not read one by one here.',
} as const satisfies Record<Exclude<Frame['kind'], 'named'>, string>;
