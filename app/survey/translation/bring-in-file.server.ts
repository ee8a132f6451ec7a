import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { Draft } from '../draft/draft.ts';
import { findSurvey, lockSurvey } from '../survey.store.server.ts';
import { type BroughtIn, planEntries } from './exchange/plan-entries.ts';
import { readTranslationFile } from './exchange/translation-file.ts';
import { originalsOf } from './original.ts';
import { findTranslation, upsertTranslation } from './translation.store.server.ts';

export type BroughtInFile =
  | { kind: 'brought_in'; report: BroughtIn }
  | { kind: 'refused'; sentence: string }
  | { kind: 'unknown' };

/** Takes the translations of a file (XLIFF 2 or CSV) into one language: all that can be taken, or nothing at all. */
export async function bringInFile(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  workspace: Workspace,
  input: {
    surveyId: string;
    /** The survey as files name it. */
    slug: string;
    language: string;
    bytes: Uint8Array;
    actor: Actor;
  },
): Promise<BroughtInFile> {
  const { surveyId, slug, language, actor } = input;
  // Whether the language is there is told before anything about the file.
  const isThere = await findTranslation(db, workspace, { surveyId, language });
  if (!isThere) return { kind: 'unknown' };
  const read = await readTranslationFile(input.bytes, { survey: slug, target: language });
  if (read.kind === 'refused') return read;
  const now = clock.now();
  return inTransaction(db, async (tx): Promise<BroughtInFile> => {
    await lockSurvey(tx, workspace, surveyId);
    const survey = await findSurvey(tx, workspace, surveyId);
    const before = survey && (await findTranslation(tx, workspace, { surveyId, language }));
    if (!survey || !before) return { kind: 'unknown' };
    const originals = originalsOf(Draft.parse(JSON.parse(survey.draft)));
    const { texts, report } = planEntries(originals, before.texts, read.entries);
    const change = { surveyId, language, texts, revision: before.revision, actor, now };
    if (report.taken > 0 && !(await upsertTranslation(tx, workspace, change)))
      throw new Error('a translation changed while its survey was held');
    return { kind: 'brought_in', report };
  });
}
