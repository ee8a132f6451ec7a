import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY } from '#app/platform/clock.ts';
import { createProgramme } from '#app/programme/create-programme.server.ts';
import { makeFiles } from '#app/results/export/make-files.server.ts';
import { pageResponseRows, type ResponseRow } from '#app/results/wire/response.store.server.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { csvRows, exported, listed, order } from '#tests/support/exports.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { bringAnswers } from '#tests/support/past-answers.ts';
import { closeAndRelease } from '#tests/support/release.ts';

const FILE = `Role,Account,Score,Words,Date
Buyer,Tower A,9,Secret a,2024-01-02
Wizard,Tower B,1,Secret b,2024-01-03
Wizard,Tower C,2,Secret c,2024-01-04
,Tower D,3,Secret d,2024-01-05
`;

/** Whether a file tells one person of those who were promised that none is told. */
describe.each(ENGINES)('exports of answers given in confidence on %s', (engine) => {
  let open: TestHouse;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());

  /** So many of each persona answered, and no more may. */
  async function heardQuietly(
    promise: 'confidential' | 'unlinkable',
    people: Readonly<Record<string, number>>,
    apart = 0,
  ): Promise<{ desk: Desk; programmeId: string; waveId: string }> {
    const desk = await anotherDesk(open.house, 'Northwind Metrics');
    const named = { name: 'Quiet', senderName: 'Ifeoma', confidentiality: promise, ownerId: desk.memberId };
    const { id: programmeId } = await createProgramme(desk.house, desk.workspace, named);
    const { waveId } = await draftWave(desk, Object.keys(people), programmeId);
    for (const [personaId, count] of Object.entries(people))
      for (let i = 0; i < count; i += 1) {
        const who = { name: `${personaId} ${i}`, account: `Quiet ${i}`, personaIds: [personaId] };
        const token = await ask(desk, waveId, { ...who, email: `${personaId}${i}@q.example` });
        open.clock.advance(apart);
        await answer(desk.house, token, { q1: String(i % 11) });
      }
    await closeAndRelease(desk, waveId);
    return { desk, programmeId, waveId };
  }

  test('figures tell how many answered as a band, and of all personas together nothing', async () => {
    const { desk, ...of } = await heardQuietly('confidential', { buyer: 12, advocate: 3 });
    const table = await exported(desk, { what: 'figures', format: 'csv', ...of });
    const rows = csvRows(table['figures.csv']!);
    expect(rows.at(-1)).toMatchObject({ persona: 'All personas', heard: '' });
    expect(rows.find(({ persona }) => persona === 'Buyer')).toMatchObject({ heard: '10 to 19' });
    const json = await exported(desk, { what: 'figures', format: 'json', ...of });
    const { waves } = JSON.parse(json['figures.json']!.toString()) as { waves: { by_persona: object[] }[] };
    expect(waves[0]!.by_persona).toMatchObject([
      { persona: { id: 'buyer' }, responses: 10, responses_to: 19 },
      { persona: { id: 'advocate' }, responses: null, responses_to: null },
    ]);
  });

  test('of answers without a role there is why and how many, and nothing of their lines', async () => {
    const desk = await anotherDesk(open.house, 'Northwind Metrics');
    await bringAnswers(desk, {
      bytes: FILE,
      targets: { Role: 'persona', Account: 'account', Score: 'score', Words: 'verbatim', Date: 'date' },
      declaration: {
        ...{ scale: 'ltr_0_10', confidentiality: 'unlinkable' },
        ...{ programmeName: 'Past', waveName: 'Spring 2024' },
      },
      words: { Buyer: 'buyer', Wizard: null },
    });
    const { id: waveId, programme_id: programmeId } = await desk.house.db
      .selectFrom('wave')
      .select(['id', 'programme_id'])
      .where('workspace_id', '=', desk.workspace.id)
      .executeTakeFirstOrThrow();
    const files = await exported(desk, { what: 'rows', format: 'csv', programmeId, waveId });
    const told = { wave: 'Spring 2024', programme: 'Past' };
    expect(csvRows(files['unplaced.csv']!)).toEqual([
      { ...told, why_not_placed: 'The word names no role', answers: '2' },
      { ...told, why_not_placed: 'No role in the file', answers: '1' },
    ]);
    expect(Buffer.concat(Object.values(files)).toString()).not.toMatch(/wizard|tower|secret|2024-01/i);
  });

  test.each(['confidential', 'unlinkable'] as const)(
    'the order of %s answers says nothing of when they came, on whichever page they are',
    async (promise) => {
      const { desk, waveId } = await heardQuietly(promise, { buyer: 12 }, DAY);
      const pin = { waveId, personaId: 'buyer', openedOnly: true };
      const read: ResponseRow[] = [];
      for (let page: ResponseRow[] | null = null; page === null || page.length > 0; read.push(...page)) {
        page = await pageResponseRows(desk.house.db, desk.workspace, pin, { after: read.at(-1), limit: 5 });
      }
      expect(new Set(read.map(({ id }) => id)).size).toBe(12);
      const drawn = read.map(({ id }) => id.slice(19));
      expect(drawn).toEqual(drawn.toSorted());
    },
  );

  test('rows to come are those that may be read one by one', async () => {
    const { desk, ...of } = await heardQuietly('unlinkable', { buyer: 12 });
    const ordered = await order(desk, { what: 'rows', format: 'ndjson', ...of });
    if (ordered.kind !== 'ordered') throw new Error(ordered.kind);
    const { total } = await makeFiles(desk.house.db, desk.workspace, (await listed(desk, ordered.id))!, 0);
    expect(total).toBe(12);
  });
});
