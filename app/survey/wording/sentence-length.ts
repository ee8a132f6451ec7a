import type { CheckedText, Found } from './finding.ts';
import { countCharacters, type SurveyText, type Word } from './survey-text.ts';

/**
 * Where a sentence gets long, in words: 25 is the limit of GOV.UK's writing guide, and survey handbooks put
 * questions lower still; prose gets a little more, a choice is read among others and gets less.
 */
const MOST_WORDS = { question: 25, prose: 30, label: 15 } as const satisfies Record<
  CheckedText['role'],
  number
>;

/** The same for scripts without blanks, in characters: 60 is the usual editorial limit in Japanese. */
const MOST_CHARACTERS = { question: 60, prose: 75, label: 35 } as const satisfies Record<
  CheckedText['role'],
  number
>;

const WITHOUT_BLANKS = new Set(['ja', 'zh', 'th', 'lo', 'km', 'my']);

export function findTooLong(read: SurveyText, role: CheckedText['role'], language: string): Found[] {
  const byCharacters = WITHOUT_BLANKS.has(language);
  const most = byCharacters ? MOST_CHARACTERS[role] : MOST_WORDS[role];
  const unit = byCharacters ? 'characters' : 'words';
  return read.sentences.flatMap(({ start, end, first, last }) => {
    if (end - start <= most) return [];
    const words = read.words.slice(first, last);
    const length = byCharacters
      ? countCharacters(shorten(read, start, end, words), language)
      : words.filter(({ continues }) => !continues).length;
    if (length <= most) return [];
    const sentence = `${length} ${unit} in one sentence. Keep it to ${most}, or make it two.`;
    return { rule: 'too_long', start, end, weight: 'advice', sentence, suggestion: null } satisfies Found;
  });
}

/** The sentence with two characters for each placeholder, as for a plain word. */
function shorten(read: SurveyText, start: number, end: number, words: readonly Word[]): string {
  let shown = '';
  let done = start;
  for (const word of words.filter(({ isPlaceholder }) => isPlaceholder)) {
    shown += `${read.masked.slice(done, word.start)}XX`;
    done = word.end;
  }
  return shown + read.masked.slice(done, end);
}
