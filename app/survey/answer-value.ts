import type { Question } from './question.ts';

/** One answered question: exactly one of the three is set, as in the table `answer`. */
export type AnswerValue =
  | { score: number; choices?: undefined; verbatim?: undefined }
  | { choices: string[]; score?: undefined; verbatim?: undefined }
  | { verbatim: string; score?: undefined; choices?: undefined };

export type ReadAnswer =
  | { kind: 'answered'; value: AnswerValue }
  | { kind: 'blank' }
  | { kind: 'fault'; sentence: string };

export const LONGEST_TEXT = 5000;

/** Reads what a form or the API sent for one question. Never clamps, never guesses. */
export function readAnswer(question: Question, raw: readonly string[]): ReadAnswer {
  const given = raw.map((text) => text.trim()).filter((text) => text !== '');
  if (given.length === 0) return question.required ? fault(missing(question)) : { kind: 'blank' };
  switch (question.kind) {
    case 'recommend':
      return readNumber(given, 0, 10);
    case 'rating':
      return readNumber(given, 1, question.points);
    case 'single':
      return given.length > 1 ? fault('Choose one of the answers.') : readChoices(given, question.options);
    case 'multiple':
      return readChoices([...new Set(given)], question.options);
    case 'text':
      return readText(given.join('\n'));
    default:
      return question satisfies never;
  }
}

function missing(question: Question): string {
  return question.kind === 'text' ? 'Write a few words, then go on.' : 'Choose an answer, then go on.';
}

function readNumber(given: readonly string[], low: number, high: number): ReadAnswer {
  const [text] = given;
  const score = /^\d{1,2}$/.test(text!) ? Number(text) : Number.NaN;
  if (given.length > 1 || !(score >= low && score <= high))
    return fault(`Choose a number from ${low} to ${high}.`);
  return { kind: 'answered', value: { score } };
}

function readChoices(given: string[], options: readonly { key: string }[]): ReadAnswer {
  const known = new Set(options.map(({ key }) => key));
  if (!given.every((choice) => known.has(choice))) return fault('Choose from the answers shown.');
  return { kind: 'answered', value: { choices: given } };
}

function readText(verbatim: string): ReadAnswer {
  // PostgreSQL cannot keep a NUL; one rule for both engines.
  if (verbatim.includes('\0'))
    return fault('This text holds a character that cannot be kept; please write it without.');
  if (verbatim.length > LONGEST_TEXT) return fault(`Please keep it under ${LONGEST_TEXT} characters.`);
  return { kind: 'answered', value: { verbatim } };
}

function fault(sentence: string): ReadAnswer {
  return { kind: 'fault', sentence };
}

/**
 * What the tally counts for this answer: a score as digits, each chosen option; text is not counted.
 * Where several may be ticked, the empty value counts the person behind the ticks.
 */
export function tallyValues({ kind }: Question, value: AnswerValue): string[] {
  if (value.score !== undefined) return [String(value.score)];
  const choices = value.choices ?? [];
  return kind === 'multiple' && choices.length > 0 ? ['', ...choices] : choices;
}
