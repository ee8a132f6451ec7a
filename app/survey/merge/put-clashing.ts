import { changeQuestion, type Draft, type DraftQuestion } from '../draft/draft.ts';
import { isLines, type PartValue } from '../question/part.ts';
import type { Clash, FieldValue } from './merge-drafts.ts';

/** The draft with my side of a clash in its place; unchanged where its question is gone. */
export function putClashing(draft: Draft, { key, field, mine }: Clash): Draft {
  if (key === null) return { ...draft, [field]: mine };
  return changeQuestion(draft, key, (question) => putField(question, field, mine));
}

function putField(question: DraftQuestion, field: string, value: FieldValue): DraftQuestion {
  const [head = '', name = '', line] = field.split('.');
  if (head !== 'parts') return { ...question, [head]: value };
  const lines = question.parts[name];
  const put =
    line !== undefined && isLines(lines)
      ? lines.map((one) => (one.key === line ? { ...one, label: String(value) } : one))
      : (value as PartValue);
  return { ...question, parts: { ...question.parts, [name]: put } };
}
