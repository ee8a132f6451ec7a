/** Said in place of a persona. Nothing is chosen beforehand, so that a role is known because somebody said it. */
export const NOT_KNOWN = 'not_known';
