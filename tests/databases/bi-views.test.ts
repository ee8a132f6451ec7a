import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { releaseAnswers } from '#app/results/confidence/release-answers.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { type Connection, connect } from '#db/connection.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { type Desk, draftWave, openProgramme } from '#tests/support/asking.ts';
import { guideExamples, sqlBlocks } from '#tests/support/bi-guide.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { heardWave } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { releaseAll } from '#tests/support/release.ts';

const WAVE = 'Winter 2027';
/** The one question that every wave of these houses asks. */
const WORDING = 'How likely are you to recommend working with us to someone in a role like yours?';
const VIEWS = ['bi_lane', 'bi_response', 'bi_answer', 'bi_figure_counts'] as const;

/** People from whom on answers in confidence are counted. */
const ENOUGH = 30;

describe.each(ENGINES)('the views for programs outside on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let plain: Connection;
  let quiet: string;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    plain = connect(open.house.env.databaseUrl);
    await heardWave(desk, { end_user: [9, 9, 2], buyer: [1] });
    const programmeId = await openProgramme(desk, 'In confidence', 'confidential');
    ({ waveId: quiet } = await draftWave(desk, ['buyer', 'advocate'], programmeId));
    await rows(`update wave set name = 'In confidence' where id = '${quiet}'`);
    for (let i = 0; i < ENOUGH; i += 1) await hear('buyer', i);
    for (let i = 0; i < ENOUGH - 1; i += 1) await hear('advocate', i);
    await countWaiting(desk.house);
  });
  afterAll(async () => {
    await plain.close();
    await open.close();
  });

  async function hear(personaId: string, i: number): Promise<void> {
    const who = { name: `Quiet ${personaId} ${i}`, account: `Quiet ${i}`, personaIds: [personaId] };
    const token = await ask(desk, quiet, { ...who, email: `quiet${personaId}${i}@q.example` });
    const kept = await answer(desk.house, token, { q1: String(i % 11) });
    if (kept.kind !== 'kept') throw new Error(kept.kind);
  }

  const rows = async <T = Record<string, unknown>>(query: string): Promise<T[]> =>
    (await sql.raw<T>(query).execute(plain.db)).rows;

  test.each(VIEWS)('%s has the workspace and the persona in its key, never null', async (view) => {
    const all = await rows(`select * from ${view}`);
    expect(all.length).toBeGreaterThan(0);
    for (const row of all) {
      expect(Object.keys(row).slice(0, 2)).toEqual(['workspace_id', 'persona_id']);
      expect(row).toMatchObject({ workspace_id: desk.workspace.id, persona: expect.any(String) });
    }
  });

  test('of answers given in confidence there is no row, neither of who answered nor of what', async () => {
    for (const view of ['bi_response', 'bi_answer'])
      expect(new Set((await rows(`select * from ${view}`)).map(({ programme }) => programme))).toEqual(
        new Set(['Winter check-in']),
      );
    const open = await rows<{ score: number }>('select score from bi_answer');
    expect(open.map(({ score }) => Number(score)).toSorted()).toEqual([1, 2, 9, 9]);
  });

  const counted = () =>
    rows<{ persona_id: string; people: unknown }>(
      "select persona_id, people from bi_figure_counts where promise <> 'attributed'",
    );
  const heard = async () => {
    const lanes = await rows<{ persona_id: string; heard: unknown }>(
      "select persona_id, heard from bi_lane where promise <> 'attributed' order by persona_id",
    );
    return lanes.map((lane) => [lane.persona_id, lane.heard === null ? null : Number(lane.heard)]);
  };
  const NOTHING = [
    ['advocate', null],
    ['buyer', null],
  ];

  test('nothing is counted in confidence before nobody can answer any more, and only of enough people', async () => {
    const { house } = desk;
    await releaseAnswers(house);
    expect([await counted(), await heard()]).toEqual([[], NOTHING]);
    await closeWave(house, desk.workspace, { waveId: quiet, actor: desk.memberId }, async () => {});
    await releaseAnswers(house);
    // For a while after it was closed, answers that were begun still come.
    expect([await counted(), await heard()]).toEqual([[], NOTHING]);
    await releaseAll(house);
    const after = await counted();
    expect(new Set(after.map(({ persona_id }) => persona_id))).toEqual(new Set(['buyer']));
    expect(after.reduce((sum, { people }) => sum + Number(people), 0)).toBe(ENOUGH);
    expect(await heard()).toEqual([
      ['advocate', null],
      ['buyer', ENOUGH],
    ]);
    await rows(`update workspace set show_answers = ${ENOUGH + 1}`);
    expect(await counted()).toEqual([]);
    await rows('update workspace set show_answers = 5');
  });

  test('one who is counted late moves nothing by one', async () => {
    const before = [await counted(), await heard()];
    const late = `wave_id = '${quiet}' and persona_id = 'buyer'`;
    await rows(`update lane_heard set responses = responses + 1 where ${late}`);
    await rows(`update answer_tally set people = people + 1 where ${late} and value = '0'`);
    expect([await counted(), await heard()]).toEqual(before);
  });

  test('the counts are those of the answers', async () => {
    const counts = await rows<{ persona_id: string; value: string; people: unknown; answered: unknown }>(
      "select persona_id, value, people, answered from bi_figure_counts where promise = 'attributed' order by persona_id, value",
    );
    expect(
      counts.map((row) => [row.persona_id, row.value, Number(row.people), Number(row.answered)]),
    ).toEqual([
      ['buyer', '1', 1, 1],
      ['end_user', '2', 1, 3],
      ['end_user', '9', 2, 3],
    ]);
  });

  /** What the examples say of the attributed wave: 9, 9 and 2 of end-users, 1 of the buyer. */
  const SAY: Record<string, unknown[][]> = {
    'Who was heard, of how many': [
      ['Buyer', WAVE, 1, 1],
      ['End-user', WAVE, 3, 3],
    ],
    'NPS of each persona, wave by wave': [
      ['Buyer', WAVE, 1, -100],
      ['End-user', WAVE, 3, 33.3],
    ],
    'The spread of scores of one persona': [
      [WAVE, WORDING, 2, 1],
      [WAVE, WORDING, 9, 2],
    ],
    'How far two personas are apart at each account, both named and asked about the same on the same scale': [
      ['Account 0', WAVE, 'recommend', 9, 1, 1, 1, -8],
    ],
    'The same score with a guard, on PostgreSQL: nps() ends a query that mixes personas': [
      ['Buyer', WAVE, WORDING, -100],
      ['End-user', WAVE, WORDING, 33.3],
    ],
  };

  test.each(guideExamples(engine))('the example “%s” of the guide says what is so', async (name, query) => {
    const found = await rows(query.replaceAll('YOUR-WORKSPACE', desk.workspace.id));
    const told = found.filter(({ wave }) => wave === WAVE);
    expect(told.map((row) => Object.values(row).map(asNumber))).toEqual(SAY[name]);
  });

  test('nothing is written through a view', async () => {
    for (const view of VIEWS) await expect(rows(`delete from ${view}`)).rejects.toThrow();
  });

  if (engine === 'sqlite') return;

  test('nps() is of one persona, and ends the query of a second one', async () => {
    const [split] = await rows<{ nps: unknown }>(
      "select nps(score, persona_id) as nps from bi_answer where persona_id = 'end_user'",
    );
    expect(Number(split!.nps)).toBeCloseTo(33.3);
    const grouped = await rows(
      'select persona_id, nps(score, persona_id) from bi_answer group by persona_id',
    );
    expect(grouped).toHaveLength(2);
    await expect(rows('select nps(score, persona_id) from bi_answer')).rejects.toThrow('PERSONA_MIX');
    await expect(rows('select wave, nps(score, persona_id) from bi_answer group by wave')).rejects.toThrow(
      'PERSONA_MIX',
    );
    await expect(rows('select nps(score, null) from bi_answer')).rejects.toThrow('PERSONA_REQUIRED');
    expect(await rows('select nps(null, null) as nps')).toEqual([{ nps: null }]);
  });

  test('the role of the guide sees the views, and no table', async () => {
    const role = `bi_${desk.workspace.id.slice(-12)}`;
    const [grants] = sqlBlocks().filter((text) => text.includes('create role'));
    for (const one of grants!
      .replaceAll('rolecall_bi', role)
      .split(';')
      .filter((text) => text.trim() !== ''))
      await rows(one);
    try {
      await plain.db.connection().execute(async (one) => {
        const as = (query: string) => sql.raw(query).execute(one);
        await as(`set role ${role}`);
        for (const view of VIEWS) expect((await as(`select * from ${view}`)).rows.length).toBeGreaterThan(0);
        for (const table of ['answer', 'response', 'person', 'member', 'answer_tally'])
          await expect(as(`select * from ${table}`)).rejects.toThrow('permission denied');
        await as('reset role');
      });
    } finally {
      await rows(`drop owned by ${role}`);
      await rows(`drop role ${role}`);
    }
  });
});

/** PostgreSQL gives averages and sums as text, so that no digit is lost. */
function asNumber(value: unknown): unknown {
  return typeof value === 'string' && /^-?[0-9.]+$/.test(value) ? Number(value) : value;
}
