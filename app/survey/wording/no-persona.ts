import type { PersonaBase } from '#app/persona/persona.ts';
import type { Found } from './finding.ts';
import { NO_PERSONA_RULE, NO_PERSONA_WORDS, type NoPersonaWords } from './no-persona-words.ts';
import { findPhrases, isIn, type Match } from './phrase.ts';
import type { SurveyText } from './survey-text.ts';

interface Reader {
  base: PersonaBase;
  plural: string;
}

type Kind = 'fine' | 'greeting' | 'own' | 'asOne' | 'compound' | 'you' | 'vague';

/** A word that is part of a longer phrase is reported once, as the first of these that fits. */
const KINDS: readonly Kind[] = ['fine', 'greeting', 'own', 'asOne', 'compound', 'you', 'vague'];

/** Words that could be any persona (DOMAIN A1), with what this persona does instead. */
export function findNoPersona(read: SurveyText, language: string, reader: Reader): Found[] {
  const words = NO_PERSONA_WORDS[language];
  if (!words) return [];
  const taken = new Set<number>();
  const found: Found[] = [];
  for (const kind of KINDS) {
    for (const match of findPhrases(read, words[kind] ?? [])) {
      const inside = Array.from({ length: match.last - match.first }, (_, at) => match.first + at);
      if (inside.some((at) => taken.has(at))) continue;
      if (kind === 'compound' && withoutWord(saidIn(read, match), words) === null) continue;
      for (const at of inside) taken.add(at);
      if (kind !== 'fine') found.push(report(read, match, kind, words, reader));
    }
  }
  return [...found, ...findInside(read, words.inside ?? [], reader)];
}

function saidIn(read: SurveyText, { first, last }: Match): string {
  return read.text.slice(read.words[first]!.start, read.words[last - 1]!.end);
}

function report(
  read: SurveyText,
  match: Match,
  kind: Exclude<Kind, 'fine'>,
  words: NoPersonaWords,
  reader: Reader,
): Found {
  const { start } = read.words[match.first]!;
  const { end, key } = read.words[match.last - 1]!;
  const said = saidIn(read, match);
  const plain = plainWords(kind, said, key, words, reader.base);
  const suggestion = plain === null ? null : sameCase(said, plain);
  const found = { rule: NO_PERSONA_RULE, start, end, suggestion } as const;
  switch (kind) {
    case 'own':
      return {
        ...found,
        weight: 'advice',
        sentence: `If “${said}” means the people they sell to, it may stand.`,
      };
    case 'compound':
      return { ...found, weight: 'advice', sentence: `“${suggestion ?? said}” says as much as “${said}”.` };
    case 'you':
      return {
        ...found,
        weight: 'settle',
        sentence: `“${said}” speaks to a whole firm. ${reader.plural} answer one by one: say “you”.`,
      };
    default:
      return {
        ...found,
        weight: isIn(words.mild ?? '', key) ? 'advice' : 'settle',
        sentence: anyPersona(said, reader),
      };
  }
}

function plainWords(
  kind: Kind,
  said: string,
  lastKey: string,
  words: NoPersonaWords,
  base: PersonaBase,
): string | null {
  switch (kind) {
    case 'greeting':
      return words.hello ?? null;
    case 'asOne':
      return words.as && words.does ? `${words.as} ${words.does[base]}` : null;
    case 'compound':
      return withoutWord(said, words);
    case 'you':
      return /\s(?:all|lot)\s/.test(said) ? null : 'you';
    case 'vague':
      if (!words.doMany || !words.does || lastKey.includes("'")) return null;
      return lastKey.endsWith('s') ? words.doMany[base] : words.does[base];
    default:
      return null;
  }
}

/** What a compound says without the word: its other word, or the rest of the one word. */
function withoutWord(said: string, words: NoPersonaWords): string | null {
  const parts = said.split(/\s+/);
  if (parts.length > 1) return parts.filter((part) => !isAnyOf(words.vague, part)).at(0) ?? null;
  const prefix = (words.compound ?? [])
    .filter((pattern) => pattern.endsWith('*') && said.toLowerCase().startsWith(pattern.slice(0, -1)))
    .reduce((longest, pattern) => Math.max(longest, pattern.length - 1), 0);
  return said.length - prefix > 3 ? said.slice(prefix) : null;
}

function isAnyOf(patterns: readonly string[], word: string): boolean {
  return patterns.some((pattern) => pattern.split(/[ |]/).includes(word.toLowerCase()));
}

/** Where words are not parted by blanks, or carry their article in front, the word is looked for inside. */
function findInside(read: SurveyText, terms: readonly string[], reader: Reader): Found[] {
  const found = new Map<number, Found>();
  for (const term of terms) {
    for (let at = read.masked.indexOf(term); at >= 0; at = read.masked.indexOf(term, at + term.length)) {
      const whole = /^[\u0590-\u06ff]/.test(term)
        ? read.words.find(({ start, end }) => start <= at && at < end)
        : null;
      const start = whole?.start ?? at;
      const end = whole?.end ?? at + term.length;
      const sentence = anyPersona(read.text.slice(start, end), reader);
      found.set(start, { rule: NO_PERSONA_RULE, start, end, weight: 'settle', sentence, suggestion: null });
    }
  }
  return [...found.values()];
}

function anyPersona(said: string, reader: Reader): string {
  const first = said.charAt(0).toUpperCase() + said.slice(1);
  return `“${first}” could be any of four personas. This goes to ${reader.plural}. Say what they do here.`;
}

/** Gives the new words the capital of the old ones. */
export function sameCase(said: string, plain: string): string {
  const first = said.charAt(0);
  const isCapital = first !== first.toLowerCase();
  return isCapital ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
}
