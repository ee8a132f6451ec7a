import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { Draft } from '../draft/draft.ts';
import { findSurvey, lockSurvey } from '../survey.store.server.ts';
import { type Merged, mergeTyped, type TypedText } from './merge-typed.ts';
import { originalsOf } from './original.ts';
import { findTranslation, upsertTranslation } from './translation.store.server.ts';

export type SavedTranslation =
  | ({
      kind: 'saved';
      revision: number;
      at: number;
      /** True when somebody else saved since this page was loaded, whether or not they met at a place. */
      othersSaved: boolean;
    } & Omit<Merged, 'texts'>)
  | { kind: 'unknown' };

/**
 * Keeps what one translator typed, place by place. What another wrote meanwhile at other places stays; where both
 * wrote, nothing is overwritten and the clash is told.
 */
export async function saveTranslation(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  workspace: Workspace,
  input: {
    surveyId: string;
    language: string;
    /** The revision that the page showed. */
    revision: number;
    typed: readonly TypedText[];
    actor: Actor;
  },
): Promise<SavedTranslation> {
  const { surveyId, language, actor } = input;
  const now = clock.now();
  return inTransaction(db, async (tx): Promise<SavedTranslation> => {
    await lockSurvey(tx, workspace, surveyId);
    const survey = await findSurvey(tx, workspace, surveyId);
    const before = survey && (await findTranslation(tx, workspace, { surveyId, language }));
    if (!survey || !before) return { kind: 'unknown' };
    const originals = originalsOf(Draft.parse(JSON.parse(survey.draft)));
    const { texts, ...merged } = mergeTyped(originals, before.texts, input.typed);
    const othersSaved = before.revision !== input.revision;
    if (merged.changed === 0)
      return { kind: 'saved', revision: before.revision, at: before.updatedAt, othersSaved, ...merged };
    const change = { surveyId, language, texts, revision: before.revision, actor, now };
    if (!(await upsertTranslation(tx, workspace, change)))
      throw new Error('a translation changed while its survey was held');
    return { kind: 'saved', revision: before.revision + 1, at: now, othersSaved, ...merged };
  });
}
