import { z } from 'zod';
import { Draft } from './draft.ts';

/** What the editor's script sends, and what comes back; the same schema on both sides. */
export const SAVE_FIELDS = { revision: 'revision', draft: 'draft' } as const;

const Saved = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('saved'),
    revision: z.number().int(),
    at: z.number(),
    accepted: Draft.shape.accepted,
  }),
  z.object({
    kind: z.literal('conflict'),
    revision: z.number().int(),
    savedAt: z.number(),
    by: z.string().nullable(),
    theirs: Draft,
  }),
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('refused'), sentence: z.string() }),
]);
export type SaveAnswer = z.infer<typeof Saved>;

/** Reads the answer to a save; null for what is none, such as the page of a proxy. */
export function readSaveAnswer(body: unknown): SaveAnswer | null {
  return Saved.safeParse(body).data ?? null;
}

export type SentDraft =
  | { kind: 'draft'; revision: number; draft: Draft }
  | { kind: 'refused'; sentence: string };

/** Reads a whole draft from a form, or says in a sentence why it cannot be kept. */
export function readDraftSave(form: FormData): SentDraft {
  const revision = Number(form.get(SAVE_FIELDS.revision));
  const text = form.get(SAVE_FIELDS.draft);
  if (!Number.isInteger(revision) || revision < 1 || typeof text !== 'string') return refused(NO_DRAFT);
  const body = parseJson(text);
  const parsed = Draft.safeParse(body);
  if (parsed.success) return { kind: 'draft', revision, draft: parsed.data };
  const [issue] = parsed.error.issues;
  return refused(issue?.code === 'too_big' ? sayWhere(issue.path, issue.message) : NO_DRAFT);
}

const NO_DRAFT = 'This is no draft. Load the page again.';

function sayWhere(path: readonly PropertyKey[], message: string): string {
  const [part, at] = path;
  return part === 'questions' && typeof at === 'number' ? `Question ${at + 1}: ${message}` : message;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(sentence: string): SentDraft {
  return { kind: 'refused', sentence };
}
