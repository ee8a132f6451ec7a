import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { createSurvey } from '#app/survey/create-survey.server.ts';
import { addQuestion, changeQuestion, type Draft } from '#app/survey/draft/draft.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';
import { readSurvey } from '#app/survey/read-survey.server.ts';
import { readVersion } from '#app/survey/version/read-version.server.ts';
import { COMPLETE, type Desk, oneQuestion, openProgramme, openSurvey } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

describe.each(ENGINES)('publishing on %s', (engine) => {
  let testHouse: TestHouse;
  let desk: Desk;
  beforeAll(async () => {
    testHouse = await openTestHouse({ engine });
    desk = { house: testHouse.house, ...(await foundTestWorkspace(testHouse.house)) };
  });
  afterAll(() => testHouse.close());

  async function draftFor(personaId: string, draft: Draft = oneQuestion()) {
    const programmeId = await openProgramme(desk);
    const surveyId = await openSurvey(desk, programmeId, personaId);
    await saveDraft(desk.house, desk.workspace, { surveyId, revision: 1, draft });
    return { programmeId, surveyId, revision: 2 };
  }

  const publish = (surveyId: string, revision: number) =>
    publishSurvey(desk.house, desk.workspace, { surveyId, revision, actor: desk.memberId });

  const keepPurpose = (programmeId: string, purpose: object = {}, personaId = 'buyer') =>
    savePurpose(desk.house, desk.workspace, {
      ...COMPLETE,
      ...purpose,
      programmeId,
      personaId,
      actor: desk.memberId,
    });

  test('without a purpose nothing is published', async () => {
    const { surveyId, revision } = await draftFor('buyer');
    const refused = await publish(surveyId, revision);
    expect(refused).toMatchObject({
      code: 'PURPOSE_MISSING',
      status: 422,
      message: 'What will you do differently if buyers say no? If nothing, don’t ask them.',
    });
    expect((await readSurvey(desk.house.db, desk.workspace, surveyId))?.versions).toEqual([]);
  });

  test.each(['unknown', 'decision', 'decider', 'decideOn', 'changeRule', 'promise', 'promiseOn'] as const)(
    'a purpose without %s is no purpose',
    async (field) => {
      const { programmeId, surveyId, revision } = await draftFor('buyer');
      await keepPurpose(programmeId, { [field]: '' });
      expect(await publish(surveyId, revision)).toMatchObject({ code: 'PURPOSE_MISSING', fields: [field] });
    },
  );

  test('a purpose for end-users does not let a survey for buyers out', async () => {
    const { programmeId, surveyId, revision } = await draftFor('buyer');
    await keepPurpose(programmeId, {}, 'end_user');
    expect(await publish(surveyId, revision)).toMatchObject({ code: 'PURPOSE_MISSING' });
  });

  test('a version is frozen with a row per question; an edit after it becomes version 2 and leaves version 1 alone', async () => {
    const { programmeId, surveyId, revision } = await draftFor('buyer');
    await keepPurpose(programmeId);
    const first = await publish(surveyId, revision);
    expect(first).toMatchObject({ kind: 'published', number: 1 });
    const before = await questionRows();

    const draft = addQuestion(
      changeQuestion(oneQuestion(), 'q1', (q) => ({ ...q, wording: 'Would you sign again?' })),
      'text',
    );
    const worded = changeQuestion(draft, 'q2', (q) => ({
      ...q,
      concept: 'why',
      wording: 'Why?',
      serves: 'changeRule',
    }));
    await saveDraft(desk.house, desk.workspace, { surveyId, revision, draft: worded });
    expect(await questionRows()).toEqual(before);
    expect(await publish(surveyId, revision + 1)).toMatchObject({ kind: 'published', number: 2 });

    const rows = await questionRows();
    expect(rows).toEqual(expect.arrayContaining(before));
    expect(rows).toHaveLength(3);
    const frozen = await readVersion(desk.house.db, desk.workspace, { surveyId, number: 1 });
    expect(frozen?.set.questions.map(({ wording }) => wording)).toEqual([
      oneQuestion().questions[0]!.wording,
    ]);

    function questionRows() {
      return desk.house.db
        .selectFrom('question')
        .innerJoin('survey_version', 'survey_version.id', 'question.survey_version_id')
        .select(['number', 'question_key', 'kind', 'scale', 'wording', 'wording_key'])
        .where('survey_id', '=', surveyId)
        .orderBy('number')
        .orderBy('position')
        .execute();
    }
  });

  test('publishing the same words again makes no second version', async () => {
    const { programmeId, surveyId, revision } = await draftFor('buyer');
    await keepPurpose(programmeId);
    await publish(surveyId, revision);
    expect(await publish(surveyId, revision)).toMatchObject({ kind: 'unchanged', number: 1 });
  });

  test('two who publish at once freeze one version', async () => {
    const { programmeId, surveyId, revision } = await draftFor('buyer');
    await keepPurpose(programmeId);
    const both = await Promise.all([publish(surveyId, revision), publish(surveyId, revision)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['published', 'unchanged']);
  });

  test('a question without words is named, and nothing is frozen', async () => {
    const { programmeId, surveyId, revision } = await draftFor('buyer', addQuestion(oneQuestion(), 'single'));
    await keepPurpose(programmeId);
    const published = await publish(surveyId, revision);
    expect(published).toMatchObject({ kind: 'faults' });
    if (published.kind === 'faults')
      expect(published.faults).toContainEqual({
        key: 'q2',
        field: 'wording',
        sentence: 'Write the question.',
      });
  });

  test('of two editors the second is told, and overwrites nothing', async () => {
    const { surveyId, revision } = await draftFor('buyer');
    const mine = addQuestion(oneQuestion(), 'text');
    const theirs = addQuestion(oneQuestion(), 'rating');
    const saved = await saveDraft(desk.house, desk.workspace, { surveyId, revision, draft: mine });
    expect(saved).toMatchObject({ kind: 'saved', revision: revision + 1 });
    const late = await saveDraft(desk.house, desk.workspace, { surveyId, revision, draft: theirs });
    expect(late).toMatchObject({ kind: 'conflict', revision: revision + 1 });
    expect((await readSurvey(desk.house.db, desk.workspace, surveyId))?.draft).toEqual(mine);
  });

  test('what somebody saved since the page was loaded is not published unseen', async () => {
    const { programmeId, surveyId, revision } = await draftFor('buyer');
    await keepPurpose(programmeId);
    await saveDraft(desk.house, desk.workspace, { surveyId, revision, draft: oneQuestion() });
    expect(await publish(surveyId, revision)).toMatchObject({ kind: 'conflict' });
  });

  test('a survey is for one open persona of a programme of this workspace', async () => {
    const programmeId = await openProgramme(desk);
    const make = (given: object) =>
      createSurvey(desk.house, desk.workspace, { programmeId, personaId: 'buyer', name: 'x', ...given });
    expect(await make({ personaId: 'everyone' })).toEqual({ kind: 'unknown_persona' });
    expect(await make({ programmeId: desk.house.ids.make() })).toEqual({ kind: 'unknown_programme' });
  });

  test('words that praise us stop it, until they are rewritten or kept with a reason that the audit trail holds', async () => {
    const praising = changeQuestion(oneQuestion(), 'q1', (question) => ({
      ...question,
      wording: 'How likely are you to recommend our amazing team?',
    }));
    const { programmeId, surveyId, revision } = await draftFor('buyer', praising);
    await keepPurpose(programmeId);
    const refused = await publish(surveyId, revision);
    if (refused.kind !== 'wording') throw new Error(refused.kind);
    const accepted = refused.findings.map(({ id }) => ({
      finding: id,
      reason: 'Their word.',
      by: '',
      at: 0,
    }));
    const by = desk.memberId;
    const draft = { ...praising, accepted };
    await saveDraft(desk.house, desk.workspace, { surveyId, revision, draft, by });
    expect(await publish(surveyId, revision + 1)).toMatchObject({ kind: 'published', number: 1 });
    const { detail } = await desk.house.db
      .selectFrom('audit_entry')
      .select('detail')
      .where('workspace_id', '=', desk.workspace.id)
      .where('subject', '=', surveyId)
      .where('act', '=', 'publish_survey')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(detail).accepted).toMatchObject([{ reason: 'Their word.', by }]);
  });
});
