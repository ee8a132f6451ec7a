import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { followMerged } from '#app/followup/theme/follow-merged.server.ts';
import { handleOf, isHandle } from '#app/results/confidence/handle.ts';
import { releaseAnswers } from '#app/results/confidence/release-answers.server.ts';
import { readPersonaPage } from '#app/results/read-persona-page.server.ts';
import { changeTheme } from '#app/results/theme/change-theme.server.ts';
import { createTheme } from '#app/results/theme/create-theme.server.ts';
import { mergeThemes } from '#app/results/theme/merge-themes.server.ts';
import { readTagging } from '#app/results/theme/read-tagging.server.ts';
import { readThemeQuotes } from '#app/results/theme/read-theme-quotes.server.ts';
import { listFor, readThemeTable } from '#app/results/theme/read-theme-table.server.ts';
import { settleTags } from '#app/results/theme/settle-tags.server.ts';
import { suggestTags } from '#app/results/theme/suggest-tags.server.ts';
import { tagAnswers } from '#app/results/theme/tag-answers.server.ts';
import type { TextAt } from '#app/results/theme/theme.ts';
import { THRESHOLDS } from '#app/results/thresholds.ts';
import { anotherDesk, type Desk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { closeAndRelease } from '#tests/support/release.ts';
import { name, readWith, tag, textsWith, WORDS, wordsWave, write } from '#tests/support/themes.ts';

describe.each(ENGINES)('themes on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let waveId: string;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    desk = await anotherDesk(open.house, 'Themes');
  });

  const attributed = async (personaIds: string[] = ['end_user', 'buyer', 'advocate']) => {
    ({ waveId } = await wordsWave(desk, personaIds));
  };
  const lane = (personaId: string) => ({ waveId, personaId });
  const raised = async (themeId: string) => {
    const table = await readThemeTable(open.house.db, desk.workspace, waveId, THRESHOLDS);
    const row = table?.rows.find(({ theme }) => theme.id === themeId);
    return row && Object.fromEntries(row.raised);
  };

  test('a speaker counts once, by persona; heard and silent, and nobody heard, are two things', async () => {
    await attributed();
    await write(desk, waveId, 'end_user', ['The price is fair', 'Price, price and price', 'Nothing']);
    await write(desk, waveId, 'buyer', ['All well']);
    const themeId = await name(desk, 'Pricing');
    await tag(desk, lane('end_user'), themeId, 'rice');
    await tag(desk, lane('end_user'), themeId, 'Price, price');
    expect(await raised(themeId)).toEqual({
      end_user: { kind: 'raised', speakers: 2, heard: 3 },
      buyer: { kind: 'not_raised', heard: 1 },
      advocate: { kind: 'not_heard' },
    });
  });

  test('one person who says it in two texts is one speaker', async () => {
    await attributed(['buyer']);
    await write(desk, waveId, 'buyer', ['Too dear']);
    const themeId = await name(desk, 'Pricing');
    await tag(desk, lane('buyer'), themeId, 'Too dear');
    // A second text of the same response, as a survey with two questions for words has.
    const [one] = await textsWith(desk, lane('buyer'), 'Too dear');
    const row = await open.house.db
      .selectFrom('answer')
      .selectAll()
      .where('workspace_id', '=', desk.workspace.id)
      .where('persona_id', '=', 'buyer')
      .where('response_id', '=', one!.responseId)
      .where('question_key', '=', WORDS)
      .executeTakeFirstOrThrow();
    const other = { ...row, question_key: 'q1', score: 1, verbatim: 'Dear' };
    await expect(open.house.db.insertInto('answer').values(other).execute()).rejects.toThrow();
    expect(await raised(themeId)).toMatchObject({ buyer: { speakers: 1 } });
  });

  test('a tag joins no persona but the answer’s own, whoever writes it', async () => {
    await attributed();
    await write(desk, waveId, 'end_user', ['The price']);
    await write(desk, waveId, 'buyer', ['The terms']);
    const themeId = await name(desk, 'Pricing');
    const [text] = await textsWith(desk, lane('end_user'), 'The price');
    const as = { ...lane('buyer'), themeId, on: [text!], actor: desk.memberId };
    expect(await tagAnswers(open.house, desk.workspace, as)).toEqual({ kind: 'unknown', what: 'text' });
    const { surveyVersionId } = await versionOf('buyer');
    const attack = {
      ...{ workspace_id: desk.workspace.id, wave_id: waveId, persona_id: 'buyer', theme_id: themeId },
      ...{ survey_version_id: surveyVersionId, response_id: text!.responseId, question_key: WORDS },
      ...{ made_by: 'member' as const, made_at: 1, why: '', confirmed_by: 'x', confirmed_at: 1 },
      dismissed_at: null,
    };
    await expect(open.house.db.insertInto('theme_tag').values(attack).execute()).rejects.toThrow(
      /foreign key/i,
    );
    const unasked = { ...attack, persona_id: 'end_user', question_key: 'q9' };
    const { surveyVersionId: own } = await versionOf('end_user');
    await expect(
      open.house.db
        .insertInto('theme_tag')
        .values({ ...unasked, survey_version_id: own })
        .execute(),
    ).rejects.toThrow(/foreign key/i);
    const lawful = { ...attack, persona_id: 'end_user', survey_version_id: own };
    await open.house.db.insertInto('theme_tag').values(lawful).execute();
  });

  const versionOf = (personaId: string) =>
    open.house.db
      .selectFrom('wave_lane')
      .select('survey_version_id as surveyVersionId')
      .where('workspace_id', '=', desk.workspace.id)
      .where('wave_id', '=', waveId)
      .where('persona_id', '=', personaId)
      .executeTakeFirstOrThrow();

  test('what a machine suggests counts nowhere until a person confirms it, and says why', async () => {
    await attributed(['buyer']);
    const others = ['Fine so far', 'No complaint', 'Good people', 'We like the map', 'On time', 'Keep going'];
    await write(desk, waveId, 'buyer', [...others, 'The invoice was wrong', 'Our invoice came late']);
    const themeId = await name(desk, 'Invoice');
    const suggest = () => suggestTags(open.house, desk.workspace, { ...lane('buyer'), actor: desk.memberId });
    expect(await suggest()).toEqual({ kind: 'suggested', tags: 2 });
    expect(await suggest()).toEqual({ kind: 'suggested', tags: 0 });
    expect(await raised(themeId)).toEqual({ buyer: { kind: 'not_raised', heard: 8 } });
    const page = await readTagging(
      open.house.db,
      desk.workspace,
      { ...lane('buyer'), sorted: 'suggested' },
      THRESHOLDS,
    );
    expect(page?.texts.map(({ tags }) => tags.map(({ why }) => why))).toEqual([['invoice'], ['invoice']]);
    const [right, wrong] = page!.texts.map(({ responseId, questionKey }) => ({
      ...{ responseId, questionKey, themeId },
    }));
    const settle = (act: 'confirm' | 'remove', on: object[]) =>
      settleTags(open.house, desk.workspace, {
        ...lane('buyer'),
        ...{ act, on: on as never, actor: desk.memberId },
      });
    expect(await settle('confirm', [right!])).toEqual({ kind: 'settled', tags: 1 });
    expect(await settle('confirm', [right!])).toEqual({ kind: 'settled', tags: 0 });
    expect(await settle('remove', [wrong!])).toEqual({ kind: 'settled', tags: 1 });
    expect(await raised(themeId)).toEqual({ buyer: { kind: 'raised', speakers: 1, heard: 8 } });
    expect(await suggest()).toEqual({ kind: 'suggested', tags: 0 });
  });

  test('no row counts that nobody confirmed', async () => {
    await attributed(['buyer']);
    await write(desk, waveId, 'buyer', ['The invoice']);
    await name(desk, 'Invoice');
    await suggestTags(open.house, desk.workspace, { ...lane('buyer'), actor: desk.memberId });
    const forge = open.house.db.updateTable('theme_tag').set({ confirmed_at: 1 }).execute();
    await expect(forge).rejects.toThrow(/check/i);
  });

  test('a merged theme’s speakers are counted once, and closed or renamed ones stay what they are', async () => {
    await attributed(['buyer']);
    await write(desk, waveId, 'buyer', ['Price and terms', 'Only the price', 'Only the terms']);
    const [price, terms] = [await name(desk, 'Price'), await name(desk, 'Terms')];
    await tag(desk, lane('buyer'), price, 'rice');
    await tag(desk, lane('buyer'), terms, 'terms');
    const actor = desk.memberId;
    const merge = { from: terms, into: price, actor };
    expect(await mergeThemes(open.house, desk.workspace, merge, followMerged)).toEqual({ kind: 'merged' });
    expect(await raised(price)).toEqual({ buyer: { kind: 'raised', speakers: 3, heard: 3 } });
    expect(await raised(terms)).toBeUndefined();
    const again = await changeTheme(open.house, desk.workspace, {
      ...{ id: terms, change: { kind: 'open_again' }, actor },
    });
    expect(again).toEqual({ kind: 'merged' });
    const twin = { name: ' PRICE ', definition: '', actor };
    expect(await createTheme(open.house, desk.workspace, twin)).toEqual({ kind: 'named_before', id: price });
    await changeTheme(open.house, desk.workspace, { id: price, change: { kind: 'close' }, actor });
    const closed = {
      ...lane('buyer'),
      themeId: price,
      on: await textsWith(desk, lane('buyer'), 'rice'),
      actor,
    };
    expect(await tagAnswers(open.house, desk.workspace, closed)).toEqual({ kind: 'closed' });
    expect(await raised(price)).toMatchObject({ buyer: { speakers: 3 } });
  });

  test('forty of one persona leave as much room to the one of another', async () => {
    await attributed(['end_user', 'buyer']);
    await write(
      desk,
      waveId,
      'end_user',
      Array.from({ length: 12 }, (_, i) => `Slow on day ${i}`),
    );
    await write(desk, waveId, 'buyer', ['Slow, say my teams']);
    const themeId = await name(desk, 'Speed');
    await tag(desk, lane('end_user'), themeId, 'Slow');
    await tag(desk, lane('buyer'), themeId, 'Slow');
    const read = await readThemeQuotes(open.house.db, desk.workspace, { waveId, themeId }, THRESHOLDS);
    expect(read?.columns.map(({ persona, quotes }) => [persona.id, quotes.length])).toEqual([
      ['end_user', 3],
      ['buyer', 1],
    ]);
  });

  test('comments are found by words, theme and score within one persona, page by page', async () => {
    await attributed(['end_user', 'buyer']);
    const said = ['Late again', 'Late but friendly', 'Late, late', 'Early'].map((words, at) => ({
      ...{ words, score: at === 0 ? 3 : 10 },
    }));
    await write(desk, waveId, 'buyer', said);
    await write(desk, waveId, 'end_user', ['Late too']);
    const themeId = await name(desk, 'Delay');
    await tag(desk, lane('buyer'), themeId, 'Late');
    const find = async (narrowing: object) => {
      const asked = { ...lane('buyer'), narrowing };
      const page = await readPersonaPage(open.house.db, desk.workspace, asked, THRESHOLDS);
      return page!.verbatims.map(({ words }) => words).sort();
    };
    expect(await find({ search: 'late' })).toEqual(['Late again', 'Late but friendly', 'Late, late']);
    expect(await find({ themeId, band: 'low' })).toEqual(['Late again']);
    expect(await find({ search: 'friendly', band: 'high' })).toEqual(['Late but friendly']);
    expect(await find({ search: '%' })).toEqual([]);
  });

  describe('in confidence', () => {
    const many = (count: number, of: string) => Array.from({ length: count }, (_, i) => `The ${of} of ${i}`);
    const confide = async (promise: 'confidential' | 'unlinkable', like: number, unlike: number) => {
      ({ waveId } = await wordsWave(desk, ['buyer'], promise));
      await write(desk, waveId, 'buyer', [
        ...many(like, 'price').map((words) => ({ words, score: 2 })),
        ...many(unlike, 'people'),
      ]);
      await closeAndRelease(desk, waveId);
      const themeId = await name(desk, `Price ${promise}`);
      await tag(desk, lane('buyer'), themeId, 'price');
      const find = async (narrowing: object) => {
        const asked = { ...lane('buyer'), narrowing };
        const page = await readPersonaPage(open.house.db, desk.workspace, asked, THRESHOLDS);
        return { texts: page!.verbatims.length, isWithheld: page!.isWithheld };
      };
      return { themeId, find };
    };

    test('few who raised it, and few who did not, are both withheld, and look like nobody', async () => {
      const { themeId, find } = await confide('confidential', 4, 12);
      const withheld = { buyer: { kind: 'withheld', heard: 10, told: '10 to 19' } };
      expect(await raised(themeId)).toEqual(withheld);
      expect(await find({ themeId })).toEqual({ texts: 0, isWithheld: true });
      expect(await find({ search: 'price' })).toEqual({ texts: 0, isWithheld: true });
      expect(await find({ search: 'nothing of it' })).toEqual({ texts: 0, isWithheld: true });
      expect(await raised(await name(desk, 'Nobody said'))).toEqual(withheld);
      // The complement: twelve of sixteen leave four.
      expect(await find({ search: 'people' })).toEqual({ texts: 0, isWithheld: true });
      const people = await name(desk, 'People');
      await tag(desk, lane('buyer'), people, 'people');
      expect(await raised(people)).toEqual(withheld);
      const page = await readThemeTable(open.house.db, desk.workspace, waveId, THRESHOLDS);
      expect(listFor(page!.rows, 'buyer')).toEqual([]);
    });

    test('as many as a figure needs are too few for their words', async () => {
      const { themeId, find } = await confide('unlinkable', 6, 6);
      expect(await raised(themeId)).toMatchObject({ buyer: { kind: 'withheld' } });
      expect(await find({ themeId })).toEqual({ texts: 0, isWithheld: true });
      expect(await find({ search: 'people' })).toEqual({ texts: 0, isWithheld: true });
    });

    test('enough on both sides are told, in bands, and no text is chosen by its score', async () => {
      const { themeId, find } = await confide('unlinkable', 11, 12);
      const told = { speakers: { from: 10, to: 19 }, heard: { from: 20, to: 29 } };
      expect(await raised(themeId)).toEqual({ buyer: { kind: 'raised', speakers: 10, heard: 20, told } });
      expect(await find({ themeId })).toEqual({ texts: 8, isWithheld: false });
      expect(await find({ search: 'people' })).toEqual({ texts: 8, isWithheld: false });
      // Whoever cut by score would read that those who wrote of the price scored low.
      expect((await find({ band: 'low' })).texts).toBe((await find({})).texts);
    });

    test('the page of a theme goes on, by places that tell no time, and shows each text once', async () => {
      const { themeId } = await confide('confidential', 11, 12);
      const seen: string[] = [];
      let before: string | undefined;
      do {
        const asked = { ...lane('buyer'), narrowing: { themeId }, before };
        const page = await readPersonaPage(open.house.db, desk.workspace, asked, THRESHOLDS);
        seen.push(...page!.verbatims.map(({ words }) => words));
        before = page!.older ?? undefined;
        expect(isHandle(before ?? '0'.repeat(12))).toBe(true);
      } while (before);
      expect(seen.sort()).toEqual(many(11, 'price').sort());
    });

    test('five of one account are one account’s view', async () => {
      ({ waveId } = await wordsWave(desk, ['buyer'], 'confidential'));
      const same = many(11, 'price').map((words) => ({ words, score: 5, account: 'Acme' }));
      await write(desk, waveId, 'buyer', [...same, ...many(11, 'people')]);
      await closeAndRelease(desk, waveId);
      const themeId = await name(desk, 'Price');
      await tag(desk, lane('buyer'), themeId, 'price');
      expect(await raised(themeId)).toEqual({ buyer: { kind: 'withheld', heard: 20, told: '20 to 29' } });
    });

    test('before enough wrote, nobody reads, tags or has anything suggested', async () => {
      ({ waveId } = await wordsWave(desk, ['buyer'], 'confidential'));
      await write(desk, waveId, 'buyer', ['The price', 'The terms']);
      const themeId = await name(desk, 'Price');
      const on = await textsWith(desk, lane('buyer'), 'price');
      const actor = desk.memberId;
      const tagging = { ...lane('buyer'), themeId, on, actor };
      expect(await tagAnswers(open.house, desk.workspace, tagging)).toEqual({ kind: 'withheld' });
      expect(await suggestTags(open.house, desk.workspace, { ...lane('buyer'), actor })).toEqual({
        kind: 'withheld',
      });
    });

    test('while answers come, what may be read is tagged and nothing else, and nobody is told how many', async () => {
      ({ waveId } = await wordsWave(desk, ['buyer'], 'confidential'));
      await write(desk, waveId, 'buyer', many(12, 'price'));
      await releaseAnswers(open.house);
      await write(desk, waveId, 'buyer', many(12, 'price and terms'));
      await releaseAnswers(open.house);
      const actor = desk.memberId;
      const themeId = await name(desk, 'Price');
      const readable = await readWith(desk, lane('buyer'), 'price');
      expect(readable).toHaveLength(12);
      const act = (on: TextAt[]) =>
        tagAnswers(open.house, desk.workspace, { ...lane('buyer'), themeId, on, actor });
      const later = await textsWith(desk, lane('buyer'), 'terms');
      const unknown = { kind: 'unknown', what: 'text' };
      expect(await act(later.slice(0, 1))).toEqual(unknown);
      const [first] = later.map((text) => ({ ...text, responseId: handleOf(text.responseId) }));
      expect(await act([first!])).toEqual(unknown);
      expect(await act([readable[0]!, first!])).toEqual(unknown);
      // A whole id tells when its answer came: it names nothing here.
      expect(await act((await textsWith(desk, lane('buyer'), 'The price of 1')).slice(0, 1))).toEqual(
        unknown,
      );
      const suggested = await suggestTags(open.house, desk.workspace, { ...lane('buyer'), actor });
      expect(suggested).toEqual({ kind: 'suggested', tags: 12 });
      expect(await act(readable)).toEqual({ kind: 'tagged', texts: 12 });
      const page = await readTagging(open.house.db, desk.workspace, lane('buyer'), THRESHOLDS);
      expect(page!.texts.map(({ tags }) => tags.map((one) => one.themeId))).toEqual(
        readable.map(() => [themeId]),
      );
      expect(page!.counts).toEqual({ all: 12, notYet: 0, suggested: 0 });
      expect(await raised(themeId)).toMatchObject({ buyer: { kind: 'not_yet' } });
      const tags = readable.map((text) => ({ ...text, themeId }));
      const settle = { ...lane('buyer'), act: 'remove' as const, on: tags, actor };
      expect(await settleTags(open.house, desk.workspace, settle)).toEqual({ kind: 'settled', tags: 12 });
    });
  });
});
