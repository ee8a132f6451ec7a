import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bringSurvey } from '#app/survey/document/bring-survey.server.ts';
import { bringText } from '#app/survey/document/bring-text.ts';
import { exportSurvey } from '#app/survey/document/export-survey.server.ts';
import { readSurvey } from '#app/survey/read-survey.server.ts';
import { listTranslations } from '#app/survey/translation/translation.store.server.ts';
import { anotherDesk, type Desk, openProgramme, publishFor } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

const read = bringText(readFileSync('tests/reference/surveys/surveyjs.json', 'utf8'));
if (read.kind === 'refused') throw new Error(read.sentence);
const { brought } = read;

describe.each(ENGINES)('a survey brought from elsewhere on %s', (engine) => {
  let testHouse: TestHouse;
  let desk: Desk;
  let programmeId: string;
  beforeAll(async () => {
    testHouse = await openTestHouse({ engine });
    desk = { house: testHouse.house, ...(await foundTestWorkspace(testHouse.house)) };
  });
  afterAll(() => testHouse.close());
  beforeEach(async () => {
    programmeId = await openProgramme(desk);
  });

  const bring = (given: Partial<Parameters<typeof bringSurvey>[2]> = {}) =>
    bringSurvey(desk.house, desk.workspace, {
      ...{ programmeId, personaId: 'buyer', name: brought.name, language: 'en', from: 'surveyjs' },
      ...{ survey: brought, actor: desk.memberId, ...given },
    });
  const rows = async (table: 'survey' | 'survey_translation' | 'audit_entry') =>
    (
      await desk.house.db
        .selectFrom(table)
        .selectAll()
        .where('workspace_id', '=', desk.workspace.id)
        .execute()
    ).length;

  test('is a draft for the persona that was chosen, with its languages and an entry of who did it', async () => {
    const made = await bring();
    if (made.kind !== 'brought') throw new Error(made.kind);
    const survey = (await readSurvey(desk.house.db, desk.workspace, made.id))!;
    expect(survey).toMatchObject({
      personaId: 'buyer',
      programmeId,
      name: 'How onboarding went',
      revision: 1,
    });
    expect(survey.draft).toEqual(brought.draft);
    const [german] = await listTranslations(desk.house.db, desk.workspace, made.id);
    expect(german).toMatchObject({ language: 'de', revision: 1 });
    expect(german!.texts['q2.wording']).toEqual({
      text: 'Arbeiten Sie selbst mit dem Produkt?',
      of: 'Do you work in the product yourself?',
    });
    const entry = await desk.house.db
      .selectFrom('audit_entry')
      .select(['act', 'actor', 'detail'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('subject', '=', made.id)
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ act: 'bring_survey', actor: desk.memberId });
    expect(JSON.parse(entry.detail)).toEqual({
      ...{ from: 'surveyjs', persona: 'buyer', questions: 17, languages: ['de'] },
    });
  });
  test('is not written at all for a programme or persona that cannot be asked', async () => {
    const before = await Promise.all([rows('survey'), rows('survey_translation'), rows('audit_entry')]);
    expect((await bring({ programmeId: 'no-such' })).kind).toBe('unknown_programme');
    expect((await bring({ personaId: '' })).kind).toBe('unknown_persona');
    expect((await bring({ personaId: 'nobody' })).kind).toBe('unknown_persona');
    const foreign = await anotherDesk(desk.house, 'Elsewhere');
    expect((await bring({ programmeId: await openProgramme(foreign) })).kind).toBe('unknown_programme');
    expect(await Promise.all([rows('survey'), rows('survey_translation'), rows('audit_entry')])).toEqual(
      before,
    );
  });
  test('goes out again as a document, a draft and a version, and to no other workspace', async () => {
    const made = await bring();
    if (made.kind !== 'brought') throw new Error(made.kind);
    const out = (number: number | null, surveyId = made.id, from = desk) =>
      exportSurvey(from.house, from.workspace, { surveyId, number });
    const draft = (await out(null))!;
    expect(draft).toMatchObject({
      complete: true,
      persona: 'Buyers',
      translations: { de: brought.translations.de },
    });
    expect(await out(1)).toBeNull();
    expect(await out(null, made.id, await anotherDesk(desk.house, 'Elsewhere'))).toBeNull();

    const surveyId = await surveyOf(await publishFor(desk, programmeId, 'buyer'));
    expect(await out(1, surveyId)).toMatchObject({
      version: 1,
      complete: true,
      questions: [{ kind: 'recommend' }],
    });
    expect(await out(2, surveyId)).toBeNull();
  });

  const surveyOf = async (versionId: string) =>
    (
      await desk.house.db
        .selectFrom('survey_version')
        .select('survey_id')
        .where('workspace_id', '=', desk.workspace.id)
        .where('id', '=', versionId)
        .executeTakeFirstOrThrow()
    ).survey_id;
});
