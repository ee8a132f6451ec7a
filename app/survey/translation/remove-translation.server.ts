import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findSurvey } from '../survey.store.server.ts';
import { deleteTranslation, findTranslation } from './translation.store.server.ts';

export type RemovedTranslation = { kind: 'removed' } | { kind: 'unknown' };

/** Takes a language with its texts from the draft. Versions that are published keep theirs. */
export async function removeTranslation(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  input: { surveyId: string; language: string; actor: Actor },
): Promise<RemovedTranslation> {
  const { surveyId, language, actor } = input;
  return inTransaction(db, async (tx): Promise<RemovedTranslation> => {
    const found = await findTranslation(tx, workspace, { surveyId, language });
    if (!found || !(await findSurvey(tx, workspace, surveyId))) return { kind: 'unknown' };
    await deleteTranslation(tx, workspace, { surveyId, language });
    await writeAudit(tx, workspace, {
      ...{ id: ids.make(), at: clock.now(), actor, act: 'remove_translation', subject: surveyId },
      detail: { language, texts: Object.keys(found.texts).length },
    });
    return { kind: 'removed' };
  });
}
