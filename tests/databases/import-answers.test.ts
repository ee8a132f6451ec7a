import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rowsOf } from '#app/answering/import/answer-import.ts';
import { bringInAnswers } from '#app/answering/import/bring-in-answers.server.ts';
import { listUnplaced } from '#app/answering/unplaced/list-unplaced.server.ts';
import { placeAnswers } from '#app/answering/unplaced/place-answers.server.ts';
import { BATCH } from '#app/audience/import/row-batches.server.ts';
import { startImports } from '#app/audience/start-imports.server.ts';
import { countAnswers } from '#app/results/count-answers.server.ts';
import { readAnswers } from '#app/results/read-answers.server.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { anotherDesk, type Desk, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';
import {
  bringAnswers,
  checkAnswers,
  declareAnswers,
  type PastAnswers,
  readImportPage,
  uploadAnswers,
  workOn,
} from '#tests/support/past-answers.ts';

const TARGETS = {
  Role: 'persona',
  Score: 'score',
  Date: 'date',
  Company: 'account',
  Comment: 'verbatim',
  Email: 'email',
} as const;
const HEADER = 'Role,Score,Date,Company,Comment,Email\n';
const NPS = {
  scale: 'ltr_0_10',
  programmeName: 'Relationship',
  waveName: 'Spring 2024',
  confidentiality: 'attributed',
};
const WORDS = { Buyer: 'buyer', User: 'end_user' };

const file = (rows: string, rest: Partial<PastAnswers> = {}): PastAnswers => ({
  bytes: HEADER + rows,
  targets: TARGETS,
  declaration: NPS,
  words: WORDS,
  ...rest,
});

describe.each(ENGINES)('a file of past answers on %s', (engine) => {
  let test: TestHouse;
  let desk: Desk;
  beforeAll(async () => {
    test = await openTestHouse({ engine });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    desk = await anotherDesk(test.house, 'Northwind Metrics');
  });

  /** Everything an import of answers may write, ids left out. */
  async function state(): Promise<string[]> {
    const { db } = desk.house;
    const { id } = desk.workspace;
    const responses = await db
      .selectFrom('response as r')
      .leftJoin('account as a', 'a.id', 'r.account_id')
      .leftJoin('person as p', 'p.id', 'r.person_id')
      .innerJoin('wave as w', 'w.id', 'r.wave_id')
      .select([
        'r.persona_id',
        'r.answered_at',
        'a.name as account',
        'p.name as person',
        'w.name as wave',
        'r.source',
      ])
      .where('r.workspace_id', '=', id)
      .execute();
    const tallies = [];
    for (const persona of ['buyer', 'end_user', 'influencer']) {
      const rows = await db
        .selectFrom('answer_tally as t')
        .select(['t.persona_id', 't.value', 't.people'])
        .where('t.workspace_id', '=', id)
        .where('t.persona_id', '=', persona)
        .execute();
      tallies.push(...rows);
    }
    const unplaced = await db
      .selectFrom('unplaced_answer')
      .select(['line', 'code', 'word'])
      .where('workspace_id', '=', id)
      .execute();
    return [...responses, ...tallies, ...unplaced].map((row) => JSON.stringify(row)).sort();
  }
  const report = async (importId: string) => (await readImportPage(desk, importId)).found.report;
  const unplaced = (search = '') => listUnplaced(desk.house.db, desk.workspace, { search, after: null });
  const place = (which: Parameters<typeof placeAnswers>[2]['which'], personaId: string) =>
    placeAnswers(desk.house, desk.workspace, { which, personaId, actor: desk.memberId }, countAnswers);

  it('places by the words a person decided, with account, day, words and a person known here', async () => {
    await seat(desk, { name: 'Ruth Achterberg', account: 'Halvorsen Freight' });
    const importId = await bringAnswers(
      desk,
      file(
        'Buyer,9,2024-03-01,Halvorsen Freight,Clear price.,Ruth.Achterberg@people.example\nuser,3,2024-03-09,New Foods,,nobody@known.example\n',
      ),
    );
    expect(await report(importId)).toMatchObject({ placed: { buyer: 1, end_user: 1 }, newAccounts: 1 });
    const { db } = desk.house;
    const asked = { waveId: null, personaId: 'buyer', search: '' };
    const page = await readAnswers(db, desk.workspace, asked, await readThresholds(db, desk.workspace));
    expect(page!.answers).toMatchObject([
      {
        score: 9,
        words: 'Clear price.',
        answeredAt: Date.parse('2024-03-01'),
        by: { name: 'Ruth Achterberg', account: 'Halvorsen Freight' },
      },
    ]);
    expect(page!.wave).toMatchObject({
      name: 'Spring 2024',
      origin: 'imported',
      sentAt: Date.parse('2024-03-01'),
      closedAt: Date.parse('2024-03-09'),
    });
    const people = await db
      .selectFrom('person')
      .select('name')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    expect(people).toEqual([{ name: 'Ruth Achterberg' }]);
  });

  it('sets aside what is outside the scale and never moves it into the scale', async () => {
    const rows =
      'Buyer,11,2024-03-01,,,\nBuyer,-1,2024-03-01,,,\nBuyer,9.5,2024-03-01,,,\nBuyer,10,2024-03-01,,,\n';
    const importId = await bringAnswers(desk, file(rows));
    expect(await report(importId)).toMatchObject({
      placed: { buyer: 1 },
      setAside: { OUT_OF_RANGE: 2, NOT_WHOLE: 1 },
    });
    const { rejects } = await readImportPage(desk, importId);
    expect(rejects.map(({ line, reason }) => [line, reason.sentence])).toEqual([
      [2, '“11” is outside 0 to 10.'],
      [3, '“-1” is outside 0 to 10.'],
      [4, '“9.5” is no whole number.'],
    ]);
    expect((await state()).filter((row) => row.includes('"people"'))).toEqual([
      '{"persona_id":"buyer","value":"10","people":1}',
    ]);
  });

  it('takes a code for blank only when it was declared so', async () => {
    const rows = 'Buyer,99,2024-03-01,,,\nBuyer,99,2024-03-01,,But I have words,\n';
    const importId = await bringAnswers(desk, file(rows, { declaration: { ...NPS, blanks: '99' } }));
    expect(await report(importId)).toMatchObject({ placed: { buyer: 1 }, silent: 1, setAside: {} });
    const other = await uploadAnswers(desk, HEADER + rows);
    const chosen = await declareAnswers(desk, other, {
      targets: TARGETS,
      declaration: { ...NPS, blanks: '9, 99' },
    });
    expect(chosen).toEqual({
      kind: 'invalid',
      faults: [{ field: 'blanks', message: '9 is an answer on 0 to 10, so it can’t stand for “no answer”.' }],
    });
  });

  it('keeps answers without a role readable and out of every figure: 100 received, 62 placed, 38 unplaced', async () => {
    const rows = Array.from(
      { length: 100 },
      (_, at) => `${at < 62 ? 'Buyer' : ''},8,2024-03-01,,word ${at},`,
    );
    const importId = await bringAnswers(desk, file(`${rows.join('\n')}\n`));
    const done = await report(importId);
    expect(done).toMatchObject({ placed: { buyer: 62 }, unplaced: { ROLE_MISSING: 38 } });
    expect(rowsOf(done)).toBe(100);
    expect((await unplaced()).total).toBe(38);
    expect((await unplaced('WORD 99')).answers).toMatchObject([
      { line: 101, row: { words: 'word 99', score: 8 } },
    ]);
    expect((await state()).filter((row) => row.includes('"people"'))).toEqual([
      '{"persona_id":"buyer","value":"8","people":62}',
    ]);
  });

  it('asks which of two roles it was, and places neither by itself', async () => {
    await bringAnswers(desk, file('Buyer; User,8,2024-03-01,,,\nBuyer/User,9,2024-03-01,,,\n'));
    const { answers, words } = await unplaced();
    expect(answers.map(({ code, reason }) => [code, reason])).toEqual([
      ['TWO_HATS', '“Buyer” and “User” are two roles. In which one was this answered?'],
      ['TWO_HATS', '“Buyer” and “User” are two roles. In which one was this answered?'],
    ]);
    expect(words).toEqual([]);
  });

  it('brought in twice changes nothing, also after answers were placed', async () => {
    const rows =
      'Buyer,9,2024-03-01,Halvorsen,Fine.,\nChampion,7,2024-03-02,,,\n,6,2024-03-03,,,\nBuyer,12,2024-03-03,,,\n';
    await bringAnswers(desk, file(rows));
    const before = await state();
    const again = await bringAnswers(desk, file(rows));
    expect(await report(again)).toMatchObject({
      alreadyHere: 3,
      placed: {},
      unplaced: {},
      setAside: { OUT_OF_RANGE: 1 },
    });
    expect(await state()).toEqual(before);
    const [word] = (await unplaced()).words;
    expect(await place({ ...word!, kind: 'word' }, 'influencer')).toEqual({ kind: 'placed', answers: 1 });
    const placed = await state();
    await bringAnswers(desk, file(rows));
    expect(await state()).toEqual(placed);
  });

  it('stopped between two batches goes on at the next row and counts none twice', async () => {
    const rows = Array.from({ length: 450 }, (_, at) => `Buyer,${at % 11},2024-03-01,,,`).join('\n');
    const importId = await checkAnswers(desk, file(`${rows}\n`));
    await bringInAnswers(desk.house, desk.workspace, { importId, actor: desk.memberId });
    let asked = 0;
    expect(await workOn(desk, importId, () => asked++ === 1)).toEqual({ kind: 'stopped' });
    expect((await readImportPage(desk, importId)).found).toMatchObject({
      state: 'running',
      rowsRead: BATCH[engine],
    });
    expect(await workOn(desk, importId)).toEqual({ kind: 'finished' });
    expect(await report(importId)).toMatchObject({ placed: { buyer: 450 }, alreadyHere: 0 });
    const people = (await state()).flatMap((row) => JSON.parse(row).people ?? []);
    expect(people.reduce((sum, count) => sum + count, 0)).toBe(450);
  });

  it('waits for its own job: the one for people leaves it alone', async () => {
    const importId = await uploadAnswers(desk, `${HEADER}Buyer,9,2024-03-01,,,\n`);
    await declareAnswers(desk, importId, { targets: TARGETS, declaration: NPS });
    await startImports(desk.house).stop();
    expect((await readImportPage(desk, importId)).found.state).toBe('checking');
  });

  it('that answered in words is refused as a score, whatever it is said to be', async () => {
    const bytes = `${HEADER}Buyer,Absolutely,2024-03-01,,,\nUser,Probably not,2024-03-01,,,\n`;
    for (const scale of ['verbal', 'ltr_0_10']) {
      const importId = await uploadAnswers(desk, bytes);
      const chosen = await declareAnswers(desk, importId, {
        targets: TARGETS,
        declaration: { ...NPS, scale },
      });
      expect(chosen).toMatchObject({ kind: 'invalid', faults: [{ field: 'scale' }] });
      expect(JSON.stringify(chosen)).toContain(
        'This asks how likely they are to recommend, but not 0–10. No NPS',
      );
    }
  });

  const other = { scale: 'other_0_10', concept: 'Support', wording: 'How was support?' };
  it.each([
    ['an NPS by another name', { ...other, concept: 'Support NPS' }, 'concept'],
    ['a scale without its question', { scale: 'other_0_10' }, 'concept'],
    ['a rating without its ends', { ...other, scale: 'rating_1_5' }, 'low'],
    ['no scale at all', {}, 'scale'],
  ])('is not taken with %s', async (_, declared, field) => {
    const importId = await uploadAnswers(desk, `${HEADER}Buyer,4,2024-03-01,,,\n`);
    const { scale: _scale, ...rest } = NPS;
    const chosen = await declareAnswers(desk, importId, {
      targets: TARGETS,
      declaration: { ...rest, ...declared },
    });
    if (chosen.kind !== 'invalid') throw new Error(chosen.kind);
    expect(chosen.faults[0]?.field).toBe(field);
  });

  it('goes to a wave of the same question and the same promise, or to one of its own', async () => {
    await bringAnswers(desk, file('Buyer,9,2024-03-01,,,\n'));
    const importId = await uploadAnswers(desk, `${HEADER}Buyer,4,2024-03-01,,,\n`);
    const declare = (declaration: Record<string, string>) =>
      declareAnswers(desk, importId, { targets: TARGETS, declaration });
    expect(await declare({ ...NPS, ...other })).toMatchObject({
      kind: 'invalid',
      faults: [{ field: 'waveName' }],
    });
    expect(await declare({ ...NPS, confidentiality: 'confidential' })).toMatchObject({
      kind: 'invalid',
      faults: [{ field: 'confidentiality' }],
    });
    expect(await declare({ ...NPS, ...other, waveName: 'Support 2024' })).toEqual({ kind: 'checking' });
  });

  it('takes no e-mail where nobody was to be known, and no day that is still to come', async () => {
    const importId = await uploadAnswers(desk, `${HEADER}Buyer,4,2031-03-01,,,\n`);
    const secret = { ...NPS, confidentiality: 'unlinkable' };
    expect(await declareAnswers(desk, importId, { targets: TARGETS, declaration: secret })).toMatchObject({
      kind: 'invalid',
      faults: [{ field: 'columns' }],
    });
    await declareAnswers(desk, importId, { targets: TARGETS, declaration: NPS });
    await workOn(desk, importId);
    expect((await readImportPage(desk, importId)).rejects).toMatchObject([
      { reason: { sentence: '2031-03-01 is still to come.' } },
    ]);
  });

  it('is placed later word by word or answer by answer, and counts from then on', async () => {
    await bringAnswers(
      desk,
      file('Champion,7,2024-03-02,,,\nCHAMPION,8,2024-03-02,,,\n,6,2024-03-03,,,\nSponsor,2,2024-03-03,,,\n'),
    );
    const { words, answers } = await unplaced();
    expect(words.map(({ word, answers: waiting }) => [word.toLowerCase(), waiting])).toEqual([
      ['champion', 2],
      ['sponsor', 1],
    ]);
    expect(await place({ ...words[0]!, kind: 'word' }, 'no such persona')).toEqual({
      kind: 'unknown_persona',
    });
    expect(await place({ ...words[0]!, kind: 'word' }, 'influencer')).toEqual({ kind: 'placed', answers: 2 });
    expect(await place({ ...words[0]!, kind: 'word' }, 'influencer')).toEqual({ kind: 'nothing' });
    const blank = answers.find(({ code }) => code === 'ROLE_MISSING')!;
    expect(await place({ kind: 'word', waveId: blank.waveId, wordKey: '' }, 'buyer')).toEqual({
      kind: 'nothing',
    });
    expect(await place({ kind: 'answer', id: blank.id }, 'buyer')).toEqual({ kind: 'placed', answers: 1 });
    expect((await state()).filter((row) => row.includes('"people"'))).toEqual([
      '{"persona_id":"buyer","value":"6","people":1}',
      '{"persona_id":"influencer","value":"7","people":1}',
      '{"persona_id":"influencer","value":"8","people":1}',
    ]);
    expect((await unplaced()).total).toBe(1);
  });
});
