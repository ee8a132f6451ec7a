import { asQuestion, readSet } from '../draft/check-draft.ts';
import type { Draft } from '../draft/draft.ts';
import type { QuestionSet } from '../question.ts';
import { SCHEMA_PATH, SurveyDocument } from './survey-document.ts';

/** What stands around the questions of a document. */
export interface DocumentHead {
  name: string;
  language: string;
  /** Whom it was written for, in words. */
  persona?: string;
  version?: number;
  publicUrl?: string;
}

/** A published version as a document. */
export function documentOfSet(head: DocumentHead, set: QuestionSet): SurveyDocument {
  return SurveyDocument.parse({ ...headOf(head), complete: true, ...set });
}

/** A draft as a document, however far it is. */
export function documentOfDraft(
  head: DocumentHead,
  draft: Draft,
  translations?: QuestionSet['translations'],
): SurveyDocument {
  const read = readSet(draft, translations);
  if (read.kind === 'ready') return documentOfSet(head, read.set);
  const { intro, closing, shared } = draft;
  return SurveyDocument.parse({
    ...{ ...headOf(head), complete: false, intro },
    ...(closing.trim() === '' ? {} : { closing }),
    ...(shared === 'held' ? {} : { shared }),
    questions: draft.questions.map((question) => withoutNaN(asQuestion(question))),
    ...(translations && Object.keys(translations).length > 0 ? { translations } : {}),
  });
}

/** A number that was typed as words is no number; JSON has none for it either. */
function withoutNaN(question: unknown): unknown {
  return Object.fromEntries(Object.entries(question as object).filter(([, value]) => !Number.isNaN(value)));
}

function headOf({ publicUrl, name, language, persona, version }: DocumentHead) {
  return {
    ...(publicUrl ? { $schema: new URL(SCHEMA_PATH, publicUrl).href } : {}),
    ...{ format: 'rolecall-survey' as const, formatVersion: 1 as const, name, language },
    ...(persona ? { persona } : {}),
    ...(version ? { version } : {}),
  };
}
