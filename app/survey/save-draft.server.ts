import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { Draft } from './draft.ts';
import { findSurvey, updateDraft } from './survey.store.server.ts';

export type SavedDraft =
  | { kind: 'saved'; revision: number; at: number }
  /** Somebody else saved since this editor loaded the page; nothing was written. */
  | { kind: 'conflict'; revision: number; savedAt: number }
  | { kind: 'unknown' };

/** Keeps a draft, whole or half-written, unless it moved on since `revision` was read. */
export async function saveDraft(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  workspace: Workspace,
  input: { surveyId: string; revision: number; draft: Draft },
): Promise<SavedDraft> {
  const draft = JSON.stringify(Draft.parse(input.draft));
  const now = clock.now();
  const { surveyId: id, revision } = input;
  if (await updateDraft(db, workspace, { id, revision, draft, now }))
    return { kind: 'saved', revision: revision + 1, at: now };
  const current = await findSurvey(db, workspace, id);
  if (!current) return { kind: 'unknown' };
  return { kind: 'conflict', revision: current.revision, savedAt: current.updatedAt };
}
