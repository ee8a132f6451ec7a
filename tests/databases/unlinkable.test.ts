import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evenOutMarks } from '#app/answering/even-out-marks.server.ts';
import { openLink } from '#app/answering/open-link.server.ts';
import { saveBegun } from '#app/answering/save-begun.server.ts';
import { createProgramme } from '#app/programme/create-programme.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { connect } from '#db/connection.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { type Desk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

const PEOPLE = 12;

/** Somebody with the whole database in hand tries to join answers to names. */
describe.each(ENGINES)('an unlinkable programme on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let waveId: string;
  const tokens: string[] = [];
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    const { id } = await createProgramme(desk.house, desk.workspace, {
      name: 'In the dark',
      senderName: 'Ifeoma Okonkwo',
      confidentiality: 'unlinkable',
      ownerId: desk.memberId,
    });
    ({ waveId } = await draftWave(desk, ['buyer'], id));
    for (let i = 0; i < PEOPLE; i += 1)
      tokens.push(
        await ask(desk, waveId, { name: `Person ${i}`, personaIds: ['buyer'], account: `Account ${i}` }),
      );
    // They answer in another order than they were asked in.
    for (const token of tokens.toReversed()) {
      open.clock.advance(61_000);
      expect((await answer(desk.house, token, { q1: '7' })).kind).toBe('kept');
    }
  });
  afterAll(() => open.close());

  async function rows<T>(query: string): Promise<T[]> {
    const plain = connect(desk.house.env.databaseUrl);
    const found = await sql.raw<T>(query).execute(plain.db);
    await plain.close();
    return found.rows;
  }

  test('keeps nothing in a response that is also a value of an invitation, person, account or link', async () => {
    const responses = await rows<Record<string, unknown>>('select * from response');
    expect(responses).toHaveLength(PEOPLE);
    const kept = new Set<unknown>(
      responses.flatMap((row) => Object.values(row)).filter((value) => value !== null),
    );
    const shared = new Set<unknown>();
    for (const table of ['invitation', 'person', 'account', 'role_assignment', 'link', 'answered_invitation'])
      for (const row of await rows<Record<string, unknown>>(`select * from ${table}`))
        for (const value of Object.values(row)) if (kept.has(value)) shared.add(value);
    const lane = new Set<unknown>([desk.workspace.id, waveId, 'buyer', responses[0]!.survey_version_id]);
    expect([...shared].filter((value) => !lane.has(value))).toEqual([]);
  });

  test('keeps no time but the day, and ids that do not grow with it', async () => {
    const responses = await rows<{
      id: string;
      submit_id: string;
      answered_at: unknown;
      received_at: unknown;
    }>('select id, submit_id, answered_at, received_at from response');
    for (const { answered_at, received_at } of responses) {
      expect(Number(answered_at) % 86_400_000).toBe(0);
      expect(received_at).toEqual(answered_at);
    }
    for (const ids of [responses.map(({ id }) => id), responses.map(({ submit_id }) => submit_id)])
      for (const id of ids) expect(id[14]).toBe('4');
  });

  test('keeps no order of marks to lay beside that of responses, nor the transaction that wrote both', async () => {
    await evenOutMarks(desk.house, new Map());
    const marks = await rows<{ invitation_id: string; wrote?: string }>(
      engine === 'postgres'
        ? 'select invitation_id, xmin::text as wrote from answered_invitation order by ctid'
        : 'select invitation_id from answered_invitation',
    );
    expect(marks).toHaveLength(PEOPLE);
    const ids = marks.map(({ invitation_id }) => invitation_id);
    expect(ids).toEqual(ids.toSorted());
    if (engine === 'sqlite') {
      await expect(rows('select rowid from answered_invitation')).rejects.toThrow('no such column: rowid');
      return;
    }
    const wrote = new Set(marks.map((mark) => mark.wrote));
    expect(wrote.size).toBe(1);
    const responses = await rows<{ wrote: string }>('select xmin::text as wrote from response');
    expect(responses.some((response) => wrote.has(response.wrote))).toBe(false);
  });

  test('answers once by each link, and says so without a time', async () => {
    expect(await answer(desk.house, tokens[0]!, { q1: '2' })).toMatchObject({
      kind: 'kept_before',
      same: true,
    });
    const link = await openLink(desk.house.db, tokens[0]!, desk.house.clock.now());
    expect(link).toMatchObject({ kind: 'received', answeredAt: null, submitId: null });
    expect(await rows('select id from response')).toHaveLength(PEOPLE);
  });

  test('two presses of one link at the same moment are one response', async () => {
    const token = await ask(desk, waveId, { name: 'Twice Pressed', personaIds: ['buyer'] });
    await Promise.all(['3', '9'].map((q1) => answer(desk.house, token, { q1 })));
    expect(await rows('select id from response')).toHaveLength(PEOPLE + 1);
    await countWaiting(desk.house);
    const [heard] = await rows<{ responses: unknown }>('select responses from lane_heard');
    expect(Number(heard!.responses)).toBe(PEOPLE + 1);
  });

  test('keeps nothing of what is begun and not sent', async () => {
    const token = await ask(desk, waveId, { name: 'Half Way', personaIds: ['buyer'] });
    const link = await openLink(desk.house.db, token, desk.house.clock.now());
    if (link.kind !== 'open') throw new Error(link.kind);
    const saving = { given: new Map([['q1', ['7']]]), shown: new Set(['q1']), page: 0, revision: 0 };
    const saved = await saveBegun(desk.house, { ...saving, door: link.door, deviceHash: 'a device' });
    expect(saved.kind).toBe('not_kept');
    expect(await rows('select * from begun_response')).toEqual([]);
  });

  test('does not become another promise, whoever writes', async () => {
    await expect(rows("update programme set confidentiality = 'attributed'")).rejects.toThrow('FROZEN');
  });

  test('refuses a response that names somebody after all', async () => {
    const named = (column: string, from: string) =>
      rows(
        `insert into response select workspace_id, '00000000-0000-4000-8000-00000000000a', wave_id, persona_id, survey_version_id, source, invitation_id, import_id, held_id, persona_at_invite, role_assignment_id, ${column === 'person_id' ? `(select id from ${from} limit 1)` : 'person_id'}, ${column === 'account_id' ? `(select id from ${from} limit 1)` : 'account_id'}, confidentiality, language, '00000000-0000-4000-8000-00000000000b', answered_at, received_at from response limit 1`,
      );
    if (engine === 'postgres') return;
    await expect(named('person_id', 'person')).rejects.toThrow('CHECK');
    await expect(named('account_id', 'account')).rejects.toThrow('CHECK');
  });
});
