import { inSentence, type PersonaLabel } from '#app/persona/persona.ts';
import { type Band, bandOf, bandWords } from '../confidence/band.ts';
import { isPartTold, policyFor } from '../confidence/policy.ts';
import type { Thresholds } from '../thresholds.ts';

/**
 * What one persona says of one theme. Nobody was heard, and somebody was heard who did not raise it, are two things; where
 * confidence was promised, few and none look the same.
 */
export type Raised =
  | { kind: 'not_heard' }
  | { kind: 'not_raised'; heard: number }
  /** In confidence the least of each band, and the bands. */
  | { kind: 'raised'; speakers: number; heard: number; told?: { speakers: Band; heard: Band } }
  /** Answered in confidence: `heard` is the least of the band that is told, or 0. */
  | { kind: 'withheld'; heard: number; told: string }
  /** Answered in confidence, and not all that was answered is shown yet. */
  | { kind: 'not_yet'; heard: number; told: string };

/** Of answers that were given by name. */
export function raisedOf(people: { speakers: number; heard: number }): Raised {
  const { speakers } = people;
  // Whoever raised it was heard, also in the moment before they are counted.
  const heard = Math.max(people.heard, speakers);
  if (heard === 0) return { kind: 'not_heard' };
  return speakers === 0 ? { kind: 'not_raised', heard } : { kind: 'raised', speakers, heard };
}

/** People of a lane in confidence of which all is shown. */
export interface Quiet {
  /** People who raise it, each once, of those whose texts may be read. */
  speakers: number;
  /** People whose texts may be read, and people who are shown. */
  writers: number;
  shown: number;
  /** Accounts they are at; null where nobody knows, because the link between them was never kept. */
  accounts: number | null;
}

/**
 * DOMAIN 2.6: enough people at enough accounts said so, and enough others, or nobody else, did not: neither of those whose
 * texts are read nor of those who were heard. Few people are told as a band.
 */
export function raisedQuietly({ speakers, writers, shown, accounts }: Quiet, thresholds: Thresholds): Raised {
  const policy = policyFor(thresholds);
  const heard = bandOf(shown, policy);
  const isWide = accounts === null || accounts >= thresholds.showAccounts;
  const wholes = [writers, shown];
  const isTold = isWide && wholes.every((whole) => isPartTold({ part: speakers, whole }, policy));
  const said = isTold ? bandOf(speakers, policy) : null;
  if (!said || !heard) return { kind: 'withheld', heard: heard?.from ?? 0, told: bandWords(heard) };
  return { kind: 'raised', speakers: said.from, heard: heard.from, told: { speakers: said, heard } };
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
      return raised.told
        ? `${partWords(raised)} ${inSentence(persona.plural)}`
        : `${raised.speakers} of ${of(raised.heard)}`;
    case 'withheld':
      return `${persona.plural} heard in confidence: ${raised.told}. Too few raised it to say, or too few did not, or nobody did`;
    case 'not_yet':
      return `${persona.plural} heard in confidence: ${raised.told}. Who raised what is said once the send is closed and all answers are shown`;
    default:
      return raised satisfies never;
  }
}

/** "7 of 22", in confidence "10 to 19 of 20 to 29". */
export function partWords({ speakers, heard, told }: Extract<Raised, { kind: 'raised' }>): string {
  return told ? `${bandWords(told.speakers)} of ${bandWords(told.heard)}` : `${speakers} of ${heard}`;
}

/** For an order within ONE persona: what cannot be told stands with what nobody raised. */
export function speakersIn(raised: Raised): number {
  return raised.kind === 'raised' ? raised.speakers : 0;
}
