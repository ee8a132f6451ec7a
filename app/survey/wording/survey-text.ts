/** One word of a text; a placeholder such as `{{account.name|your company}}` is one word too. */
export interface Word {
  start: number;
  end: number;
  /** Lower case, NFC, straight apostrophes: what the rules compare. Accents stay: `ou` is not `où`. */
  key: string;
  sentence: number;
  /** First of its sentence, or after a comma, colon, bracket or dash. */
  opens: boolean;
  /** Part of the written word before it: `mail` in `e-mail`, `avis` in `l'avis`. */
  continues: boolean;
  isPlaceholder: boolean;
}

export interface Sentence {
  start: number;
  end: number;
  asks: boolean;
  /** Its words are `words.slice(first, last)`. */
  first: number;
  last: number;
}

export interface SurveyText {
  text: string;
  /** The text with placeholders blotted out, at the same offsets. */
  masked: string;
  words: Word[];
  sentences: Sentence[];
  /** What is shown when a placeholder has no value. */
  fallbacks: { start: number; end: number }[];
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string, granularity: 'word' | 'sentence' | 'grapheme'): Intl.Segmenter {
  const key = `${language} ${granularity}`;
  const known = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, known);
  return known;
}

/** How many characters a reader sees. */
export function countCharacters(text: string, language: string): number {
  let count = 0;
  for (const _ of segmenter(language, 'grapheme').segment(text)) count += 1;
  return count;
}

/** Reads a text into words and sentences; `language` is a primary subtag such as `en`. */
export function readText(text: string, language: string): SurveyText {
  const placeholders = findPlaceholders(text);
  const masked = mask(text, placeholders);
  const sentences = readSentences(masked, language);
  const words = readWords(masked, language, sentences);
  let next = 0;
  for (const word of words) {
    while (next < placeholders.length && placeholders[next]!.end <= word.start) next += 1;
    const placeholder = placeholders[next];
    word.isPlaceholder = placeholder !== undefined && placeholder.start < word.end;
    if (word.isPlaceholder) word.key = '{{}}';
  }
  words.forEach((word, at) => {
    const sentence = sentences[word.sentence]!;
    if (sentence.last === 0) sentence.first = at;
    sentence.last = at + 1;
  });
  return {
    text,
    masked,
    words,
    sentences,
    fallbacks: placeholders.flatMap(({ fallback }) => fallback ?? []),
  };
}

interface Placeholder {
  start: number;
  end: number;
  fallback: { start: number; end: number } | null;
}

function findPlaceholders(text: string): Placeholder[] {
  const found: Placeholder[] = [];
  let from = text.indexOf('{{');
  while (from >= 0) {
    const close = text.indexOf('}}', from + 2);
    if (close < 0) break;
    const bar = text.slice(from + 2, Math.min(close, from + 80)).indexOf('|');
    const nameEnd = bar < 0 ? close : from + 2 + bar;
    const isNamed = nameEnd - from < 80 && /^ ?[\w.-]+ ?$/.test(text.slice(from + 2, nameEnd));
    if (isNamed) {
      const fallback = bar < 0 ? null : { start: nameEnd + 1, end: close };
      found.push({ start: from, end: close + 2, fallback });
    }
    from = text.indexOf('{{', isNamed ? close + 2 : from + 1);
  }
  return found;
}

/** A capital letter stands in, so that a placeholder is one word and may begin a sentence. */
function mask(text: string, placeholders: readonly Placeholder[]): string {
  let masked = '';
  let done = 0;
  for (const { start, end } of placeholders) {
    masked += text.slice(done, start) + 'X'.repeat(end - start);
    done = end;
  }
  return masked + text.slice(done);
}

function readSentences(masked: string, language: string): Sentence[] {
  return [...segmenter(language, 'sentence').segment(masked)].map(({ segment, index }) => ({
    start: index + segment.length - segment.trimStart().length,
    end: index + segment.trimEnd().length,
    asks: /[?？؟]/.test(segment),
    first: 0,
    last: 0,
  }));
}

/** Elided words count with the next one, but are compared on their own: `l'avis` is `l` and `avis`. */
const ELIDES = new Set(['fr', 'it', 'ca']);
/** Scripts whose vowel marks may be left out when writing. */
const MARKS_OPTIONAL = new Set(['ar', 'he', 'fa', 'ur']);

function readWords(masked: string, language: string, sentences: readonly Sentence[]): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let done = 0;
  const add = (start: number, end: number) => {
    while (sentence + 1 < sentences.length && sentences[sentence + 1]!.start <= start) sentence += 1;
    const gap = masked.slice(done, start);
    const isNew = words.at(-1)?.sentence !== sentence;
    words.push({
      start,
      end,
      key: keyOf(masked.slice(start, end), language),
      sentence,
      opens: isNew || /[,;:()[\]–—¿¡、，：]/.test(gap),
      continues: !isNew && /^(?:[-‐‑'’]?)$/.test(gap),
      isPlaceholder: false,
    });
    done = end;
  };
  for (const { segment, index, isWordLike } of segmenter(language, 'word').segment(masked)) {
    const end = index + segment.length;
    const isAmpersand = segment === '&' && masked[index - 1] === ' ' && masked[end] === ' ';
    if (!isWordLike && !isAmpersand) continue;
    const cut = ELIDES.has(language) ? segment.search(/['’]/) : -1;
    if (cut > 0 && cut < segment.length - 1) {
      add(index, index + cut);
      add(index + cut + 1, end);
    } else add(index, end);
  }
  return words;
}

function keyOf(word: string, language: string): string {
  const key = word.normalize('NFC').toLowerCase().replaceAll('’', "'");
  return MARKS_OPTIONAL.has(language) ? key.normalize('NFD').replace(/\p{Mn}/gu, '') : key;
}
