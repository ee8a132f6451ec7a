import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeDecision } from '#app/followup/decision/make-decision.server.ts';
import { readMixShift } from '#app/overview/no-total/read-mix-shift.server.ts';
import { readPage } from '#app/overview/read-page.server.ts';
import { readPageLanes } from '#app/overview/read-page-lanes.server.ts';
import { DAY } from '#app/platform/clock.ts';
import { saveTold } from '#app/programme/told/save-told.server.ts';
import { sendTold } from '#app/programme/told/send-told.server.ts';
import { anotherDesk, COMPLETE, type Desk, openProgramme, publishFor } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { all, endWave, type Lane, playWave, publishReworded } from '#tests/support/fallen-waves.ts';
import { act, openOne } from '#tests/support/following.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

describe.each(ENGINES)('the executive’s page on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let programmeId: string;
  let lanes: Lane[];
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    open.clock.set('2026-11-02T09:00:00Z');
    desk = await anotherDesk(open.house, 'Pages');
    programmeId = await openProgramme(desk);
    lanes = [
      { personaId: 'end_user', versionId: await publishFor(desk, programmeId, 'end_user') },
      { personaId: 'buyer', versionId: await publishFor(desk, programmeId, 'buyer') },
    ];
  });

  async function play(name: string, buyers: number[], of: Lane[] = lanes): Promise<string> {
    const scores = { end_user: all(10, 9), buyer: buyers };
    const waveId = await playWave(desk, { programmeId, name, lanes: of }, scores);
    open.clock.advance(DAY);
    await endWave(desk, waveId);
    open.clock.advance(40 * DAY);
    return waveId;
  }
  async function page(waveId: string, withId: string | null = null) {
    const read = await readPage(open.house, desk.workspace, { waveId, withId });
    if (read.kind !== 'read') throw new Error(JSON.stringify(read));
    return read.page;
  }
  const buyersOf = async (waveId: string, withId: string | null = null) =>
    (await page(waveId, withId)).lanes.find(({ persona }) => persona.id === 'buyer')!;

  test('says which persona fell, and compares the wave that was asked for', async () => {
    const [first, second, third] = [
      await play('First', all(10, 9)),
      await play('Second', all(10, 3)),
      await play('Third', all(10, 3)),
    ];
    expect((await buyersOf(third)).since).toMatchObject({ earlierName: 'Second', verdict: 'cant_tell' });
    const compared = await page(first, third);
    expect([compared.wave.id, compared.against?.id]).toEqual([third, first]);
    expect(compared.lanes.map(({ since }) => since?.verdict)).toEqual(['cant_tell', 'down']);
    expect(compared.lanes[1]!.since).toMatchObject({
      earlierName: 'First',
      from: expect.stringMatching(/^\+100, 10 of \d+ heard$|^\+100, all 10 heard$/),
      to: expect.stringMatching(/^−100, /),
    });
    expect((await page(third)).comparable.map(({ id }) => id)).toEqual([second, first]);
  });

  test('says the same lanes where nothing else of it is read, and of one persona its own as the page judges it', async () => {
    await play('First', [9, 9, 9, 9, 9, 9, 9, 9, 3, 3]);
    const second = await play('Second', [9, 9, 9, 9, 3, 3, 3, 3, 3, 3]);
    const { committees: _, overdue: __, ...part } = await page(second);
    const read = (more: { personaId?: string } = {}) =>
      readPageLanes(open.house, desk.workspace, { waveId: second, withId: null, ...more });
    expect(await read()).toEqual({ kind: 'read', page: part });
    const own = { ...part, lanes: part.lanes.filter(({ persona }) => persona.id === 'buyer') };
    expect(own.lanes).toHaveLength(1);
    expect(await read({ personaId: 'buyer' })).toEqual({ kind: 'read', page: own });
    expect(await read({ personaId: 'advocate' })).toMatchObject({ page: { lanes: [] } });
  });

  test('tells no change where other words were asked', async () => {
    const first = await play('First', all(10, 9));
    const versionId = await publishReworded(desk, programmeId, 'Would you buy from us again?');
    const second = await play('Second', all(10, 3), [lanes[0]!, { personaId: 'buyer', versionId }]);
    expect((await buyersOf(second, first)).since).toMatchObject({
      verdict: 'cant_tell',
      words: 'can’t tell (the wording changed)',
    });
  });

  test('says what was promised, told, decided and followed up, and what is owed past its day', async () => {
    const waveId = await play('First', all(10, 3));
    expect((await buyersOf(waveId)).kept).toEqual({
      promised: 'The decision and its reasons, by 5 March 2027',
      overdue: null,
      done: ['Not told yet.'],
      brief: { isPromised: true, promiseOn: COMPLETE.promiseOn, deeds: null, decided: null },
    });
    await openOne(desk, programmeId, { waveId, what: 'Call them back' });
    const done = await openOne(desk, programmeId, { waveId });
    await act(desk, done, { kind: 'done', outcome: 'Called them' });
    const decision = {
      verdict: 'do',
      what: 'A one-page list',
      because: '',
      personaIds: ['buyer'],
      followUpIds: [],
    } as const;
    await makeDecision(open.house, desk.workspace, {
      ...decision,
      ...{ personaIds: ['buyer'], followUpIds: [], programmeId, actor: desk.memberId },
    });
    open.clock.set(Date.parse(`${COMPLETE.promiseOn}T12:00:00Z`) + 16 * DAY);
    const late = await page(waveId);
    expect(late.lanes[1]!.kept).toMatchObject({
      overdue: 'Nobody has heard back: promised for 5 March 2027, 16 days over.',
      done: ['Decided: A one-page list.', 'Follow-ups: 1 done, 1 open, 1 of them overdue.'],
      brief: { deeds: '1 decision, 1 follow-up done' },
    });
    expect(late.overdue.first.map(({ persona, what }) => [persona.id, what])).toEqual([
      ['buyer', 'Call them back'],
      ['end_user', 'The decision and its reasons'],
      ['buyer', 'The decision and its reasons'],
    ]);
  });

  test('a total misleads with their own people, whatever they said', async () => {
    const shown = async (waveId: string, withId: string | null = null) =>
      readMixShift(open.house, desk.workspace, { waveId, withId });
    const first = await play('First', all(20, 3));
    expect(await shown(first)).toEqual({ kind: 'not_shown', why: 'no_earlier' });
    const second = await play('Second', all(4, 9));
    const read = await shown(second);
    expect(read).toMatchObject({
      kind: 'shown',
      earlier: { id: first },
      shift: {
        lanes: [
          { persona: { id: 'end_user' }, earlier: 10, later: 10, from: 60 },
          { persona: { id: 'buyer' }, earlier: 20, later: 4, from: -20 },
        ],
      },
    });
    const third = await play('Third', all(4, 0));
    expect(await shown(third)).toEqual({ kind: 'not_shown', why: 'unchanged' });
    // Who answered is the same as in the second, and what they said is not.
    expect(await shown(third, first)).toMatchObject(read.kind === 'shown' ? { shift: read.shift } : {});
    expect(await shown('')).toEqual({ kind: 'unknown_wave' });
  });

  test('no total is shown to mislead with people who answered in confidence', async () => {
    const quiet = await openProgramme(desk, 'In confidence', 'confidential');
    const versions = [];
    for (const personaId of ['end_user', 'buyer'])
      versions.push({ personaId, versionId: await publishFor(desk, quiet, personaId) });
    const waves = [];
    for (const [name, buyers] of [
      ['One', 20],
      ['Two', 4],
    ] as const) {
      const scores = { end_user: all(10, 9), buyer: all(buyers, 9) };
      waves.push(await playWave(desk, { programmeId: quiet, name, lanes: versions }, scores));
      open.clock.advance(DAY);
    }
    expect(await readMixShift(open.house, desk.workspace, { waveId: waves[1]!, withId: null })).toEqual({
      kind: 'not_shown',
      why: 'in_confidence',
    });
  });

  test('a letter settles what is owed, and is named with its day', async () => {
    const waveId = await play('First', all(10, 3));
    const lane = { waveId, personaId: 'buyer' };
    const draft = { heard: 'The price list.', willDo: 'One page.', willNot: '', toSilent: false };
    const saved = await saveTold(open.house, desk.workspace, {
      ...lane,
      draft,
      revision: 0,
      actor: desk.memberId,
    });
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    open.clock.set('2027-02-01T10:00:00Z');
    await sendTold(open.house, desk.workspace, { ...lane, revision: saved.revision, actor: desk.memberId });
    open.clock.set('2027-03-20T10:00:00Z');
    expect((await buyersOf(waveId)).kept).toMatchObject({
      overdue: null,
      done: ['Told by letter on 1 February 2027: 10 of 10 who answered.'],
    });
  });

  test('another workspace’s wave is nowhere', async () => {
    const waveId = await play('First', all(10, 9));
    const stranger = await anotherDesk(open.house, 'Strangers');
    const asked = { waveId, withId: null };
    expect(await readPage(open.house, stranger.workspace, asked)).toEqual({ kind: 'unknown_wave' });
  });
});
