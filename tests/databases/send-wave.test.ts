import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeRole } from '#app/audience/close-role.server.ts';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { DAY } from '#app/platform/clock.ts';
import { addressHash } from '#app/programme/address-hash.server.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { rolesForPeople } from '#app/programme/roles-for-people.server.ts';
import { type QueueMessages, sendWave } from '#app/programme/send-wave.server.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import {
  anotherDesk,
  type Desk,
  draftWave,
  noMail,
  openProgramme,
  publishFor,
  seat,
} from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';

describe.each(ENGINES)('asking on %s', (engine) => {
  let testHouse: TestHouse;
  let desk: Desk;
  beforeAll(async () => {
    testHouse = await openTestHouse({ engine });
  });
  afterAll(() => testHouse.close());
  beforeEach(async () => {
    desk = await anotherDesk(testHouse.house, 'Northwind Metrics');
  });

  const piles = async (waveId: string) => {
    const sorted = await sortPiles(desk.house, desk.workspace, { waveId });
    if (sorted.kind !== 'sorted') throw new Error(sorted.kind);
    return sorted.piles;
  };
  const send = (waveId: string, roleIds: readonly string[], queue: QueueMessages = noMail) =>
    sendWave(desk.house, desk.workspace, { waveId, roleIds, actor: desk.memberId }, queue);
  const count = async (table: 'invitation' | 'link') => {
    const { rows } = await desk.house.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where('workspace_id', '=', desk.workspace.id)
      .executeTakeFirstOrThrow();
    return Number(rows);
  };

  test('people fall into three piles: ready, role missing, role stale', async () => {
    const { waveId } = await draftWave(desk, ['buyer']);
    const [stale] = await seat(desk, { name: 'Devika Nair', personaIds: ['buyer'] });
    testHouse.clock.advance(181 * DAY);
    const [ready] = await seat(desk, { name: 'Ruth Achterberg', personaIds: ['buyer'] });
    const [doubtful] = await seat(desk, {
      name: 'Björn Lindqvist',
      email: 'bjorn@people.example',
      personaIds: ['buyer'],
      confirmed: false,
    });
    await seat(desk, { name: 'Mei-Ling Chua', email: 'mei@people.example', title: 'Data Steward' });
    await seat(desk, { name: 'Yusuf Demir', title: 'Data Steward' });

    const sorted = await piles(waveId);
    expect(sorted.ready.map(({ roleId, held }) => [roleId, held])).toEqual([[ready, null]]);
    expect(sorted.stale.map(({ roleId }) => roleId).sort()).toEqual([stale, doubtful].sort());
    expect(sorted.missing).toEqual([{ title: 'Data Steward', people: 2 }]);
  });

  test('who holds another persona is known, not missing, and not part of this wave', async () => {
    const { waveId } = await draftWave(desk, ['buyer']);
    await seat(desk, { name: 'Yusuf Demir', personaIds: ['end_user'] });
    expect(await piles(waveId)).toEqual({ ready: [], stale: [], missing: [] });
  });

  test('held back, each with its reason: suppressed, without address, asked lately, two hats', async () => {
    const earlier = await draftWave(desk, ['end_user']);
    const { waveId } = await draftWave(desk, ['buyer', 'end_user']);
    const [rested] = await seat(desk, { name: 'Yusuf Demir', personaIds: ['end_user'] });
    const [suppressed] = await seat(desk, { name: 'Dana Reyes', personaIds: ['buyer'] });
    const [unreachable] = await seat(desk, { name: 'Takumi Arai', personaIds: ['buyer'], email: null });
    const hats = await seat(desk, { name: 'Rafael Ibarra', personaIds: ['buyer', 'end_user'] });
    await desk.house.db
      .insertInto('suppression')
      .values({
        workspace_id: desk.workspace.id,
        address_hash: addressHash(desk.house.env.appSecret, 'dana.reyes@people.example'),
        domain: 'people.example',
        reason: 'asked',
        created_at: 1,
      })
      .execute();
    await send(earlier.waveId, [rested!]);
    testHouse.clock.advance(14 * DAY);

    const held = new Map((await piles(waveId)).ready.map(({ roleId, held }) => [roleId, held?.reason]));
    expect(held.get(rested!)).toBe('asked_recently');
    expect(held.get(suppressed!)).toBe('suppressed');
    expect(held.get(unreachable!)).toBe('no_address');
    expect(hats.map((id) => held.get(id))).toEqual(['two_hats', 'two_hats']);

    testHouse.clock.advance(16 * DAY);
    const later = new Map((await piles(waveId)).ready.map(({ roleId, held }) => [roleId, held]));
    expect(later.get(rested!)).toBeNull();
  });

  test('a hat that was chosen is asked; what is held back for another reason is not', async () => {
    const { waveId } = await draftWave(desk, ['buyer', 'end_user']);
    const [buys] = await seat(desk, { name: 'Rafael Ibarra', personaIds: ['buyer', 'end_user'] });
    const [unreachable] = await seat(desk, { name: 'Takumi Arai', personaIds: ['buyer'], email: null });
    const sent = await send(waveId, [buys!, unreachable!]);
    expect(sent).toEqual({
      kind: 'sent',
      invited: 1,
      askedFirst: 0,
      unready: 0,
      already: 0,
      heldBack: [{ roleId: unreachable, held: { reason: 'no_address' } }],
    });
  });

  test('a role held for this programme goes before the same role in general: one person, one question set', async () => {
    const { waveId, programmeId } = await draftWave(desk, ['buyer']);
    const other = await openProgramme(desk, 'Another');
    await seat(desk, { name: 'Ruth Achterberg', personaIds: ['buyer'] });
    const [bound] = await seat(desk, { name: 'Ruth Achterberg', personaIds: ['buyer'], programmeId });
    await seat(desk, { name: 'Dana Reyes', personaIds: ['buyer'], programmeId: other });
    expect((await piles(waveId)).ready.map(({ roleId }) => roleId)).toEqual([bound]);
  });

  test('a send names how many have no role, asks nobody, and writes the refusal down', async () => {
    const { waveId } = await draftWave(desk, ['buyer']);
    const [ready] = await seat(desk, { name: 'Ruth Achterberg', personaIds: ['buyer'] });
    const [otherPersona] = await seat(desk, { name: 'Yusuf Demir', personaIds: ['end_user'] });
    const [left] = await seat(desk, { name: 'Dana Reyes', personaIds: ['buyer'] });
    await closeRole(desk.house, desk.workspace, {
      roleId: left!,
      endedAt: testHouse.clock.now(),
      reason: 'left',
      actor: desk.memberId,
    });
    const missing = [otherPersona!, left!, 'ruth.achterberg@people.example', desk.house.ids.make()];
    expect(await send(waveId, [ready!, ...missing])).toEqual({
      kind: 'refused',
      code: 'PERSONA_REQUIRED',
      status: 422,
      message:
        '4 of 5 people have no role here. Without it their answers can’t mean anything. Fill in the 4 or send to the 1.',
      missing,
      stale: [],
      ready: 1,
    });
    expect(await count('invitation')).toBe(0);
    const refusals = await desk.house.db
      .selectFrom('refusal')
      .select('code')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    expect(refusals).toEqual([{ code: 'PERSONA_REQUIRED' }]);
  });

  test('a role that nobody confirmed lately is not asked', async () => {
    const { waveId } = await draftWave(desk, ['buyer']);
    const [stale] = await seat(desk, { name: 'Devika Nair', personaIds: ['buyer'] });
    testHouse.clock.advance(181 * DAY);
    expect(await send(waveId, [stale!])).toMatchObject({ code: 'STALE_ROLE', status: 422, stale: [stale] });
    expect(await count('invitation')).toBe(0);
  });

  test('an address leads to a send only through a role', async () => {
    const [buys] = await seat(desk, { name: 'Ruth Achterberg', personaIds: ['buyer'] });
    await seat(desk, { name: 'Yusuf Demir' });
    const emails = [
      ' Ruth.Achterberg@people.example',
      'yusuf.demir@people.example',
      'nobody@people.example',
      'no address',
    ];
    const roles = await rolesForPeople(desk.house.db, desk.workspace, { emails });
    expect(roles.found).toEqual([
      { email: emails[0], roles: [expect.objectContaining({ roleId: buys, personaId: 'buyer' })] },
    ]);
    expect(roles.missing).toEqual(emails.slice(1));
  });

  test('invitation, links and mail are written together, and sending twice changes nothing', async () => {
    const { waveId } = await draftWave(desk, ['buyer', 'end_user']);
    const [buys] = await seat(desk, { name: 'Ruth Achterberg', personaIds: ['buyer'] });
    const [uses] = await seat(desk, { name: 'Yusuf Demir', personaIds: ['end_user'] });
    const queued: number[] = [];
    const queue: QueueMessages = async (_tx, _workspace, invitations) => void queued.push(invitations.length);
    expect(await send(waveId, [buys!, uses!, buys!], queue)).toMatchObject({ kind: 'sent', invited: 2 });
    expect(await send(waveId, [buys!, uses!], queue)).toMatchObject({ kind: 'sent', invited: 0, already: 2 });
    expect(queued).toEqual([2]);
    expect([await count('invitation'), await count('link')]).toEqual([2, 4]);
  });

  test('two who send at the same moment ask everybody once', async () => {
    const { waveId } = await draftWave(desk, ['buyer']);
    const [buys] = await seat(desk, { name: 'Ruth Achterberg', personaIds: ['buyer'] });
    const both = await Promise.all([send(waveId, [buys!]), send(waveId, [buys!])]);
    expect(both.map((sent) => (sent.kind === 'sent' ? sent.invited : sent.kind)).sort()).toEqual([0, 1]);
    expect(await count('invitation')).toBe(1);
  });

  test('when the ledger fails nothing was sent: no invitation, no link, no N, still a draft', async () => {
    const { waveId } = await draftWave(desk, ['buyer']);
    const [buys] = await seat(desk, { name: 'Ruth Achterberg', personaIds: ['buyer'] });
    const broken: QueueMessages = async () => {
      throw new Error('the ledger is full');
    };
    await expect(send(waveId, [buys!], broken)).rejects.toThrow('the ledger is full');
    expect([await count('invitation'), await count('link')]).toEqual([0, 0]);
    const sorted = await sortPiles(desk.house, desk.workspace, { waveId });
    expect(sorted).toMatchObject({ wave: { state: 'draft', sentAt: null, lanes: [{ knownPeople: null }] } });
  });

  test('N is the roles held at the send: it stands when people come or go, and grows only when more are asked', async () => {
    const { waveId } = await draftWave(desk, ['buyer']);
    const [first] = await seat(desk, { name: 'Ruth Achterberg', personaIds: ['buyer'] });
    await seat(desk, { name: 'Devika Nair', personaIds: ['buyer'] });
    await send(waveId, [first!]);
    const [late] = await seat(desk, { name: 'Dana Reyes', personaIds: ['buyer'] });
    const known = async () => {
      const sorted = await sortPiles(desk.house, desk.workspace, { waveId });
      return sorted.kind === 'sorted' ? sorted.wave.lanes[0]!.knownPeople : null;
    };
    expect(await known()).toBe(2);
    expect(await send(waveId, [late!])).toMatchObject({ invited: 1 });
    expect(await known()).toBe(3);
    await closeRole(desk.house, desk.workspace, { roleId: first!, reason: 'left', actor: desk.memberId });
    expect(await known()).toBe(3);
  });

  test('a closed wave asks nobody; one that was never sent cannot close', async () => {
    const { waveId } = await draftWave(desk, ['buyer']);
    const [buys] = await seat(desk, { name: 'Ruth Achterberg', personaIds: ['buyer'] });
    const close = () => closeWave(desk.house, desk.workspace, { waveId, actor: desk.memberId }, endWithWave);
    expect(await close()).toEqual({ kind: 'not_sent' });
    await send(waveId, [buys!]);
    expect(await close()).toEqual({ kind: 'closed' });
    expect(await close()).toEqual({ kind: 'already' });
    const [late] = await seat(desk, { name: 'Dana Reyes', personaIds: ['buyer'] });
    expect(await send(waveId, [late!])).toEqual({ kind: 'halted', why: 'closed' });
  });

  test('questions written for buyers cannot be given to end-users', async () => {
    const programmeId = await openProgramme(desk);
    const versionId = await publishFor(desk, programmeId, 'buyer');
    const lanes = [{ personaId: 'end_user', versionId }];
    const made = await createWave(desk.house, desk.workspace, {
      programmeId,
      name: 'Winter',
      lanes,
      actor: desk.memberId,
    });
    expect(made).toMatchObject({
      code: 'QUESTION_SET_MISMATCH',
      message: expect.stringContaining('can’t be sent to end-users'),
    });
  });

  test('another workspace reaches neither the wave nor its people', async () => {
    const { waveId } = await draftWave(desk, ['buyer']);
    const [buys] = await seat(desk, { name: 'Ruth Achterberg', personaIds: ['buyer'] });
    const mine = desk;
    desk = await anotherDesk(testHouse.house, 'Northwind Metrics');
    expect(await sortPiles(desk.house, desk.workspace, { waveId })).toEqual({ kind: 'unknown' });
    expect(await send(waveId, [buys!])).toEqual({ kind: 'unknown' });
    const { waveId: own } = await draftWave(desk, ['buyer']);
    expect(await send(own, [buys!])).toMatchObject({ code: 'PERSONA_REQUIRED', missing: [buys] });
    const emails = ['ruth.achterberg@people.example'];
    expect((await rolesForPeople(desk.house.db, desk.workspace, { emails })).missing).toEqual(emails);
    expect((await rolesForPeople(mine.house.db, mine.workspace, { emails })).missing).toEqual([]);
  });
});
