import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readSurvey } from '#app/survey/read-survey.server.ts';
import { originalsOf } from '#app/survey/translation/original.ts';
import { upsertTranslation } from '#app/survey/translation/translation.store.server.ts';

/** One language half done, one done to the last text from right to left, and one that nobody began. */
export async function leaveTranslations(
  { db, clock }: House,
  workspace: Workspace,
  { surveyId, memberId: actor }: { surveyId: string; memberId: string },
): Promise<void> {
  const survey = await readSurvey(db, workspace, surveyId);
  if (!survey) throw new Error('there is no such survey');
  const originals = originalsOf(survey.draft);
  const keep = (language: string, texts: Record<string, { text: string; of: string }>) =>
    upsertTranslation(db, workspace, { surveyId, language, texts, revision: 0, actor, now: clock.now() });
  const half = originals.slice(0, Math.ceil(originals.length / 2));
  await keep(
    'de',
    Object.fromEntries(
      half.map(({ place, text }, index) => [
        place,
        { text: `Auf Deutsch: ${text}`, of: index === 1 ? 'How it read before' : text },
      ]),
    ),
  );
  await keep(
    'ar',
    Object.fromEntries(
      originals.map(({ place, text }) => [place, { text: `بالعربية: نص للقراءة ${place}`, of: text }]),
    ),
  );
  await keep('ja', {});
}
