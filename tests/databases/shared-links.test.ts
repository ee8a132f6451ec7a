import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { closePersona } from '#app/persona/close-persona.server.ts';
import { createPersona } from '#app/persona/create-persona.server.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { createSharedLink } from '#app/programme/shared-link/create-shared-link.server.ts';
import { renewSharedLink } from '#app/programme/shared-link/renew-shared-link.server.ts';
import { revokeSharedLink } from '#app/programme/shared-link/revoke-shared-link.server.ts';
import { findSharedLink } from '#app/programme/shared-link/shared-link.store.server.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import { findHats } from '#app/programme/wire/find-hats.server.ts';
import { anotherDesk, type Desk, noMail, openProgramme, publishFor, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { shareFor, tokenNow } from '#tests/support/shared-links.ts';

describe.each(ENGINES)('links for a page or chat on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;

  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    desk = await anotherDesk(open.house, 'Sharing');
  });

  const waveOf = (id: string) =>
    open.house.db
      .selectFrom('wave')
      .selectAll()
      .where('workspace_id', '=', desk.workspace.id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();

  const auditOf = async (subject: string) => {
    const rows = await open.house.db
      .selectFrom('audit_entry')
      .select('act')
      .where('workspace_id', '=', desk.workspace.id)
      .where('subject', '=', subject)
      .execute();
    return rows.map(({ act }) => act).sort();
  };

  const rowsIn = async (table: 'wave' | 'wave_lane' | 'shared_link') => {
    const { length } = await open.house.db
      .selectFrom(table)
      .select('workspace_id')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    return length;
  };

  const newLink = (programmeId: string, lanes: { personaId: string; versionId: string }[]) =>
    createSharedLink(desk.house, desk.workspace, {
      ...{ programmeId, lanes, place: 'Help pages', onePerDevice: true, actor: desk.memberId },
    });

  test('has a wave of its own, open and of nobody knows how many, and an entry in the audit trail', async () => {
    const { waveId, token } = await shareFor(desk, ['buyer', 'end_user']);
    expect(await waveOf(waveId)).toMatchObject({ kind: 'link', state: 'open', name: 'Help pages' });
    const lanes = await open.house.db
      .selectFrom('wave_lane')
      .select(['persona_id', 'known_people'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('wave_id', '=', waveId)
      .orderBy('persona_id')
      .execute();
    expect(lanes).toEqual([
      { persona_id: 'buyer', known_people: null },
      { persona_id: 'end_user', known_people: null },
    ]);
    expect(await auditOf(waveId)).toEqual(['create_shared_link']);
    const link = (await findSharedLink(open.house.db, desk.workspace, waveId))!;
    expect(link.tokenHash).toBe(hashToken(token));
    expect(JSON.stringify(link)).not.toContain(token);
  });

  test('counts only where every survey said so before it was published; the stricter one holds', async () => {
    const programmeId = await openProgramme(desk);
    const buyer = await publishFor(desk, programmeId, 'buyer', 'counted');
    const endUser = await publishFor(desk, programmeId, 'end_user', 'held');
    const counted = await newLink(programmeId, [{ personaId: 'buyer', versionId: buyer }]);
    expect(counted).toMatchObject({ kind: 'created', answersAre: 'counted' });
    const both = [
      { personaId: 'buyer', versionId: buyer },
      { personaId: 'end_user', versionId: endUser },
    ];
    expect(await newLink(programmeId, both)).toMatchObject({ kind: 'created', answersAre: 'held' });
  });

  test('gets for each persona only questions that were written for it, and writes nothing otherwise', async () => {
    const programmeId = await openProgramme(desk);
    const versionId = await publishFor(desk, programmeId, 'end_user');
    const lanes = [{ personaId: 'buyer', versionId }];
    expect(await newLink(programmeId, lanes)).toMatchObject({
      kind: 'refused',
      code: 'QUESTION_SET_MISMATCH',
    });
    const foreign = await anotherDesk(open.house, 'Elsewhere');
    const theirs = await openProgramme(foreign);
    const strange = await publishFor(foreign, theirs, 'buyer');
    expect(await newLink(programmeId, [{ personaId: 'buyer', versionId: strange }])).toMatchObject({
      kind: 'unknown_version',
    });
    expect((await newLink(theirs, [{ personaId: 'buyer', versionId: strange }])).kind).toBe(
      'unknown_programme',
    );
    expect([await rowsIn('wave'), await rowsIn('wave_lane'), await rowsIn('shared_link')]).toEqual([0, 0, 0]);
  });

  test('asks no persona that is closed', async () => {
    const made = await createPersona(open.house.db, desk.workspace, {
      base: 'buyer',
      name: 'Procurement lead',
      plural: 'Procurement leads',
      definition: 'Runs the tender in which we are compared.',
      question: 'Do you run the tender?',
      now: open.clock.now(),
    });
    if (made.kind !== 'created') throw new Error(made.kind);
    const programmeId = await openProgramme(desk);
    const versionId = await publishFor(desk, programmeId, made.id);
    await closePersona(open.house.db, desk.workspace, { id: made.id, now: open.clock.now() });
    expect((await newLink(programmeId, [{ personaId: made.id, versionId }])).kind).toBe('closed_persona');
  });

  test.each(['paused', 'shut'] as const)('is not made in a programme that is %s', async (state) => {
    const programmeId = await openProgramme(desk);
    const versionId = await publishFor(desk, programmeId, 'buyer');
    await open.house.db
      .updateTable('programme')
      .set({ state })
      .where('workspace_id', '=', desk.workspace.id)
      .where('id', '=', programmeId)
      .execute();
    expect((await newLink(programmeId, [{ personaId: 'buyer', versionId }])).kind).toBe('unknown_programme');
  });

  test('a new address takes the place of the old one, and a stopped one is shown to nobody', async () => {
    const { waveId, token, linkId } = await shareFor(desk, ['buyer']);
    const act = { waveId, actor: desk.memberId };
    expect(await renewSharedLink(desk.house, desk.workspace, act)).toEqual({ kind: 'renewed' });
    const renewed = await tokenNow(desk, waveId);
    expect(renewed).toBe(linkToken(open.house.env.appSecret, 'shared', linkId, 2));
    expect(renewed).not.toBe(token);
    expect(await revokeSharedLink(desk.house, desk.workspace, act)).toEqual({ kind: 'revoked' });
    expect(await revokeSharedLink(desk.house, desk.workspace, act)).toEqual({ kind: 'already' });
    expect(await tokenNow(desk, waveId)).toBeNull();
    expect((await renewSharedLink(desk.house, desk.workspace, act)).kind).toBe('renewed');
    expect(await tokenNow(desk, waveId)).not.toBeNull();
    expect(await auditOf(waveId)).toEqual([
      'create_shared_link',
      'renew_shared_link',
      'renew_shared_link',
      'revoke_shared_link',
    ]);
  });

  test('closed with its wave, it gets no new address', async () => {
    const { waveId } = await shareFor(desk, ['buyer']);
    const act = { waveId, actor: desk.memberId };
    expect((await closeWave(desk.house, desk.workspace, act, endWithWave)).kind).toBe('closed');
    expect((await renewSharedLink(desk.house, desk.workspace, act)).kind).toBe('closed');
    expect(await tokenNow(desk, waveId)).toBeNull();
  });

  test('another workspace neither reads, renews nor stops it', async () => {
    const { waveId, token } = await shareFor(desk, ['buyer']);
    const foreign = await anotherDesk(open.house, 'Elsewhere');
    const act = { waveId, actor: foreign.memberId };
    expect(await tokenNow(foreign, waveId)).toBeNull();
    expect((await renewSharedLink(foreign.house, foreign.workspace, act)).kind).toBe('unknown');
    expect((await revokeSharedLink(foreign.house, foreign.workspace, act)).kind).toBe('unknown');
    expect(await tokenNow(desk, waveId)).toBe(token);
  });

  test('nobody can be invited into the wave of a link', async () => {
    const { waveId } = await shareFor(desk, ['buyer']);
    const roleIds = await seat(desk, { name: 'Henrik Aalto', personaIds: ['buyer'] });
    const send = { waveId, roleIds, actor: desk.memberId };
    expect((await sendWave(desk.house, desk.workspace, send, noMail)).kind).toBe('unknown');
    expect((await sortPiles(desk.house, desk.workspace, { waveId })).kind).toBe('unknown');
    const people = ['henrik.aalto@people.example'];
    expect((await findHats(open.house.db, desk.workspace, { waveId, people })).kind).toBe('unknown');
  });
});
