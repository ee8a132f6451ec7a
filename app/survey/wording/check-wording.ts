import type { PersonaBase } from '#app/persona/persona.ts';
import { findDoubleBarrelled } from './double-barrelled.ts';
import type { CheckedText, Finding, Found, WordingRule } from './finding.ts';
import { DUTCH } from './lexicon/dutch.ts';
import { ENGLISH } from './lexicon/english.ts';
import { FRENCH } from './lexicon/french.ts';
import { GERMAN } from './lexicon/german.ts';
import { ITALIAN } from './lexicon/italian.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { PORTUGUESE } from './lexicon/portuguese.ts';
import { SPANISH } from './lexicon/spanish.ts';
import { findNoPersona } from './no-persona.ts';
import { NO_PERSONA_RULE, NO_PERSONA_WORDS } from './no-persona-words.ts';
import { findAbsolutes, findDoubleNegatives, findJargon, findLeading } from './phrase-rules.ts';
import { type Ease, easeOf, hasFormula } from './reading-ease.ts';
import { findTooLong } from './sentence-length.ts';
import { readText, type SurveyText } from './survey-text.ts';

const LEXICONS: Readonly<Record<string, Lexicon>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  pt: PORTUGUESE,
  it: ITALIAN,
  nl: DUTCH,
};

export interface WordingContext {
  /** BCP 47, e.g. `en-GB`; the primary subtag picks the rules. */
  language: string;
  /** Who the survey goes to. */
  persona: { base: PersonaBase; plural: string; name: string };
}

export interface CheckedWording {
  /** In the order of the texts, and within a text from its start. */
  findings: Finding[];
  /** The rules this language has; the others are unchecked. */
  checked: WordingRule[];
  /** Texts of eight words or more, in languages with a formula; scores run from 0 (hard) to 100 (easy). */
  ease: { place: string; score: number; words: Ease['words'] }[];
}

/** Checks what will be sent against the rules its language has. Finds nothing in an unreadable language tag. */
export function checkWording(texts: readonly CheckedText[], context: WordingContext): CheckedWording {
  const language = /^[a-z]{2,3}(?=$|[-_])/.exec(context.language.toLowerCase())?.[0] ?? 'und';
  const findings: Finding[] = [];
  const ease: CheckedWording['ease'] = [];
  for (const text of texts) {
    const read = readText(text.text, language);
    const found = [
      ...findIn(read, text.role, language, context),
      ...findInFallbacks(read, language, context),
    ];
    const readability = hasFormula(language) ? easeOf(read, language) : null;
    if (readability) {
      ease.push({ place: text.place, score: readability.score, words: readability.words });
      if (readability.words === 'hard') found.push(hardToRead(read, readability));
    }
    found.sort((a, b) => a.start - b.start || a.end - b.end);
    for (const each of found)
      findings.push({ ...each, place: text.place, words: text.text.slice(each.start, each.end) });
  }
  return { findings, checked: checkedIn(language), ease };
}

/**
 * A finding's stable identity for acceptance: its rule, its place and the words found. Rewriting the words
 * makes it a new finding; case and blanks aside.
 */
export function findingKey(finding: Finding, text: string): string {
  const words = text
    .slice(finding.start, finding.end)
    .normalize('NFC')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
  return `${finding.rule} ${finding.place} ${words}`;
}

function checkedIn(language: string): WordingRule[] {
  const checked: WordingRule[] = [];
  if (Object.hasOwn(NO_PERSONA_WORDS, language)) checked.push(NO_PERSONA_RULE);
  if (Object.hasOwn(LEXICONS, language)) {
    checked.push('jargon', 'double_barrelled', 'leading', 'double_negative', 'absolute');
  }
  if (hasFormula(language)) checked.push('reading_ease');
  return [...checked, 'too_long'];
}

function findIn(
  read: SurveyText,
  role: CheckedText['role'],
  language: string,
  { persona }: WordingContext,
): Found[] {
  const found = [...findNoPersona(read, language, persona), ...findTooLong(read, role, language)];
  const lexicon = Object.hasOwn(LEXICONS, language) ? LEXICONS[language]! : null;
  if (!lexicon) return found;
  found.push(...findJargon(read, lexicon, persona.plural));
  if (role !== 'label') found.push(...findLeading(read, lexicon, role === 'question' ? 'settle' : 'advice'));
  if (role !== 'question') return found;
  return [
    ...found,
    ...findDoubleBarrelled(read, lexicon),
    ...findDoubleNegatives(read, lexicon, persona.plural),
    ...findAbsolutes(read, lexicon),
  ];
}

/** A placeholder's fallback is sent where the value is missing, so its words are read like a label's. */
function findInFallbacks(read: SurveyText, language: string, context: WordingContext): Found[] {
  if (read.fallbacks.length === 0) return [];
  let alone = '';
  for (const { start, end } of read.fallbacks) {
    alone += '\n'.repeat(start - alone.length) + read.text.slice(start, end).replaceAll('{', ' ');
  }
  return findIn(readText(alone, language), 'label', language, context);
}

function hardToRead(read: SurveyText, { score, longest }: Ease): Found {
  const start = read.text.length - read.text.trimStart().length;
  const end = read.text.trimEnd().length;
  const shorten =
    longest.length === 0 ? 'shorter sentences' : `shorter words than “${longest.join('” and “')}”`;
  return {
    rule: 'reading_ease',
    start,
    end,
    weight: 'advice',
    sentence: `Hard to read: ${Math.round(score)} of 100. Use ${shorten}.`,
    suggestion: null,
  };
}
