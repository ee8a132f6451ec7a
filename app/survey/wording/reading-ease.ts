import type { SurveyText, Word } from './survey-text.ts';
import { type CountedLanguage, countSyllables } from './syllables.ts';

interface Formula {
  base: number;
  /** Per word of the mean sentence. */
  sentence: number;
  /** Per syllable of the mean word. */
  word: number;
  /** The scores from which a text counts as easy, and under which it counts as hard. */
  easy: number;
  hard: number;
}

/**
 * All seven are fitted to Flesch's scale, where 60 to 70 is standard prose and under 30 is "very difficult".
 * In a question of ten words, one word of five syllables instead of three costs 12 to 17 points, so only what
 * is very difficult by the author's own table is called hard, and only what is standard or better easy.
 */
const FORMULAS = {
  // R. Flesch, A new readability yardstick, J. Applied Psychology 32 (1948), 221-233.
  en: { base: 206.835, sentence: 1.015, word: 84.6, easy: 60, hard: 30 },
  // T. Amstad, Wie verständlich sind unsere Zeitungen?, Zürich 1978.
  de: { base: 180, sentence: 1, word: 58.5, easy: 60, hard: 30 },
  // W. H. Douma, De leesbaarheid van landbouwbladen, Wageningen 1960: 0.77 per syllable in 100 words.
  nl: { base: 206.84, sentence: 0.93, word: 77, easy: 60, hard: 30 },
  // L. Kandel, A. Moles, Application de l'indice de Flesch à la langue française, 1958.
  fr: { base: 207, sentence: 1.015, word: 73.6, easy: 60, hard: 30 },
  // J. Fernández Huerta, Medidas sencillas de lecturabilidad, Consigna 214 (1959): 0.60 per syllable in 100
  // words. As printed, 1.02 goes with sentences in 100 words, which would reward long sentences; it belongs to
  // words in a sentence (G. Law, Error in the Fernandez Huerta readability formula, 2011).
  es: { base: 206.84, sentence: 1.02, word: 60, easy: 60, hard: 30 },
  // T. B. F. Martins et al., Readability formulas applied to textbooks in Brazilian Portuguese, 1996: Flesch
  // moved up by 42; their four bands part at 75, 50 and 25.
  pt: { base: 248.835, sentence: 1.015, word: 84.6, easy: 50, hard: 25 },
  // V. Franchina, R. Vacca, 1972: 206 - 0.65 S - P, S syllables in 100 words. Their revision of 1986 (217,
  // 0.6, 1.3) proved the less reliable of the two in trials.
  it: { base: 206, sentence: 1, word: 65, easy: 60, hard: 30 },
} as const satisfies Record<CountedLanguage, Formula>;

/** Under this many words one long word decides the score alone. */
const FEWEST_WORDS = 8;

export interface TextCounts {
  words: number;
  sentences: number;
  syllables: number;
}

export function hasFormula(language: string): language is CountedLanguage {
  return Object.hasOwn(FORMULAS, language);
}

/** The reading ease of a text: about 0 (very hard) to 100 (very easy), and beyond either for odd texts. */
export function readingEase(language: CountedLanguage, counts: TextCounts): number {
  const { base, sentence, word } = FORMULAS[language];
  return base - (sentence * counts.words) / counts.sentences - (word * counts.syllables) / counts.words;
}

export interface Ease {
  /** 0 to 100, one decimal. */
  score: number;
  words: 'easy' | 'plain' | 'hard';
  /** The words with the most syllables, to be shortened first. */
  longest: string[];
}

/** How easy a text reads, or null if it is too short to tell. */
export function easeOf(read: SurveyText, language: CountedLanguage): Ease | null {
  const words = read.words.filter(({ continues }) => !continues).length;
  if (words < FEWEST_WORDS) return null;
  const sentences = new Set(read.words.map(({ sentence }) => sentence)).size;
  const spoken = read.words.map((word) => ({ word, syllables: syllablesOf(word, language) }));
  const syllables = spoken.reduce((sum, { syllables }) => sum + syllables, 0);
  const ease = readingEase(language, { words, sentences, syllables });
  const score = Math.round(Math.min(100, Math.max(0, ease)) * 10) / 10;
  const { easy, hard } = FORMULAS[language];
  const longest = spoken
    .filter(({ word, syllables }) => syllables > 3 && !word.isPlaceholder)
    .sort((a, b) => b.syllables - a.syllables)
    .map(({ word }) => read.text.slice(word.start, word.end));
  return {
    score,
    words: score >= easy ? 'easy' : score < hard ? 'hard' : 'plain',
    longest: [...new Set(longest)].slice(0, 2),
  };
}

/** A placeholder counts as a plain word; an elided article (`l'`) is spoken with the next word. */
function syllablesOf(word: Word, language: CountedLanguage): number {
  if (word.isPlaceholder) return 2;
  return /^\p{L}$/u.test(word.key) && !/[aeiouyàéèêáíóúâôãõ]/.test(word.key)
    ? 0
    : countSyllables(word.key, language);
}
