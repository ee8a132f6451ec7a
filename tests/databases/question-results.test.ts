import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listWaves } from '#app/results/lane.store.server.ts';
import { readLanes } from '#app/results/read-lanes.server.ts';
import { readPersonaPage } from '#app/results/read-persona-page.server.ts';
import { THRESHOLDS } from '#app/results/thresholds.ts';
import type { Question } from '#app/survey/question.ts';
import {
  type AskedSet,
  COUNTED,
  type Form,
  hearAgain,
  hearSet,
  questionOf,
  THREE,
} from '#tests/support/asked-set.ts';
import { anotherDesk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

const times = (count: number, form: Form): Form[] => Array.from({ length: count }, () => form);

describe.each(ENGINES)('the answers of one persona to one question on %s', (engine) => {
  let open: TestHouse;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());

  async function hear(
    questions: readonly Question[],
    forms: readonly Form[],
    confidentiality?: 'attributed' | 'confidential',
  ): Promise<AskedSet> {
    return hearSet(await anotherDesk(open.house, 'Kinds'), questions, { buyer: forms }, confidentiality);
  }

  async function page({ desk, waveId }: AskedSet) {
    const of = { waveId, personaId: 'buyer' };
    return (await readPersonaPage(open.house.db, desk.workspace, of, THRESHOLDS))!;
  }
  const results = async (set: AskedSet) => (await page(set)).questions;

  test('a matrix is spread out row by row, each of the people who answered that row', async () => {
    const forms = [
      ...times(4, { 'q1.r1': 'c3', 'q1.r2': 'c1' }),
      ...times(2, { 'q1.r1': 'c1' }),
      ...times(1, { 'q1.r2': 'c2' }),
    ];
    const [result] = await results(await hear([COUNTED.matrix], forms));
    if (result?.view !== 'grid') throw new Error(result?.view);
    const [portal, phone] = result.grid.rows;
    expect(result.grid.n).toBe(7);
    expect(portal!.shares.n).toBe(6);
    expect(portal!.shares.bars!.map(({ people }) => people)).toEqual([2, 0, 4]);
    expect(portal!.shares.bars![2]!.share).toMatchObject({ share: 4 / 6 });
    expect(phone!.shares.n).toBe(5);
    expect(phone!.shares.bars!.map(({ people }) => people)).toEqual([4, 1, 0]);
  });

  test('a row that few answered in confidence is withheld, whatever the other rows show', async () => {
    const forms = [...times(6, { 'q1.r1': 'c3' }), ...times(2, { 'q1.r1': 'c1', 'q1.r2': 'c1' })];
    const [result] = await results(await hear([COUNTED.matrix], forms, 'confidential'));
    if (result?.view !== 'grid') throw new Error(result?.view);
    expect(result.grid.rows.map(({ shares }) => [shares.showing, shares.bars === null])).toEqual([
      ['shown', false],
      ['withheld', true],
    ]);
  });

  test('a ranking says how many put each thing first and among the first, of all who ranked', async () => {
    const question = questionOf('q1', 'ranking', { options: THREE, places: 2 });
    const forms = [...times(4, { 'q1.o1': '1', 'q1.o2': '2' }), ...times(2, { 'q1.o3': '1', 'q1.o1': '2' })];
    const [result] = await results(await hear([question], forms));
    if (result?.view !== 'grid') throw new Error(result?.view);
    const told = result.grid.rows.map(({ shares, leading }) => [
      shares.n,
      shares.bars!.map(({ people }) => people),
      leading?.share.share,
    ]);
    expect(told).toEqual([
      [6, [4, 2], 1],
      [6, [0, 4], 4 / 6],
      [6, [2, 0], 2 / 6],
    ]);
    expect(JSON.stringify(result)).not.toMatch(/mean|average/i);
  });

  test('whoever prefers not to say is counted apart, in no share and in no score', async () => {
    const questions = [
      questionOf('q1', 'recommend', { declinable: true }),
      questionOf('q2', 'csat', { low: 'bad', high: 'good', declinable: true }),
      questionOf('q3', 'number', { declinable: true }),
      questionOf('q4', 'multiple', { options: THREE, declinable: true }),
    ];
    const said = { q1: '9', q2: '4', q3: '20', q4: ['o1', 'o2'] };
    const declined = { 'q1.declined': '1', 'q2.declined': '1', 'q3.declined': '1', 'q4.declined': '1' };
    const set = await hear(questions, [...times(6, said), ...times(2, declined)]);
    const { figure, questions: others, sentence } = await page(set);
    expect(figure).toMatchObject({ n: 6, declined: 2, score: 100 });
    expect(figure!.histogram!.reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(sentence).toContain('2 preferred not to say');
    const [csat, number, multiple] = others;
    if (csat?.view !== 'shares' || number?.view !== 'spread' || multiple?.view !== 'shares')
      throw new Error('unlike what was asked');
    expect([csat.shares.n, csat.shares.declined, csat.shares.topTwo?.share]).toEqual([6, 2, 1]);
    expect([number.spread.n, number.spread.declined, number.spread.median]).toEqual([6, 2, 20]);
    expect([multiple.shares.n, multiple.shares.declined]).toEqual([6, 2]);
    expect(csat.askedOf).toBeNull();
  });

  test('a share says of whom it is where an earlier answer decided who was asked', async () => {
    const showIf = { match: 'all', tests: [{ question: 'q1', op: 'is', value: 'o1' }] };
    const questions = [
      questionOf('q1', 'single', { options: THREE }),
      questionOf('q2', 'csat', { low: 'bad', high: 'good', showIf }),
    ];
    const forms = [...times(5, { q1: 'o1', q2: '2' }), ...times(3, { q1: 'o2' })];
    const [first, second] = await results(await hear(questions, forms));
    expect(first!.askedOf).toBeNull();
    expect(second!.askedOf).toBe(
      'Answered by 5 of 8 who answered the survey. Asked only of those who answered “Price” to “Question q1?”.',
    );
  });

  test('numbers and days have a middle, a half, ends and bins; in confidence no mark of one person', async () => {
    const questions = [questionOf('q1', 'number', { decimals: 1 }), questionOf('q2', 'date')];
    const forms = Array.from({ length: 12 }, (_, i) => ({
      q1: String(i + 0.5),
      q2: `2027-${String(i + 1).padStart(2, '0')}-15`,
    }));
    const [number, date] = await results(await hear(questions, forms));
    if (number?.view !== 'spread' || date?.view !== 'spread') throw new Error('unlike what was asked');
    expect(number.spread).toMatchObject({
      ...{ n: 12, lowest: 0.5, lowerQuartile: 3, median: 6, upperQuartile: 9, highest: 11.5 },
    });
    expect(number.spread.bins!.reduce((sum, { people }) => sum + people, 0)).toBe(12);
    expect(date.spread).toMatchObject({ lowest: '2027-01-15', median: '2027-06-30', highest: '2027-12-15' });
    expect(date.spread.bins!.every(({ label }) => /\w{3} 2027/.test(label))).toBe(true);

    const [quiet] = await results(await hear([questions[0]!], forms, 'confidential'));
    if (quiet?.view !== 'spread') throw new Error(quiet?.view);
    expect(quiet.spread).toMatchObject({ lowest: null, highest: null, lowerQuartile: null, median: 6 });
    const bins = quiet.spread.bins!;
    expect([bins[0]!.people, bins.at(-1)!.people].every((people) => people >= 5)).toBe(true);
    expect(JSON.stringify(quiet)).not.toMatch(/11\.5|"0\.5"/);
  });

  test('what was written beside “other” is read as such, and never as the words that were asked for', async () => {
    const questions = [
      questionOf('q1', 'single', { options: THREE, other: 'Something else' }),
      questionOf('q2', 'text'),
    ];
    const forms = [{ q1: '_other', 'q1.other': 'A lake', q2: 'My own words' }];
    const set = await hear(questions, forms);
    const { verbatims, texts, questions: results_ } = await page(set);
    expect(texts).toBe(2);
    expect(verbatims.map(({ words, about, beside }) => [words, about, beside])).toEqual([
      ['My own words', null, null],
      ['A lake', '“Something else”, to “Question q1?”', 'Something else'],
    ]);
    const [single] = results_;
    if (single?.view !== 'shares') throw new Error(single?.view);
    expect(single.values.at(-1)).toEqual({ key: '_other', label: 'Something else' });
    expect(single.shares.bars!.at(-1)).toMatchObject({ value: '_other', people: 1 });
  });

  test('in confidence an address is not read, because it is a name by another name', async () => {
    const questions = [questionOf('q1', 'text', { size: 'line', check: 'email' }), questionOf('q2', 'text')];
    const forms = Array.from({ length: 12 }, (_, i) => ({ q1: `a${i}@b.example`, q2: `Words ${i}` }));
    const { verbatims, texts } = await page(await hear(questions, forms, 'confidential'));
    expect(texts).toBe(12);
    expect(verbatims.length).toBeGreaterThan(0);
    expect(JSON.stringify(verbatims)).not.toContain('b.example');
  });

  test.each([
    ['wording', 'Wording changed', { wording: 'How likely are you to recommend us to a friend?' }],
    ['concept', 'Another thing was asked', { concept: 'renewal' }],
  ])('a change of %s breaks the trend and says so', async (by, words, change) => {
    const question = questionOf('q1', 'recommend', { concept: 'recommend' });
    const forms = times(8, { q1: '9' });
    const first = await hear([question], forms);
    await open.house.db
      .updateTable('wave')
      .set({ sent_at: 1, state: 'closed', closed_at: 2 })
      .where('id', '=', first.waveId)
      .execute();
    const second = await hearAgain(first, 'Spring 2027', [{ ...question, ...change } as Question], {
      buyer: [],
    });
    await open.house.db
      .updateTable('wave')
      .set({ sent_at: 5, state: 'open' })
      .where('id', '=', second.waveId)
      .execute();
    const { trend, since } = await page(second);
    expect(trend.map(({ broken }) => broken?.by ?? null)).toEqual([null, by]);
    expect(trend[1]!.broken).toMatchObject({
      words,
      sentence: `Spring 2027: ${words.charAt(0).toLowerCase()}${words.slice(1)} in v2, so a new series begins.`,
    });
    expect(since).toMatchObject({ kind: 'line_broken', by, verdict: 'cant_tell' });
  });

  test('the same question in another version goes on in the same line', async () => {
    const question = questionOf('q1', 'recommend');
    const first = await hear([question], times(8, { q1: '9' }));
    await open.house.db.updateTable('wave').set({ sent_at: 1 }).where('id', '=', first.waveId).execute();
    const more = [question, questionOf('q2', 'text')];
    const second = await hearAgain(first, 'Spring 2027', more, { buyer: [] });
    await open.house.db
      .updateTable('wave')
      .set({ sent_at: 5, state: 'open' })
      .where('id', '=', second.waveId)
      .execute();
    const { trend } = await page(second);
    expect(trend.map(({ broken }) => broken)).toEqual([null, null]);
  });

  test('a wording that names its reader reads with its fallback where nobody is asked', async () => {
    const question = { ...questionOf('q1', 'csat', { low: 'bad', high: 'good' }) };
    const asked = { ...question, wording: 'How is it at {{account.name|your company}}?' } as Question;
    const set = await hear([asked], [{ q1: '3' }]);
    const [wave] = await listWaves(open.house.db, set.desk.workspace);
    const [lane] = await readLanes(open.house.db, set.desk.workspace, wave!);
    expect(lane!.questions[0]!.wording).toBe('How is it at your company?');
  });
});
