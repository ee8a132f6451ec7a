import type { PersonaBase } from '#app/persona/persona.ts';
import type { Accepted } from '../draft/draft.ts';
import type { Finding } from './finding.ts';

/** A finding of the language check, with the whole text it stands in and the language it was read as. */
export interface PlacedFinding extends Finding {
  /** What an acceptance names it by. */
  id: string;
  text: string;
  language: string;
}

/** Whom a set is for, and the language it was written in. */
export interface WordingAim {
  language: string;
  persona: { base: PersonaBase; plural: string; name: string };
}

/** What has to be rewritten, or stood by with a reason, before the set is published. */
export function openFindings(
  findings: readonly PlacedFinding[],
  accepted: readonly Accepted[],
): PlacedFinding[] {
  const settled = new Set(accepted.map(({ finding }) => finding));
  return findings.filter(({ weight, id }) => weight === 'settle' && !settled.has(id));
}

/** The acceptances that findings of this set still need: what was rewritten needs none. */
export function acceptancesOf(findings: readonly PlacedFinding[], accepted: readonly Accepted[]): Accepted[] {
  const found = new Set(findings.map(({ id }) => id));
  return accepted.filter(({ finding }) => found.has(finding));
}
