import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listDecisions } from '#app/followup/decision/list-decisions.server.ts';
import { listWaiting } from '#app/followup/decision/list-waiting.server.ts';
import { makeDecision } from '#app/followup/decision/make-decision.server.ts';
import { setThemeSize } from '#app/followup/decision/set-theme-size.server.ts';
import { pageFollowUps } from '#app/followup/queue/page-follow-ups.server.ts';
import { createRule } from '#app/followup/rule/create-rule.server.ts';
import { followRules } from '#app/followup/rule/follow-rules.server.ts';
import { followMerged } from '#app/followup/theme/follow-merged.server.ts';
import { DAY, MINUTE } from '#app/platform/clock.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { releaseAnswers } from '#app/results/confidence/release-answers.server.ts';
import { changeTheme } from '#app/results/theme/change-theme.server.ts';
import { mergeThemes } from '#app/results/theme/merge-themes.server.ts';
import { anotherDesk, type Desk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { followUps, makeRule, openOne } from '#tests/support/following.ts';
import { foundTestWorkspace, openTestHouse, START, type TestHouse } from '#tests/support/house.ts';
import { closeAndRelease, releaseAll } from '#tests/support/release.ts';
import { statementsOf } from '#tests/support/statements-of.ts';
import { name, tag, wordsWave, write } from '#tests/support/themes.ts';

describe.each(ENGINES)('what comes of themes on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let programmeId: string;
  let waveId: string;
  let themeId: string;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    open.clock.set(START);
    desk = await anotherDesk(open.house, 'Themes');
    ({ programmeId, waveId } = await wordsWave(desk, ['buyer', 'end_user']));
    themeId = await name(desk, 'Pricing');
  });

  const lane = (personaId = 'buyer') => ({ waveId, personaId });
  const rule = () => makeRule(desk, programmeId, { trigger: { kind: 'theme', themeId } });
  const look = () => followRules(open.house);
  const about = async (id: string) =>
    (
      await pageFollowUps(open.house.db, desk.workspace, {
        limit: 50,
        filter: { state: 'all', themeId: id },
      })
    ).length;

  test('a rule opens one follow-up for each person of its persona whose answer raises the theme', async () => {
    await write(desk, waveId, 'buyer', ['Price before', 'Price after', 'Nothing']);
    await write(desk, waveId, 'end_user', ['Price for users']);
    await tag(desk, lane(), themeId, 'before');
    open.clock.advance(MINUTE);
    await rule();
    open.clock.advance(MINUTE);
    await tag(desk, lane(), themeId, 'after');
    await tag(desk, lane('end_user'), themeId, 'users');
    await look();
    await look();
    const opened = await followUps(desk);
    expect(opened.map(({ persona_id, came_from }) => [persona_id, came_from])).toEqual([['buyer', 'answer']]);
    expect(await about(themeId)).toBe(1);
  });

  test('a rule of a theme that is closed, or of nobody, is not made', async () => {
    const wish = (id: string) =>
      createRule(open.house, desk.workspace, {
        ...{ programmeId, personaId: 'buyer', trigger: { kind: 'theme', themeId: id } },
        ...{ what: 'Call back', ownerId: null, hours: 8, actor: desk.memberId },
      });
    expect(await wish('nothing')).toEqual({ kind: 'unknown', what: 'theme' });
    const change = { kind: 'close' } as const;
    await changeTheme(open.house, desk.workspace, { id: themeId, change, actor: desk.memberId });
    expect(await wish(themeId)).toEqual({ kind: 'unknown', what: 'theme' });
  });

  test('in confidence a rule opens one that leads to nobody, once closed and only where it may be told', async () => {
    ({ programmeId, waveId } = await wordsWave(desk, ['buyer'], 'confidential'));
    const said = Array.from({ length: 11 }, (_, at) => [`Price ${at}`, `People ${at}`]).flat();
    await write(desk, waveId, 'buyer', said);
    await releaseAnswers(open.house);
    await write(desk, waveId, 'buyer', said);
    await releaseAnswers(open.house);
    await rule();
    open.clock.advance(MINUTE);
    await tag(desk, lane(), themeId, 'Price');
    open.clock.advance(2 * MINUTE);
    await look();
    expect(await followUps(desk)).toEqual([]);
    await closeWave(open.house, desk.workspace, { waveId, actor: desk.memberId }, async () => {});
    open.clock.advance(2 * MINUTE);
    await look();
    // Who had the page open may still send it: not all is shown.
    expect(await followUps(desk)).toEqual([]);
    await releaseAll(open.house);
    // Long after it was tagged, and after a rule looked last.
    open.clock.advance(DAY);
    await look();
    open.clock.advance(2 * MINUTE);
    await look();
    expect(await followUps(desk)).toMatchObject([{ came_from: 'lane', person_id: null, response_id: null }]);
  });

  test('a lane about which one was opened is not counted again', async () => {
    ({ programmeId, waveId } = await wordsWave(desk, ['buyer'], 'confidential'));
    const said = Array.from({ length: 11 }, (_, at) => [`Price ${at}`, `People ${at}`]).flat();
    await write(desk, waveId, 'buyer', said);
    await rule();
    await closeAndRelease(desk, waveId);
    await tag(desk, lane(), themeId, 'Price');
    /** How often it was asked what of this lane is shown. */
    const counted = async () => {
      const ran = statementsOf(open.house.reading);
      open.clock.advance(DAY);
      await followRules(open.house);
      ran.stop();
      return ran.from('lane_release');
    };
    expect(await counted()).toBeGreaterThan(0);
    expect(await followUps(desk)).toHaveLength(1);
    expect(await counted()).toBe(0);
  });

  test('in confidence a theme that few raised opens nothing, and waits for no decision', async () => {
    ({ programmeId, waveId } = await wordsWave(desk, ['buyer'], 'confidential'));
    const said = ['Price 1', 'Price 2', 'Price 3', ...Array.from({ length: 12 }, (_, at) => `People ${at}`)];
    await write(desk, waveId, 'buyer', said);
    await rule();
    await closeAndRelease(desk, waveId);
    open.clock.advance(MINUTE);
    await tag(desk, lane(), themeId, 'Price');
    open.clock.advance(2 * MINUTE);
    await look();
    expect(await followUps(desk)).toEqual([]);
    await size(2);
    expect(await waiting()).toEqual([]);
  });

  const size = (speakers: number) =>
    setThemeSize(open.house, desk.workspace, { programmeId, speakers, actor: desk.memberId });
  const waiting = async () => {
    const decisions = await listDecisions(open.house.db, desk.workspace, { programmeId });
    const found = await listWaiting(open.house.db, desk.workspace, { programmeId, decisions });
    return found.waiting.map(({ theme, persona, raised }) => [theme.name, persona.id, raised.speakers]);
  };

  test('a theme above the size waits for a decision of its persona, and of no two together', async () => {
    await write(desk, waveId, 'buyer', ['Price 1', 'Price 2', 'Price 3']);
    await write(desk, waveId, 'end_user', ['Price 4', 'Price 5']);
    await tag(desk, lane(), themeId, 'Price');
    await tag(desk, lane('end_user'), themeId, 'Price');
    // Five people together, and no persona with five.
    expect(await waiting()).toEqual([]);
    await size(3);
    expect(await waiting()).toEqual([['Pricing', 'buyer', 3]]);
    open.clock.advance(MINUTE);
    const decision = {
      ...{
        programmeId,
        verdict: 'do' as const,
        what: 'One page for the price',
        because: '',
        followUpIds: [],
      },
      ...{ actor: desk.memberId, themeIds: [themeId] },
    } as const;
    await makeDecision(open.house, desk.workspace, { ...decision, personaIds: ['end_user'] });
    expect(await waiting()).toEqual([['Pricing', 'buyer', 3]]);
    const made = await makeDecision(open.house, desk.workspace, { ...decision, personaIds: ['buyer'] });
    expect(made.kind).toBe('made');
    expect(await waiting()).toEqual([]);
    const strange = { ...decision, personaIds: ['buyer'], themeIds: ['nothing'] };
    expect(await makeDecision(open.house, desk.workspace, strange)).toEqual({
      kind: 'unknown',
      what: 'theme',
    });
    const change = open.house.db.updateTable('decision_theme').set({ theme_id: 'x' } as never);
    await expect(change.execute()).rejects.toThrow('FROZEN');
  });

  test('where a theme is merged, its follow-ups and rules go with it, and a decision counts for where it went', async () => {
    const into = await name(desk, 'Money');
    await write(desk, waveId, 'buyer', ['Price 1', 'Price 2', 'Price 3']);
    await tag(desk, lane(), themeId, 'Price');
    await openOne(desk, programmeId, { themeId });
    await rule();
    open.clock.advance(MINUTE);
    const decision = { verdict: 'do' as const, what: 'One page', because: '', personaIds: ['buyer'] };
    const made = { ...decision, programmeId, followUpIds: [], themeIds: [themeId], actor: desk.memberId };
    await makeDecision(open.house, desk.workspace, made);
    const merge = { from: themeId, into, actor: desk.memberId };
    await mergeThemes(open.house, desk.workspace, merge, followMerged);
    expect([await about(themeId), await about(into)]).toEqual([0, 1]);
    await size(3);
    expect(await waiting()).toEqual([]);
  });
});
