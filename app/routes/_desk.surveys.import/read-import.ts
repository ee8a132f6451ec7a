import { z } from 'zod';
import { bringText } from '#app/survey/document/bring-text.ts';
import { bringDocument } from '#app/survey/document/read-document.ts';
import { documentOfDraft } from '#app/survey/document/write-document.ts';
import type { Brought, ReportLine } from '#app/survey/foreign/brought.ts';
import { MOST_LETTERS, readText } from '#app/survey/foreign/read-foreign.ts';

/** What the second form carries: the survey as our own document, and the report as it was shown. */
export interface Carried {
  from: string;
  document: string;
  report: ReportLine[];
}

export type ReadFile =
  | { kind: 'read'; carried: Carried; name: string; language: string }
  | { kind: 'refused'; sentence: string };

/** The survey of an uploaded file or of what was pasted. Nothing is kept: it travels with the next form. */
export async function readFile(form: FormData): Promise<ReadFile> {
  const file = form.get('file');
  const pasted = String(form.get('text') ?? '');
  if (file instanceof File && file.size > MOST_LETTERS)
    return {
      kind: 'refused',
      sentence: 'This file is larger than 5 MB. Export the survey alone, without its answers.',
    };
  const text = file instanceof File && file.size > 0 ? await file.text() : pasted;
  const read = bringText(text);
  if (read.kind === 'refused') return read;
  const { draft, translations, report, name, language } = read.brought;
  const document = JSON.stringify(documentOfDraft({ name: name || 'Survey', language }, draft, translations));
  return { kind: 'read', carried: { from: read.from, document, report }, name, language };
}

const Line = z.object({
  place: z.string(),
  what: z.string(),
  outcome: z.enum(['carried', 'changed', 'left_out']),
  sentence: z.string(),
});
const Sent = z.object({
  from: z.enum(['surveyjs', 'qualtrics', 'formbricks', 'rolecall']),
  document: z.string(),
  report: z.string(),
});

/** What came back with the second form; null when it is not what was sent out. */
export function readCarried(form: FormData): { carried: Carried; survey: Brought } | null {
  const sent = Sent.safeParse(Object.fromEntries(form));
  if (!sent.success) return null;
  const document = readText(sent.data.document);
  const survey = document.kind === 'read' ? bringDocument(document.document) : null;
  const lines = readText(sent.data.report);
  const report = z.array(Line).safeParse(lines.kind === 'read' ? lines.document : null);
  return survey && report.success ? { carried: { ...sent.data, report: report.data }, survey } : null;
}
