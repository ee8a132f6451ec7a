import { whole } from '../rule/rule.ts';

/** Speakers of one persona from which on a theme waits for a decision, where the programme says nothing else. */
export const THEME_SIZE = 5;

/** One person alone is an anecdote. */
export const ThemeSize = whole(2, 1000);
