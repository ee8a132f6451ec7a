import type { Draft } from '#app/survey/draft/draft.ts';
import { readSaveAnswer, SAVE_FIELDS, type SaveAnswer } from '#app/survey/draft/draft-save.ts';

export type Sent = SaveAnswer | { kind: 'unreached'; sentence: string };

const TOO_LARGE = {
  kind: 'refused',
  sentence: 'The survey has grown too large to be kept. Drop something.',
} as const;
const SIGNED_OUT = {
  kind: 'unreached',
  sentence: 'you are signed out. Sign in again in another tab; what you typed stays here',
} as const;

/** Sends a whole draft to its own address. Never throws: a line that is down is an answer as well. */
export async function sendDraft(slug: string, revision: number, draft: Draft): Promise<Sent> {
  const body = new FormData();
  body.set(SAVE_FIELDS.revision, String(revision));
  body.set(SAVE_FIELDS.draft, JSON.stringify(draft).replaceAll('\\u0000', ''));
  try {
    const answer = await fetch(`/surveys/${slug}/draft`, { method: 'POST', body, redirect: 'manual' });
    if (answer.type === 'opaqueredirect') return SIGNED_OUT;
    if (answer.status === 413) return TOO_LARGE;
    const read = readSaveAnswer(await answer.json().catch(() => null));
    return read ?? { kind: 'unreached', sentence: 'the server did not answer well' };
  } catch {
    return { kind: 'unreached', sentence: 'no connection' };
  }
}
