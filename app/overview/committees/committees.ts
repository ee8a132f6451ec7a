import type { PersonaLabel } from '#app/persona/persona.ts';

/** One persona of one account: how many answered and the middle of what they said, 0 to 10. */
export interface ApartEndView {
  persona: PersonaLabel;
  n: number;
  middle: number;
  /** What they were asked. */
  wording: string;
}

/** An account whose personas stand far from each other: both ends, and nothing for the account as a whole. */
export interface ApartView {
  accountName: string;
  /** The picture of its committee; null where the reader may not go there. */
  to: string | null;
  lower: ApartEndView;
  higher: ApartEndView;
  /** "6 points" */
  distance: string;
  wordedDifferently: boolean;
}

/** Somebody who signs, was asked by name and was not heard. */
export interface SilentView {
  key: string;
  persona: PersonaLabel;
  accountName: string;
  personName: string;
  to: string | null;
  /** "asked twice, never heard" */
  asked: string;
  /** ISO day. */
  renewalOn: string;
  days: number;
}

export interface Committees {
  apart: ApartView[];
  /** How many accounts that are, of how many; null where nobody is told. */
  share: string | null;
  silent: SilentView[];
}

/** How far ahead a renewal makes silence worth a line. */
export const RENEWAL_DAYS = 90;
export const APART_SHOWN = 3;
export const SILENT_SHOWN = 3;

export function askedWords(timesAsked: number, wasHeard: boolean): string {
  const times = timesAsked === 1 ? 'once' : timesAsked === 2 ? 'twice' : `${timesAsked} times`;
  return wasHeard ? `asked ${times} since last heard` : `asked ${times}, never heard`;
}

/** How far ahead a renewal is: "today", "tomorrow", "in 12 days". */
export function inDays(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}
