import { inSentence, type PersonaLabel } from '#app/persona/persona.ts';
import type { Thresholds } from '../thresholds.ts';

/**
 * What one persona says of one theme. Nobody was heard, and somebody was heard who did not raise it, are two things; where
 * confidence was promised, few and none look the same.
 */
export type Raised =
  | { kind: 'not_heard' }
  | { kind: 'not_raised'; heard: number }
  | { kind: 'raised'; speakers: number; heard: number }
  | { kind: 'withheld'; heard: number };

export interface Told {
  /** People who raise it, each once. */
  speakers: number;
  heard: number;
  /** Accounts they are at; null where nobody knows, because the link between them was never kept. */
  accounts: number | null;
  confidentiality: 'attributed' | 'confidential' | 'unlinkable';
}

export function raisedOf(told: Told, thresholds: Thresholds): Raised {
  const { speakers, confidentiality } = told;
  // Whoever raised it was heard, also in the moment before they are counted.
  const heard = Math.max(told.heard, speakers);
  if (heard === 0) return { kind: 'not_heard' };
  if (confidentiality !== 'attributed' && !mayBeTold({ ...told, heard }, thresholds))
    return { kind: 'withheld', heard };
  return speakers === 0 ? { kind: 'not_raised', heard } : { kind: 'raised', speakers, heard };
}

/** DOMAIN 2.6: enough people at enough accounts said so, and enough others, or nobody else, did not. */
function mayBeTold({ speakers, heard, accounts }: Told, thresholds: Thresholds): boolean {
  const isWide = accounts === null || accounts >= thresholds.showAccounts;
  return isWide && isPartTold(speakers, heard, thresholds);
}

/** A part of a whole may be told when neither it nor what is left is so few that it points at somebody. */
export function isPartTold(part: number, whole: number, { showAnswers }: Thresholds): boolean {
  const left = whole - part;
  return part >= showAnswers && (left <= 0 || left >= showAnswers);
}

/** "7 of 22 end-users", "Heard 22, none raised it", "Not heard". */
export function sayRaised(raised: Raised, persona: Pick<PersonaLabel, 'name' | 'plural'>): string {
  const of = (people: number) => `${people} ${inSentence(people === 1 ? persona.name : persona.plural)}`;
  switch (raised.kind) {
    case 'not_heard':
      return 'Not heard';
    case 'not_raised':
      return `${of(raised.heard)} heard, none raised it`;
    case 'raised':
      return `${raised.speakers} of ${of(raised.heard)}`;
    case 'withheld':
      return `${of(raised.heard)} heard in confidence: too few raised it to say, or too few did not, or nobody did`;
    default:
      return raised satisfies never;
  }
}

/** For an order within ONE persona: what cannot be told stands with what nobody raised. */
export function speakersIn(raised: Raised): number {
  return raised.kind === 'raised' ? raised.speakers : 0;
}
