import { Draft, type DraftQuestion } from '../draft/draft.ts';
import type { Brought, ReportLine } from '../foreign/brought.ts';
import { cutWords } from '../foreign/plain-words.ts';
import { roomOf } from '../question/rooms.ts';
import { readTag } from '../translation/language.ts';
import { SurveyDocument } from './survey-document.ts';

/** Our own document as a draft, the same set as went out; null for one that is not of the format. */
export function bringDocument(document: unknown): Brought | null {
  const parsed = SurveyDocument.safeParse(document);
  if (!parsed.success || holdsNul(parsed.data)) return null;
  const { name, language, persona, intro, closing, shared, questions, translations = {} } = parsed.data;
  const draft = Draft.safeParse({ intro, closing: closing ?? '', shared, questions });
  if (!draft.success || readTag(language) === null) return null;
  const report = draft.data.questions.map((question, index) => lineOf(question, index + 1));
  return { name, language, draft: draft.data, translations, report: [...aboutPersona(persona), ...report] };
}

/** PostgreSQL keeps no text with a NUL. */
function holdsNul(document: SurveyDocument): boolean {
  return JSON.stringify(document).includes('\\u0000');
}

function lineOf(question: DraftQuestion, number: number): ReportLine {
  const sentence = `Question ${number}: ${roomOf(question).words.choose}.`;
  return {
    place: 'Survey',
    what: cutWords(question.wording || question.key, 120),
    outcome: 'carried',
    sentence,
  };
}

function aboutPersona(persona: string | undefined): ReportLine[] {
  if (!persona) return [];
  const sentence = 'Whom it was written for is told, and not taken over. Choose the persona below.';
  return [{ place: 'Survey', what: persona, outcome: 'left_out', sentence }];
}
