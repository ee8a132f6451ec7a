import { FOREIGN_FORMATS, type ForeignFormat } from '../question/foreign.ts';
import type { Brought, ForeignSurvey } from './brought.ts';
import { readFormbricks } from './formbricks/read-formbricks.ts';
import { hasAt, isLoose, listOf, own, textAt } from './own.ts';
import { readQualtrics } from './qualtrics/read-qualtrics.ts';
import { readSurveyJs } from './surveyjs/read-surveyjs.ts';
import { takeSurvey } from './take-survey.ts';

export type ForeignKind = ForeignFormat | 'rolecall' | 'unknown';

const READERS: Readonly<Record<ForeignFormat, (document: unknown) => ForeignSurvey | null>> = {
  surveyjs: readSurveyJs,
  qualtrics: readQualtrics,
  formbricks: readFormbricks,
};

/** Letters of a file that is still read. */
export const MOST_LETTERS = 5 * 1024 * 1024;

export type ReadText = { kind: 'read'; document: unknown } | { kind: 'refused'; sentence: string };

/** The JSON of a file, or a sentence about why it is none. */
export function readText(text: string): ReadText {
  const whole = text.replace(/^\ufeff/, '').trim();
  if (whole === '') return { kind: 'refused', sentence: 'Choose a file, or paste what is in it.' };
  if (whole.length > MOST_LETTERS)
    return {
      kind: 'refused',
      sentence: 'This is more than 5 MB. Export the survey alone, without its answers.',
    };
  try {
    return { kind: 'read', document: JSON.parse(whole) };
  } catch {
    return {
      kind: 'refused',
      sentence:
        'This is no JSON file. Export the survey itself: a .qsf from Qualtrics, a .json from the others.',
    };
  }
}

/** Which product wrote a document, by its shape. */
export function kindOfDocument(document: unknown): ForeignKind {
  if (textAt(document, 'format') === 'rolecall-survey') return 'rolecall';
  if (hasAt(document, 'SurveyEntry') && hasAt(document, 'SurveyElements')) return 'qualtrics';
  if (isFormbricks(document, 6)) return 'formbricks';
  const hasPages = listOf(own(document, 'pages')).some(
    (page) => isLoose(page) && (hasAt(page, 'elements') || hasAt(page, 'questions')),
  );
  const isFlat = [...listOf(own(document, 'elements')), ...listOf(own(document, 'questions'))].some(
    (element) => textAt(element, 'type') !== '',
  );
  return hasPages || isFlat ? 'surveyjs' : 'unknown';
}

/** Its questions have a `headline`, alone or in blocks; the API wraps the whole once or twice. */
function isFormbricks(document: unknown, depth: number): boolean {
  if (depth === 0) return false;
  if (Array.isArray(document)) return isFormbricks(document[0], depth - 1);
  const inBlocks = listOf(own(document, 'blocks')).flatMap((block) => listOf(own(block, 'elements')));
  const questions = [...listOf(own(document, 'questions')), ...inBlocks];
  if (questions.some((question) => hasAt(question, 'headline') && textAt(question, 'type') !== ''))
    return true;
  return ['data', 'surveys', 'survey'].some(
    (name) => hasAt(document, name) && isFormbricks(own(document, name), depth - 1),
  );
}

/** A document of this format as a draft, with what became of everything in it; null where it has no such shape. */
export function bringForeign(format: ForeignFormat, document: unknown): Brought | null {
  const survey = READERS[format](document);
  return survey && takeSurvey(format, survey);
}

export function isForeign(kind: string): kind is ForeignFormat {
  return (FOREIGN_FORMATS as readonly string[]).includes(kind);
}
