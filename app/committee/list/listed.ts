import type { Persona, PersonaLabel } from '#app/persona/persona.ts';
import type { Apart } from '#app/results/apart.ts';
import type { Coverage } from '#app/results/coverage.ts';
import type { Sort } from './committee-query.ts';

/** One seat of an account in the list: a persona, counted. */
export interface ListedSeat {
  persona: Persona;
  required: number;
  sitting: number;
  /** Null where nobody is told. */
  heard: number | null;
}

/** One account in the list: counts of people and of work, and a gap with both ends. No slot for a score. */
export interface ListedCommittee {
  accountId: string;
  name: string;
  /** ISO day. */
  renewalOn: string | null;
  /** In lane order. */
  seats: ListedSeat[];
  /** Null where nobody is told. */
  coverage: Coverage | null;
  apart: Apart | null;
  /** The only persona that was heard, of several. */
  trunk: Persona | null;
  /** Who sits there, was asked and was not heard; null where nobody is told. */
  silent: number | null;
  /** Promises that are past their day. */
  overdue: number;
  /** What the persona in the column's head answered here; null where none is, or none answered. */
  own: OwnAnswers | null;
}

/** What one persona answered at one account: a score where there are enough for one, else each answer. */
export interface OwnAnswers {
  persona: PersonaLabel;
  /** "NPS", or what was asked. */
  metric: string;
  score: number | null;
  /** Of the answers, where they are listed in the place of a score. */
  middle: number | null;
  answers: readonly number[] | null;
  n: number;
}

/** Why accounts are not sorted by what was answered, with what they can be sorted by. */
export interface SortRefusal {
  code: 'PERSONA_REQUIRED' | 'PERSONA_MIX';
  message: string;
  sorts: readonly Sort[];
  personas: readonly Persona[];
  why: '/docs/orples';
}
