import { parquetReadObjects } from 'hyparquet';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY } from '#app/platform/clock.ts';
import { createProgramme } from '#app/programme/create-programme.server.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { answerNamedRequest } from '#app/results/wire/answer-named-request.server.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { type Form, hearAgain, hearSet, questionOf, THREE } from '#tests/support/asked-set.ts';
import { anotherDesk, type Desk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { csvCells, csvRows, exported, order } from '#tests/support/exports.ts';
import { heardWave, QUESTION, scoresOf } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { bringAnswers, declareAnswers, uploadAnswers } from '#tests/support/past-answers.ts';
import { closeAndRelease } from '#tests/support/release.ts';
import { publishWithWhy } from '#tests/support/with-why.ts';

type FigureJson = { score: number; computed: object; unrounded: object | null };

const PAST = { scale: 'ltr_0_10', confidentiality: 'attributed' };
/** `property-translation-1` of the reference file: every persona of the second stands 20 points higher. */
const LOW = { end_user: scoresOf({ P: 5, Q: 3, D: 2 }), buyer: scoresOf({ P: 2, Q: 4, D: 4 }) };
const HIGH = { end_user: scoresOf({ P: 6, Q: 3, D: 1 }), buyer: scoresOf({ P: 3, Q: 4, D: 3 }) };
const HEAD = ['persona', 'persona_at_invite', 'account', 'wave', 'programme', 'answered_on'];

describe.each(ENGINES)('the files of an export on %s', (engine) => {
  let open: TestHouse;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  const aDesk = () => anotherDesk(open.house, 'Northwind Metrics');

  async function programmeOf(desk: Desk, waveId: string): Promise<string> {
    const row = await desk.house.db
      .selectFrom('wave')
      .select('programme_id')
      .where('workspace_id', '=', desk.workspace.id)
      .where('id', '=', waveId)
      .executeTakeFirstOrThrow();
    return row.programme_id;
  }

  async function rowsOf(desk: Desk, waveId: string, format: 'csv' | 'xlsx' | 'ndjson' | 'parquet' = 'csv') {
    return exported(desk, { what: 'rows', format, programmeId: await programmeOf(desk, waveId), waveId });
  }

  test('a line for each response, its persona first, and a column of scores for each persona', async () => {
    const desk = await aDesk();
    const waveId = await heardWave(desk, { end_user: [9, 8], buyer: [10] });
    const files = await rowsOf(desk, waveId);
    expect(Object.keys(files)).toEqual(['answers.csv', 'questions.csv', 'README.txt']);
    const [header, ...lines] = csvCells(files['answers.csv']!);
    expect(header!.slice(0, 6)).toEqual(HEAD);
    expect(header!.slice(-2)).toEqual([`end_user.${QUESTION}`, `buyer.${QUESTION}`]);
    const told = lines.map((cells) => [cells[0], cells[2], ...cells.slice(-2)]);
    expect(told.map(([persona]) => persona)).toEqual(['End-user', 'End-user', 'Buyer']);
    expect(told.toSorted()).toEqual([
      ['Buyer', 'Account 0', '', '10'],
      ['End-user', 'Account 0', '9', ''],
      ['End-user', 'Account 1', '8', ''],
    ]);
    expect(files['README.txt']!.toString()).toContain('Scores are comparable only within one persona.');
  });

  test('the same as NDJSON, a workbook and Parquet, each read by another reader', async () => {
    const desk = await aDesk();
    const questions = [
      questionOf('q1', 'multiple', { options: THREE }),
      questionOf('q2', 'csat', { low: 'bad', high: 'good' }),
      questionOf('q3', 'text'),
      questionOf('q4', 'number', { declinable: true }),
    ];
    const forms: Form[] = [
      { q1: ['o1', 'o3'], q2: '4', q3: '=1+1', q4: '12' },
      { q1: ['o2'], q2: '1', 'q4.declined': 'on' },
    ];
    const { waveId } = await hearSet(desk, questions, { buyer: forms });
    const lines = (await rowsOf(desk, waveId, 'ndjson'))['answers.ndjson']!.toString().trimEnd().split('\n');
    const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(Object.keys(parsed[0]!).slice(0, 3)).toEqual(['persona', 'persona_at_invite', 'account']);
    const asked = { 'buyer.q1': ['o1', 'o3'], 'buyer.q2': 4, 'buyer.q3': '=1+1', 'buyer.q4': 12 };
    expect(parsed.find((row) => row['buyer.q2'] === 4)).toMatchObject(asked);
    const book = (await rowsOf(desk, waveId, 'xlsx'))['answers.xlsx']!;
    const [labels, keys, ...lined] = await readSheet(book, 'Data');
    expect(labels!.at(-4)).toBe('Buyer: Question q1?');
    expect(keys!.slice(0, 6)).toEqual(HEAD);
    expect(lined.map((cells) => cells.slice(-4))).toContainEqual(['Price; Support', 4, '=1+1', 12]);
    expect((await readSheet(book, 'Read me')).flat()).toContain(
      'Scores are comparable only within one persona.',
    );
    const bytes = (await rowsOf(desk, waveId, 'parquet'))['answers.parquet']!;
    const objects = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    expect(objects.find((row) => row['buyer.q2'] === 4)).toMatchObject({
      ...asked,
      'buyer.q1': 'o1; o3',
      'buyer.q1.is.o2': false,
      declined: null,
    });
    expect(objects.find((row) => row['buyer.q2'] === 1)).toMatchObject({
      'buyer.q4': null,
      declined: 'buyer.q4',
    });
  });

  test('a programme in one file: the same question shares a column, one that was worded anew has its own', async () => {
    const desk = await aDesk();
    const asked = [questionOf('q1', 'recommend'), questionOf('q2', 'csat', { low: 'a', high: 'b' })];
    const set = await hearSet(desk, asked, { buyer: [{ q1: '9', q2: '1' }] });
    open.clock.advance(60 * DAY);
    const anew = [asked[0]!, questionOf('q2', 'csat', { low: 'a', high: 'b', wording: 'And now?' })];
    await hearAgain(set, 'Spring 2028', anew, { buyer: [{ q1: '3', q2: '5' }] });
    const files = await exported(desk, { what: 'rows', format: 'csv', programmeId: set.programmeId });
    const rows = csvRows(files['answers.csv']!);
    expect(rows.map((row) => [row.wave, row['buyer.q1'], row['buyer.q2'], row['buyer.q2~2']])).toEqual([
      ['Spring 2028', '3', '5', ''],
      ['Winter 2027', '9', '', '1'],
    ]);
  });

  test('answers without a confirmed role lie in a file of their own', async () => {
    const desk = await aDesk();
    await bringAnswers(desk, {
      bytes: 'Role,Score,Date\nBuyer,9,2024-01-02\nWizard,1,2024-01-02\n',
      targets: { Role: 'persona', Score: 'score', Date: 'date' },
      declaration: { ...PAST, programmeName: 'Relationship', waveName: 'Spring 2024' },
      words: { Buyer: 'buyer', Wizard: null },
    });
    const [wave] = await desk.house.db
      .selectFrom('wave')
      .select('id')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    const files = await rowsOf(desk, wave!.id);
    expect(csvRows(files['answers.csv']!).map(({ persona }) => persona)).toEqual(['Buyer']);
    expect(csvRows(files['unplaced.csv']!)).toMatchObject([
      { role_as_written: 'Wizard', score_of_nobody: '1' },
    ]);
    expect(files['README.txt']!.toString()).toContain('in no figure: 1.');
  });

  /** The file again without what its first two columns say. */
  async function torn(desk: Desk, isCut: boolean): Promise<string> {
    const waveId = await heardWave(desk, { end_user: [9, 9, 2], buyer: [1, 2] });
    const [header, ...lines] = csvCells((await rowsOf(desk, waveId))['answers.csv']!);
    const blank = lines.map((cells) => cells.map((cell, at) => (at < 2 ? '' : cell)));
    return [header!, ...blank].map((cells) => cells.slice(isCut ? 2 : 0).join(',')).join('\r\n');
  }
  const AGAIN = {
    targets: { persona: 'persona', [`end_user.${QUESTION}`]: 'score', answered_on: 'date' },
    declaration: { ...PAST, programmeName: 'Torn', waveName: 'Torn' },
  } as const;

  test('brought back with its column of personas deleted, nothing of it is taken in (case 61)', async () => {
    const desk = await aDesk();
    const importId = await uploadAnswers(desk, await torn(desk, true));
    expect(await declareAnswers(desk, importId, AGAIN)).toMatchObject({
      kind: 'invalid',
      faults: [{ field: 'columns' }],
    });
  });

  test('brought back with its personas blanked, every line of it waits for a role (case 61)', async () => {
    const desk = await aDesk();
    await bringAnswers(desk, { bytes: await torn(desk, false), ...AGAIN });
    const of = (table: 'response' | 'unplaced_answer') =>
      desk.house.db
        .selectFrom(table)
        .innerJoin('wave as w', 'w.id', `${table}.wave_id`)
        .select(`${table}.id`)
        .where(`${table}.workspace_id`, '=', desk.workspace.id)
        .where('w.name', '=', 'Torn')
        .execute();
    expect([(await of('response')).length, (await of('unplaced_answer')).length]).toEqual([0, 3]);
  });

  test.each(['csv', 'xlsx', 'ndjson', 'parquet'] as const)(
    'of a confidential wave there are no rows as %s, and the figures are there instead',
    async (format) => {
      const desk = await aDesk();
      const { waveId } = await publishWithWhy(desk, 'confidential');
      for (let i = 0; i < 12; i += 1) {
        const who = { name: `Quiet ${i}`, account: `Quiet account ${i}`, personaIds: ['advocate'] };
        const token = await ask(desk, waveId, { ...who, email: `quiet${i}@q.example` });
        await answer(desk.house, token, { q1: '9', q2: `Secret ${i}` });
      }
      await closeAndRelease(desk, waveId);
      const wanted = { what: 'rows', format, programmeId: await programmeOf(desk, waveId) } as const;
      for (const wave of [waveId, null]) {
        const refused = await order(desk, { ...wanted, waveId: wave });
        expect(refused).toMatchObject({
          kind: 'in_confidence',
          figures: [{ persona: { id: 'advocate' }, n: 10, score: 100 }],
        });
      }
      const refusals = await desk.house.db
        .selectFrom('refusal')
        .select('code')
        .where('workspace_id', '=', desk.workspace.id)
        .execute();
      // The same twice is one: an asker counts once a day.
      expect(refusals.map(({ code }) => code)).toEqual(['EXPORT_IN_CONFIDENCE']);
      if (format !== 'csv' && format !== 'xlsx') return;
      const files = await exported(desk, { ...wanted, what: 'figures', waveId });
      const all = Buffer.concat(Object.values(files)).toString();
      expect(all).not.toMatch(/quiet|secret/i);
    },
  );

  test('of an unlinkable wave there are rows once it is closed, without day, name, account or words', async () => {
    const desk = await aDesk();
    const named = { name: 'In the dark', senderName: 'Ifeoma', confidentiality: 'unlinkable' as const };
    const { id: programmeId } = await createProgramme(desk.house, desk.workspace, {
      ...named,
      ownerId: desk.memberId,
    });
    const { waveId } = await draftWave(desk, ['buyer'], programmeId);
    const scores = ['3', '9', '4', '8', '5', '7', '6', '10', '0', '2', '1'];
    for (const [i, q1] of scores.entries()) {
      const who = { name: `Dark ${i}`, account: `Dark account ${i}`, personaIds: ['buyer'] };
      await answer(desk.house, await ask(desk, waveId, { ...who, email: `dark${i}@q.example` }), { q1 });
    }
    const wanted = { what: 'rows', format: 'csv', programmeId, waveId } as const;
    expect(await order(desk, wanted)).toMatchObject({ kind: 'not_closed' });
    await closeAndRelease(desk, waveId);
    const { 'answers.csv': file } = await exported(desk, wanted);
    const rows = csvRows(file!);
    expect(rows).toHaveLength(scores.length);
    expect(file!.toString()).not.toMatch(/dark (account )?\d|dark\d|\b(per|acc|res)_|T\d\d:/i);
    for (const row of rows) expect(row).toMatchObject({ persona: 'Buyer', answered_at: '', account: '' });
    // In the order of what was said, which is not that in which they said it.
    const given = rows.map((row) => row['buyer.q1']);
    expect(given).not.toEqual(scores);
    expect(given.toSorted()).toEqual(scores.toSorted());
  });

  test('figures as JSON hold what each was computed from, and as a table no figure over several personas', async () => {
    const desk = await aDesk();
    const scores = { end_user: [9, 9, 9, 9, 9, 2], buyer: [1, 2, 1, 2, 1] };
    const waveId = await heardWave(desk, scores);
    const programmeId = await programmeOf(desk, waveId);
    const json = await exported(desk, { what: 'figures', format: 'json', programmeId, waveId });
    const document = JSON.parse(json['figures.json']!.toString()) as {
      waves: { by_persona: { persona: { id: string }; figure: FigureJson; inputs: unknown }[] }[];
    };
    const [ends, buyers] = document.waves[0]!.by_persona;
    expect(ends).toMatchObject({
      persona: { id: 'end_user' },
      responses: 6,
      inputs: { counts: { promoters: 5, passives: 0, detractors: 1 } },
    });
    expect((ends!.inputs as { by_account: unknown[] }).by_account).toHaveLength(6);
    const thresholds = await readThresholds(desk.house.db, desk.workspace);
    const asked = { waveId, personas: ['buyer'] };
    const said = await answerNamedRequest(desk.house.db, desk.workspace, asked, thresholds);
    if (said.kind !== 'of_persona') throw new Error(said.kind);
    expect(buyers!.figure.score).toBe(Math.round(said.figure!.score!));
    // All six were heard, so nothing is left to chance.
    expect(ends!.figure).toMatchObject({
      score: 67,
      computed: { method: 'census', confidence: null },
      unrounded: { score: expect.closeTo(200 / 3, 9), per_person: expect.closeTo(200 / 3, 9) },
    });
    const table = await exported(desk, { what: 'figures', format: 'csv', programmeId, waveId });
    const total = csvRows(table['figures.csv']!).at(-1)!;
    const none = 'not defined across personas';
    expect(total).toMatchObject({ persona: 'All personas', heard: '11', score: none, percent: none });
    expect(Object.values(total).filter((cell) => /^-?\d/.test(cell))).toEqual(['11', '11']);
  });

  test('raise every persona by the same amount: what names no persona does not move', async () => {
    const told: unknown[] = [];
    for (const scores of [LOW, HIGH]) {
      const desk = await aDesk();
      const waveId = await heardWave(desk, scores);
      const of = { programmeId: await programmeOf(desk, waveId), waveId };
      const json = await exported(desk, { what: 'figures', format: 'json', ...of });
      const { waves, ...document } = JSON.parse(json['figures.json']!.toString());
      const table = csvRows(
        (await exported(desk, { what: 'figures', format: 'csv', ...of }))['figures.csv']!,
      );
      const rows = csvRows((await rowsOf(desk, waveId))['answers.csv']!);
      const personas = new Set(['End-user', 'Buyer']);
      // Every line is of one persona, and scores of two never share a column.
      for (const row of rows)
        expect(
          Object.keys(row)
            .filter((name) => name.includes('.') && row[name] !== '')
            .map((name) => name.split('.')[0]),
        ).toEqual([row.persona_id]);
      told.push({
        ...document,
        waves: waves.map(({ by_persona, wave: _, programme: __, ...wave }: Record<string, unknown>) => wave),
        nobodys: table.filter(({ persona }) => !personas.has(persona!)),
        responses: rows.length,
      });
    }
    expect(told[1]).toEqual(told[0]);
  });
});
