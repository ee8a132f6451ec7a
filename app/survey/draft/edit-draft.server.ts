import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findSurvey } from '../survey.store.server.ts';
import { Draft } from './draft.ts';
import { applyAct, type ChangedDraft, type DraftAct, type Typed } from './draft-act.ts';
import { conflictWith, type SavedDraft, saveDraft } from './save-draft.server.ts';

export type EditedDraft =
  | ({ kind: 'saved'; revision: number } & Pick<ChangedDraft, 'show' | 'focus'>)
  | Exclude<SavedDraft, { kind: 'saved' }>;

/** Keeps what one editor typed and did, unless somebody else saved since `revision` was read. */
export async function editDraft(
  house: Pick<House, 'db' | 'clock'>,
  workspace: Workspace,
  input: { surveyId: string; revision: number; typed: Typed; act: DraftAct; by?: Actor },
): Promise<EditedDraft> {
  const { surveyId, revision, typed, act, by } = input;
  const survey = await findSurvey(house.db, workspace, surveyId);
  if (!survey) return { kind: 'unknown' };
  if (survey.revision !== revision) return conflictWith(house.db, workspace, survey);
  const before = Draft.parse(JSON.parse(survey.draft));
  const { draft, show, focus } = applyAct(before, typed, act);
  if (JSON.stringify(draft) === JSON.stringify(before)) return { kind: 'saved', revision, show, focus };
  const saved = await saveDraft(house, workspace, { surveyId, revision, draft, ...(by && { by }) });
  return saved.kind === 'saved' ? { kind: 'saved', revision: saved.revision, show, focus } : saved;
}
