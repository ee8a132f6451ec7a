import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeQuestion } from '#app/survey/draft/draft.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';
import { readSurvey } from '#app/survey/read-survey.server.ts';
import { addLanguage } from '#app/survey/translation/add-language.server.ts';
import { bringInFile } from '#app/survey/translation/bring-in-file.server.ts';
import { seenOf } from '#app/survey/translation/fingerprint.ts';
import { readTranslations, translationsToFreeze } from '#app/survey/translation/read-translations.server.ts';
import { removeTranslation } from '#app/survey/translation/remove-translation.server.ts';
import { saveTranslation } from '#app/survey/translation/save-translation.server.ts';
import { listTranslations, upsertTranslation } from '#app/survey/translation/translation.store.server.ts';
import { anotherDesk, type Desk, oneQuestion, openProgramme, openSurvey } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

const WORDING = oneQuestion().questions[0]!.wording;
const INTRO = 'Two minutes.';

describe.each(ENGINES)('translations on %s', (engine) => {
  let testHouse: TestHouse;
  let desk: Desk;
  let surveyId: string;
  beforeAll(async () => {
    testHouse = await openTestHouse({ engine });
    desk = { house: testHouse.house, ...(await foundTestWorkspace(testHouse.house)) };
  });
  afterAll(() => testHouse.close());
  beforeEach(async () => {
    surveyId = await openSurvey(desk, await openProgramme(desk), 'buyer');
    await saveDraft(desk.house, desk.workspace, {
      surveyId,
      revision: 1,
      draft: { ...oneQuestion(), intro: INTRO },
    });
    await add('de');
  });

  const add = (tag: string) =>
    addLanguage(desk.house, desk.workspace, { surveyId, tag, actor: desk.memberId });
  const read = async () => (await readTranslations(desk.house.db, desk.workspace, surveyId))!;

  /** Saves as a page does that showed `before` at this place. */
  const save = (place: string, text: string, { revision = 1, before = '', original = WORDING } = {}) =>
    saveTranslation(desk.house, desk.workspace, {
      ...{ surveyId, language: 'de', revision, actor: desk.memberId },
      typed: [{ place, text, seen: seenOf(original, before), stillRight: false }],
    });

  test('a language is added once, and its texts are read back with how far they are', async () => {
    expect(await add('DE')).toEqual({ kind: 'added', language: 'de' });
    await save('q1.wording', 'Würden Sie uns empfehlen?');
    const { translations, language } = await read();
    expect(language).toBe('en');
    expect(translations).toMatchObject([
      { language: 'de', revision: 2, texts: { 'q1.wording': { of: WORDING } } },
    ]);
    expect(translations[0]!.progress).toMatchObject({ total: 2, translated: 1, missing: ['intro'] });
  });

  test('neither the survey’s own language nor what is no language can be added', async () => {
    expect(await add('en')).toMatchObject({ kind: 'refused' });
    expect(await add('no language')).toMatchObject({ kind: 'refused' });
    expect(await add('')).toMatchObject({ kind: 'refused' });
  });

  test('two who translate different places at once both keep their words, and the second is told', async () => {
    const [one, other] = await Promise.all([
      save('q1.wording', 'Würden Sie uns empfehlen?'),
      save('intro', 'Zwei Minuten.', { original: INTRO }),
    ]);
    expect([one, other].map((saved) => saved.kind === 'saved' && saved.othersSaved).sort()).toEqual([
      false,
      true,
    ]);
    const { texts, revision } = (await read()).translations[0]!;
    expect(Object.keys(texts).sort()).toEqual(['intro', 'q1.wording']);
    expect(revision).toBe(3);
  });

  test('two who translate the same place at once: one text stands, the other is told', async () => {
    const both = await Promise.all([save('q1.wording', 'Meins'), save('q1.wording', 'Deins')]);
    const clashes = both.flatMap((saved) => (saved.kind === 'saved' ? saved.clashes : []));
    expect(clashes).toHaveLength(1);
    const { texts } = (await read()).translations[0]!;
    expect(texts['q1.wording']!.text).toBe(clashes[0]!.theirs);
  });

  test('the store writes only over the revision that was read', async () => {
    const change = { surveyId, language: 'de', texts: {}, actor: desk.memberId, now: 5 };
    const write = (revision: number) =>
      upsertTranslation(desk.house.db, desk.workspace, { ...change, revision });
    expect([await write(0), await write(7), await write(1), await write(1)]).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  test('a text is told to be changed since when its original was rewritten', async () => {
    await save('q1.wording', 'Würden Sie uns empfehlen?');
    const { draft, revision } = (await readSurvey(desk.house.db, desk.workspace, surveyId))!;
    const rewritten = changeQuestion(draft, 'q1', (question) => ({ ...question, wording: 'Again?' }));
    await saveDraft(desk.house, desk.workspace, { surveyId, revision, draft: rewritten });
    expect((await read()).translations[0]!.progress.stale).toEqual(['q1.wording']);
  });

  test('what is frozen has the set’s own places only, languages by tag, and nothing where nothing is', async () => {
    const set = { intro: INTRO, questions: [] };
    const freeze = () => translationsToFreeze(desk.house.db, desk.workspace, surveyId, set);
    expect(await freeze()).toBeUndefined();
    const kept = { intro: { text: 'ZM', of: INTRO }, 'q7.wording': { text: 'weg', of: 'gone' } };
    for (const language of ['pt-BR', 'ar', 'zh-Hans'])
      await upsertTranslation(desk.house.db, desk.workspace, {
        ...{ surveyId, language, texts: kept, revision: 0, actor: desk.memberId, now: 1 },
      });
    expect(Object.entries((await freeze())!)).toEqual([
      ['ar', { intro: 'ZM' }],
      ['pt-BR', { intro: 'ZM' }],
      ['zh-Hans', { intro: 'ZM' }],
    ]);
  });

  test('a removed language is gone from the draft, is written down, and cannot be saved to', async () => {
    const remove = () =>
      removeTranslation(desk.house, desk.workspace, { surveyId, language: 'de', actor: desk.memberId });
    await save('q1.wording', 'Würden Sie uns empfehlen?');
    expect(await remove()).toEqual({ kind: 'removed' });
    expect(await remove()).toEqual({ kind: 'unknown' });
    expect((await read()).translations).toEqual([]);
    expect(await save('q1.wording', 'Wieder da')).toEqual({ kind: 'unknown' });
    const acts = await desk.house.db
      .selectFrom('audit_entry')
      .select(['act', 'detail'])
      .where('subject', '=', surveyId)
      .execute();
    expect(acts.map(({ act, detail }) => [act, JSON.parse(detail)])).toContainEqual([
      'remove_translation',
      { language: 'de', texts: 1 },
    ]);
  });

  test('a file is taken in as a whole, and told place by place', async () => {
    await save('q1.wording', 'Alt');
    const file = [
      'Place,Original (en),Translation (de)',
      `q1.wording,${WORDING},Neu`,
      `intro,${INTRO},Nimm {{q9}}`,
      'q9.wording,Gone,Weg',
    ];
    const bytes = new TextEncoder().encode(file.join('\r\n'));
    const bring = () =>
      bringInFile(desk.house, desk.workspace, {
        ...{ surveyId, slug: 'sur_a', language: 'de', bytes, actor: desk.memberId },
      });
    expect(await bring()).toMatchObject({
      kind: 'brought_in',
      report: {
        taken: 1,
        unknown: ['q9.wording'],
        refused: [{ place: 'intro' }],
        replaced: [{ place: 'q1.wording', before: 'Alt' }],
      },
    });
    expect((await read()).translations[0]).toMatchObject({
      revision: 3,
      texts: { 'q1.wording': { text: 'Neu' } },
    });
    expect(await bring()).toMatchObject({ report: { taken: 0, unchanged: 1 } });
    expect((await read()).translations[0]!.revision).toBe(3);
  });

  test('a file that cannot be read changes nothing', async () => {
    const bytes = new TextEncoder().encode('<!DOCTYPE x><xliff/>');
    const key = { surveyId, slug: 'sur_a', language: 'de', bytes, actor: desk.memberId };
    expect(await bringInFile(desk.house, desk.workspace, key)).toMatchObject({ kind: 'refused' });
    expect((await read()).translations[0]!.revision).toBe(1);
  });

  test('another workspace sees and changes none of it', async () => {
    const { house, memberId: actor } = desk;
    const { workspace: foreign } = await anotherDesk(house, 'Elsewhere');
    const key = { surveyId, language: 'de', actor };
    expect(await readTranslations(house.db, foreign, surveyId)).toBeNull();
    expect(await listTranslations(house.db, foreign, surveyId)).toEqual([]);
    expect(await addLanguage(house, foreign, { surveyId, tag: 'fr', actor })).toEqual({ kind: 'unknown' });
    expect(await removeTranslation(house, foreign, key)).toEqual({ kind: 'unknown' });
    expect(await saveTranslation(house, foreign, { ...key, revision: 1, typed: [] })).toEqual({
      kind: 'unknown',
    });
  });
});
