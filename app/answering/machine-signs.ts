import type { Evidence } from './held/held.ts';

/** What is known of a press besides its answers. Times are ms. */
export interface Press {
  /** When the page was shown, and what for; null for a press without a page. */
  shown: { at: number; shownFor: 'page' | 'again' } | null;
  pressedAt: number;
  /** A pointer, key or touch was seen on the page; only a page with script can tell. */
  moved: boolean;
  /** What stood in the field that people do not see. */
  honeypot: string;
  /** What was seen of the link's openings in the minute before. */
  opened: { manyNumbers: boolean; unseenLink: boolean };
}

/** Nobody reads a question and presses in less. */
export const FASTEST_HAND = 800;

/**
 * What makes a press look like a machine's (none for a person's). The page that asks for one more press is proof
 * against what other machines did with the link before, but not against haste.
 */
export function signsOfMachine({ shown, pressedAt, moved, honeypot, opened }: Press): Evidence[] {
  const signs: Evidence[] = [];
  if (honeypot !== '') signs.push('honeypot');
  if (shown === null) signs.push('no_page');
  else if (pressedAt - shown.at < FASTEST_HAND && !moved) signs.push('too_fast');
  if (shown?.shownFor === 'again') return signs;
  if (opened.manyNumbers) signs.push('many_numbers');
  if (opened.unseenLink) signs.push('unseen_link');
  return signs;
}
