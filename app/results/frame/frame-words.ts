/** Why nobody is named as silent. */
export const IN_CONFIDENCE =
  'Answers were promised in confidence, and whether somebody answered is part of it: nobody is named.';
