import { findMemberRow } from '#app/membership/members/member.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findSurvey, type SurveyRow, updateDraft } from '../survey.store.server.ts';
import { type Accepted, Draft } from './draft.ts';

export type SavedDraft =
  | { kind: 'saved'; revision: number; at: number; accepted: Accepted[] }
  /** Somebody else saved since this editor loaded the page; nothing was written. */
  | DraftConflict
  | { kind: 'unknown' };

export interface DraftConflict {
  kind: 'conflict';
  revision: number;
  savedAt: number;
  /** The name of who saved; null where no member did. */
  by: string | null;
  /** The draft as they left it. */
  theirs: Draft;
}

/** Keeps a draft, whole or half-written, unless it moved on since `revision` was read. */
export async function saveDraft(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  workspace: Workspace,
  input: { surveyId: string; revision: number; draft: Draft; by?: Actor },
): Promise<SavedDraft> {
  const { surveyId: id, revision, by = null } = input;
  const before = await findSurvey(db, workspace, id);
  if (!before) return { kind: 'unknown' };
  if (before.revision !== revision) return conflictWith(db, workspace, before);
  const now = clock.now();
  const draft = withSignedAcceptances(Draft.parse(input.draft), readDraft(before), by, now);
  const written = JSON.stringify(draft);
  if (await updateDraft(db, workspace, { id, revision, draft: written, now, by }))
    return { kind: 'saved', revision: revision + 1, at: now, accepted: draft.accepted };
  const current = await findSurvey(db, workspace, id);
  return current ? conflictWith(db, workspace, current) : { kind: 'unknown' };
}

export async function conflictWith(db: Db, workspace: Workspace, survey: SurveyRow): Promise<DraftConflict> {
  const { revision, updatedAt: savedAt, updatedBy } = survey;
  const member = updatedBy ? await findMemberRow(db, workspace, updatedBy) : undefined;
  return { kind: 'conflict', revision, savedAt, by: member?.name ?? null, theirs: readDraft(survey) };
}

function readDraft({ draft }: SurveyRow): Draft {
  return Draft.parse(JSON.parse(draft));
}

/** Who stands by a finding, and since when, is written down here: a form could claim anybody. */
function withSignedAcceptances(draft: Draft, before: Draft, by: Actor | null, now: number): Draft {
  const known = new Map(before.accepted.map((one) => [one.finding, one]));
  const accepted = draft.accepted.map((one) => {
    const was = known.get(one.finding);
    return was && was.reason === one.reason ? was : { ...one, by: by ?? '', at: now };
  });
  return { ...draft, accepted };
}
