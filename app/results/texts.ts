import { OTHER } from '#app/survey/question/shared.ts';
import type { Question } from '#app/survey/question.ts';
import type { AskedQuestion } from './asked-question.ts';

/**
 * The questions whose texts may be read: words, and what was written beside "other". In confidence not an address
 * or a telephone number, which is a name by another name.
 */
export function readableTexts(
  asked: readonly AskedQuestion[],
  confidentiality: 'attributed' | 'confidential' | 'unlinkable',
): string[] {
  return asked
    .filter((question) => isWords(question) || otherOf(question) !== null)
    .filter(({ frozen }) => confidentiality === 'attributed' || !asksForContact(frozen))
    .map(({ key }) => key);
}

/** What each text was written to, by question key; the one question for words needs no saying. */
export function aboutTexts(asked: readonly AskedQuestion[]): Map<string, string> {
  const words = asked.filter(isWords);
  return new Map(
    asked.flatMap((question) => {
      const other = otherOf(question);
      if (other !== null) return [[question.key, `“${other}”, to “${question.wording}”`]];
      return words.length > 1 && isWords(question) ? [[question.key, `To “${question.wording}”`]] : [];
    }),
  );
}

/** What the choice with room to write is called; null where there is none. */
export function otherOf({ options }: Pick<AskedQuestion, 'options'>): string | null {
  return options.find(({ key }) => key === OTHER)?.label ?? null;
}

/** The first so many texts, and none of the last response cut off: what comes next begins with another. */
export function wholeResponses<T extends { responseId: string }>(texts: readonly T[], limit: number): T[] {
  const last = texts[limit - 1]?.responseId;
  return texts.filter(({ responseId }, at) => at < limit || responseId === last);
}

/** Which text of a response comes first: what was asked for in words, in the order asked, then the rest. */
export function placesOf(asked: readonly AskedQuestion[]): Map<string, number> {
  return new Map(asked.map((question, at) => [question.key, at + (isWords(question) ? 0 : asked.length)]));
}

function isWords({ reading }: AskedQuestion): boolean {
  return reading.view === 'words';
}

function asksForContact(frozen: Question): boolean {
  return frozen.kind === 'text' && (frozen.check ?? 'none') !== 'none';
}
