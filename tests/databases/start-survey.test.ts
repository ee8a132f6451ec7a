import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { compareQuestions } from '#app/programme/compare-questions.server.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { listWaves } from '#app/programme/wave/list-waves.server.ts';
import { twinsOf } from '#app/survey/compare/asked.ts';
import { readTwins } from '#app/survey/compare/read-twins.server.ts';
import { copySurvey } from '#app/survey/copy-survey.server.ts';
import { changeQuestion } from '#app/survey/draft/draft.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';
import type { Occasion } from '#app/survey/pack/occasion.ts';
import type { StartOf } from '#app/survey/pack/start-of.ts';
import { startSurvey } from '#app/survey/pack/start-survey.server.ts';
import { readSurvey } from '#app/survey/read-survey.server.ts';
import { listTranslations } from '#app/survey/translation/translation.store.server.ts';
import { readVersion } from '#app/survey/version/read-version.server.ts';
import { anotherDesk, COMPLETE, type Desk, openProgramme } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';

describe.each(ENGINES)('starting a survey on %s', (engine) => {
  let testHouse: TestHouse;
  let desk: Desk;
  let programmeId: string;
  beforeAll(async () => {
    testHouse = await openTestHouse({ engine });
  });
  afterAll(() => testHouse.close());
  beforeEach(async () => {
    desk = await anotherDesk(testHouse.house, 'Northwind Metrics');
    programmeId = await openProgramme(desk);
  });

  const start = (personaId: string, from: StartOf, more: { name?: string; language?: string } = {}) =>
    startSurvey(desk.house, desk.workspace, {
      ...{ programmeId, personaId, name: '', actor: desk.memberId, start: from, ...more },
    });
  async function startPack(personaId: string, occasion: Occasion = 'relationship') {
    const started = await start(personaId, { kind: 'pack', occasion });
    if (started.kind !== 'created') throw new Error(started.kind);
    return started.id;
  }
  async function publish(surveyId: string, personaId: string, revision = 1) {
    const { house, workspace, memberId: actor } = desk;
    await savePurpose(house, workspace, { ...COMPLETE, programmeId, personaId, actor });
    return publishSurvey(house, workspace, { surveyId, revision, actor });
  }
  const open = async (surveyId: string) => (await readSurvey(desk.house.db, desk.workspace, surveyId))!;
  const copy = (surveyId: string, personaId: string, more: { programmeId?: string } = {}) =>
    copySurvey(desk.house, desk.workspace, { surveyId, personaId, actor: desk.memberId, ...more });

  describe('from a pack', () => {
    test('a draft stands in English with its German beside it, and can be frozen as it is', async () => {
      const surveyId = await startPack('buyer');
      expect(await open(surveyId)).toMatchObject({ name: 'The price they defend', language: 'en' });
      const [german, ...more] = await listTranslations(desk.house.db, desk.workspace, surveyId);
      expect([german?.language, more]).toEqual(['de', []]);
      expect(german?.texts['reason.wording']).toEqual({
        text: 'Was ist der wichtigste Grund für Ihre Antwort?',
        of: 'What is the main reason for your answer?',
      });
      expect(await publish(surveyId, 'buyer')).toMatchObject({ kind: 'published', number: 1 });
      const frozen = await readVersion(desk.house.db, desk.workspace, { surveyId, number: 1 });
      expect(frozen?.set.questions.map(({ key }) => key)).toEqual([
        ...['recommend', 'reason', 'defence', 'hardest', 'risk'],
      ]);
    });

    test('the same in German, with its English beside it', async () => {
      const started = await start('buyer', { kind: 'pack', occasion: 'relationship' }, { language: 'de' });
      if (started.kind !== 'created') throw new Error(started.kind);
      const { draft, language } = await open(started.id);
      expect([language, draft.questions[1]!.wording]).toEqual([
        ...['de', 'Was ist der wichtigste Grund für Ihre Antwort?'],
      ]);
      const [english] = await listTranslations(desk.house.db, desk.workspace, started.id);
      expect(english).toMatchObject({
        language: 'en',
        texts: { 'reason.wording': { text: 'What is the main reason for your answer?' } },
      });
    });

    test('a persona gets none that was not written for it', async () => {
      expect(await start('buyer', { kind: 'pack', occasion: 'advocate_ask' })).toEqual({
        kind: 'unknown_start',
      });
      expect(await start('nobody', { kind: 'pack', occasion: 'relationship' })).toEqual({
        kind: 'unknown_persona',
      });
    });
  });

  test('blank, it needs a name', async () => {
    expect(await start('buyer', { kind: 'blank' })).toMatchObject({ kind: 'nameless' });
    expect(await start('buyer', { kind: 'blank' }, { name: 'Terms' })).toMatchObject({ kind: 'created' });
  });

  describe('as a copy for another persona', () => {
    test('the questions that assume other work are named, and it cannot go out before they are rewritten', async () => {
      const surveyId = await startPack('end_user');
      const copied = await copy(surveyId, 'buyer');
      if (copied.kind !== 'copied') throw new Error(copied.kind);
      expect(copied.mismatch).toMatchObject({
        code: 'QUESTION_SET_MISMATCH',
        message:
          'End-user question set draft can’t be sent to buyers. Copy it as a Buyer set and rewrite the 3 questions that assume hands-on use.',
        questions: [{ key: 'effort' }, { key: 'slowed' }, { key: 'change' }],
      });
      const refused = await publish(copied.id, 'buyer');
      expect(refused).toMatchObject({ kind: 'faults' });
      const faults = refused.kind === 'faults' ? refused.faults : [];
      expect(faults.map(({ key, code }) => [key, code])).toEqual([
        ['effort', 'QUESTION_SET_MISMATCH'],
        ['slowed', 'QUESTION_SET_MISMATCH'],
        ['change', 'QUESTION_SET_MISMATCH'],
      ]);
    });

    test('rewritten and declared to fit, it goes out; the original is as it was', async () => {
      const surveyId = await startPack('end_user');
      const before = await open(surveyId);
      const copied = await copy(surveyId, 'buyer');
      if (copied.kind !== 'copied') throw new Error(copied.kind);
      const { draft } = await open(copied.id);
      const rewritten = ['effort', 'slowed', 'change'].reduce(
        (done, key) =>
          changeQuestion(done, key, (one) => ({ ...one, wording: `${one.wording} Really?`, assumes: '' })),
        draft,
      );
      await saveDraft(desk.house, desk.workspace, { surveyId: copied.id, revision: 1, draft: rewritten });
      expect(await publish(copied.id, 'buyer', 2)).toMatchObject({ kind: 'published', number: 1 });
      expect(await open(surveyId)).toEqual(before);
    });

    test('concepts, translations and the number of the version it was copied from come along', async () => {
      const surveyId = await startPack('end_user');
      await publish(surveyId, 'end_user');
      const copied = await copy(surveyId, 'buyer');
      if (copied.kind !== 'copied') throw new Error(copied.kind);
      expect(copied.mismatch?.message).toMatch(/^End-user question set v1 can’t be sent to buyers\./);
      const concepts = async (id: string) => (await open(id)).draft.questions.map(({ concept }) => concept);
      expect(await concepts(copied.id)).toEqual(await concepts(surveyId));
      const texts = async (id: string) =>
        (await listTranslations(desk.house.db, desk.workspace, id)).map(({ language, texts: said }) => [
          language,
          said,
        ]);
      expect(await texts(copied.id)).toEqual(await texts(surveyId));
    });

    test('for the same persona in another programme nothing is in the way', async () => {
      const surveyId = await startPack('end_user');
      const other = await openProgramme(desk, 'Spring check-in');
      const copied = await copy(surveyId, 'end_user', { programmeId: other });
      expect(copied).toMatchObject({ kind: 'copied', mismatch: null });
    });

    test('it needs an open persona, a programme that asks, and a survey of this workspace', async () => {
      const surveyId = await startPack('end_user');
      expect(await copy(surveyId, 'nobody')).toEqual({ kind: 'unknown_persona' });
      expect(await copy(surveyId, 'buyer', { programmeId: surveyId })).toEqual({
        kind: 'unknown_programme',
      });
      desk = await anotherDesk(testHouse.house, 'Harbour Freight');
      expect(await copy(surveyId, 'buyer')).toEqual({ kind: 'unknown' });
      expect(await readTwins(desk.house.db, desk.workspace, { surveyId })).toBeNull();
      expect(await compareQuestions(desk.house.db, desk.workspace, { programmeId })).toBeNull();
    });
  });

  test('a wave with a version of another persona names what to rewrite, and nothing of it is kept', async () => {
    const surveyId = await startPack('end_user');
    const published = await publish(surveyId, 'end_user');
    if (published.kind !== 'published') throw new Error(published.kind);
    const lanes = [{ personaId: 'buyer', versionId: published.versionId }];
    const wave = { programmeId, name: 'Winter', lanes, actor: desk.memberId };
    expect(await createWave(desk.house, desk.workspace, wave)).toMatchObject({
      code: 'QUESTION_SET_MISMATCH',
      message:
        'End-user question set v1 can’t be sent to buyers. Copy it as a Buyer set and rewrite the 3 questions that assume hands-on use.',
      surveyId,
      personaId: 'buyer',
      questions: [{ key: 'effort' }, { key: 'slowed' }, { key: 'change' }],
    });
    expect(await listWaves(desk.house.db, desk.workspace)).toEqual([]);
  });

  describe('beside the questions of others', () => {
    test('a programme shows what is asked of whom, in lane order, and who is not asked', async () => {
      await startPack('buyer');
      await startPack('end_user');
      const compared = await compareQuestions(desk.house.db, desk.workspace, { programmeId });
      expect(compared?.columns.map(({ persona, surveys }) => [persona.id, surveys.length])).toEqual([
        ...[
          ['end_user', 1],
          ['influencer', 0],
          ['buyer', 1],
          ['advocate', 0],
        ],
      ]);
      const rows = compared!.rows.map(({ concept, personas }) => [concept, personas]);
      expect(rows).toEqual([
        ['recommend', 2],
        ['main reason', 2],
        ['effort', 1],
        ['what gets in the way', 1],
        ['one change', 1],
        ['defence', 1],
        ['hardest part', 1],
        ['risk', 1],
      ]);
    });

    test('a twin is of another persona of the programme, in its newest words', async () => {
      const surveyId = await startPack('buyer');
      const twinId = await startPack('influencer');
      await publish(twinId, 'influencer');
      await startPack('buyer', 'onboarding');
      const twins = await readTwins(desk.house.db, desk.workspace, { surveyId });
      expect(twins?.own).toMatchObject({ persona: { id: 'buyer' }, version: 'draft of v1' });
      expect(twinsOf(twins!.others, 'Defence')).toMatchObject([
        { surveyId: twinId, persona: { id: 'influencer' }, version: 'v1', scale: 'rating_1_5' },
      ]);
      expect(twinsOf(twins!.others, 'risk')).toEqual([]);
      const { draft } = await open(twinId);
      const changed = changeQuestion(draft, 'defence', (one) => ({ ...one, wording: 'Could you show it?' }));
      await saveDraft(desk.house, desk.workspace, { surveyId: twinId, revision: 1, draft: changed });
      const later = await readTwins(desk.house.db, desk.workspace, { surveyId });
      expect(twinsOf(later!.others, 'defence')).toMatchObject([
        { version: 'draft of v2', wording: 'Could you show it?' },
      ]);
    });
  });
});
