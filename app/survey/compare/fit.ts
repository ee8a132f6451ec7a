import type { PersonaBase, PersonaLabel } from '#app/persona/persona.ts';
import type { DraftQuestion } from '../draft/draft.ts';
import { isLines } from '../question/part.ts';

/** How a question written for one persona fits another (DOMAIN A5). */
export type Fit =
  /** It says whose work it takes for granted, and it is not theirs: it cannot go out to them. */
  | { kind: 'assumes'; base: PersonaBase }
  /** Nobody said so, but its words sound like it. */
  | { kind: 'may_assume'; base: PersonaBase; words: string[] }
  | { kind: 'fits' };

export type FittedQuestion = Pick<DraftQuestion, 'wording' | 'help' | 'assumes'> & {
  parts?: DraftQuestion['parts'];
};

/** The base whose work a question takes for granted, where it is not this persona's; null where nothing is in the way. */
export function assumedOf(
  { assumes }: { assumes?: PersonaBase | '' | undefined },
  persona: Pick<PersonaLabel, 'base'>,
): PersonaBase | null {
  return assumes && assumes !== persona.base ? assumes : null;
}

/** What stands between a question and those of another persona; a suggestion is never acted upon by itself. */
export function fitOf(question: FittedQuestion, persona: Pick<PersonaLabel, 'base'>): Fit {
  const base = assumedOf(question, persona);
  if (base) return { kind: 'assumes', base };
  if (question.assumes !== '') return { kind: 'fits' };
  const suggested = suggestAssumed(question);
  return suggested && suggested.base !== persona.base
    ? { kind: 'may_assume', ...suggested }
    : { kind: 'fits' };
}

/**
 * Words that only somebody with this work can answer to, in English and German: whole words, `*` for any ending. A
 * short list that misses some on purpose, because a wrong suggestion costs more than none.
 */
const TELLING = {
  end_user: [
    ...[
      'editor',
      'screen*',
      'click*',
      'button*',
      'menu*',
      'log in',
      'logging in',
      'shortcut*',
      'working day',
    ],
    ...['use every day', 'use it every day', 'use most often', 'work with it', 'easy to use', 'daily work'],
    ...[
      'bildschirm*',
      'klick*',
      'schaltfläche*',
      'anmelden',
      'arbeitstag*',
      'täglich nutzen',
      'damit arbeiten',
    ],
  ],
  influencer: [
    ...[
      'answer for',
      'your part of the company',
      'your part of the firm',
      'your department',
      'you report on',
    ],
    ...['für das sie einstehen', 'ihr bereich', 'ihrem bereich', 'ihren bereich', 'ihre abteilung*'],
  ],
  buyer: [
    ...['sign', 'signed', 'signing', 'signature', 'budget*', 'renew', 'renewal*', 'renewing', 'contract*'],
    ...['price*', 'pricing', 'invoice*', 'pay', 'paying', 'purchase*', 'procurement'],
    ...['unterschr*', 'verlänger*', 'vertrag*', 'preis', 'preise*', 'rechnung*', 'bezahl*', 'einkauf*'],
  ],
  advocate: [
    ...[
      'tell others',
      'speak about',
      'speak to others',
      'speak for',
      'vouch',
      'as a reference',
      'testimonial*',
    ],
    ...['anderen erzählen', 'erzählen sie anderen', 'empfehlung aussprechen', 'als referenz'],
  ],
} as const satisfies Record<PersonaBase, readonly string[]>;

const PATTERNS = Object.entries(TELLING).map(([base, words]) => ({
  base: base as PersonaBase,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(asPattern).join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
}));

function asPattern(words: string): string {
  return words.replace('*', '[\\p{L}]*').replaceAll(' ', '\\s+');
}

/** The persona base whose work the words sound like, and the words; null where none or two are equally near. */
export function suggestAssumed(
  question: Omit<FittedQuestion, 'assumes'>,
): { base: PersonaBase; words: string[] } | null {
  const text = textOf(question);
  const [first, second] = PATTERNS.map(({ base, pattern }) => ({ base, words: wordsIn(text, pattern) })).sort(
    (one, other) => other.words.length - one.words.length,
  );
  if (!first || first.words.length === 0 || first.words.length === second?.words.length) return null;
  return first;
}

/** What a respondent reads of it; what is filled in is somebody's name and tells nothing. */
function textOf({ wording, help, parts = {} }: Omit<FittedQuestion, 'assumes'>): string {
  const said = Object.values(parts).flatMap((value) =>
    isLines(value) ? value.map(({ label }) => label) : typeof value === 'string' ? [value] : [],
  );
  return [wording, help, ...said].join(' · ').replace(/\{\{[^{}]*\}\}/g, ' ');
}

function wordsIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([words]) => words.toLowerCase()))];
}
