import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chooseVerbatim } from '#app/overview/choose-verbatim.server.ts';
import { createShare } from '#app/overview/share/create-share.server.ts';
import { listShares } from '#app/overview/share/list-shares.server.ts';
import { createViewNotes } from '#app/overview/share/note-views.server.ts';
import { revokeShare } from '#app/overview/share/revoke-share.server.ts';
import { DAY, MINUTE } from '#app/platform/clock.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { anotherDesk, type Desk, draftWave, openProgramme } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { all } from '#tests/support/fallen-waves.ts';
import { heardWave } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { openShared, shareWave } from '#tests/support/overview-links.ts';

describe.each(ENGINES)('a shared overview on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let waveId: string;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    open.clock.set('2026-11-02T09:00:00Z');
    desk = await anotherDesk(open.house, 'Shares');
    waveId = await heardWave(desk, { end_user: all(10, 9), buyer: all(9, 3) });
  });

  const listed = (withLog = true) =>
    listShares(open.house.db, desk.workspace, { now: open.clock.now(), withLog });

  test('opens one wave to whoever holds the token, until its day, and nothing of the token is kept', async () => {
    const token = await shareWave(desk, waveId, { days: 14 });
    expect(await openShared(open.house, token)).toMatchObject({ wave: { name: 'Winter 2027' } });
    const row = await open.house.db
      .selectFrom('overview_share')
      .selectAll()
      .where('workspace_id', '=', desk.workspace.id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(token);
    open.clock.advance(14 * DAY - 1);
    expect(await openShared(open.house, token)).not.toBeNull();
    open.clock.advance(1);
    expect(await openShared(open.house, token)).toBeNull();
  });

  test.each(['', 'no-such-token', `${'a'.repeat(43)}`])('the token %j opens nothing', async (token) => {
    await shareWave(desk, waveId);
    expect(await openShared(open.house, token)).toBeNull();
  });

  test('opens nothing once it was ended, and only its own workspace can end it', async () => {
    const token = await shareWave(desk, waveId);
    const { id } = (await listed(false))[0]!;
    const stranger = await anotherDesk(open.house, 'Strangers');
    const ended = { id, memberId: desk.memberId };
    expect(await revokeShare(open.house, stranger.workspace, ended)).toEqual({ kind: 'not_open' });
    expect(await openShared(open.house, token)).not.toBeNull();
    expect(await revokeShare(open.house, desk.workspace, ended)).toEqual({ kind: 'revoked' });
    expect(await revokeShare(open.house, desk.workspace, ended)).toEqual({ kind: 'not_open' });
    expect(await openShared(open.house, token)).toBeNull();
  });

  test('shows a figure from ten answers on, and fewer are not listed in its place', async () => {
    const [endUsers, buyers] = (await openShared(
      open.house,
      await shareWave(desk, waveId, { showsNames: true }),
    ))!.lanes;
    expect(endUsers).toMatchObject({ heard: 10, figure: { score: 100 } });
    expect(buyers).toMatchObject({ heard: 9, figure: null, since: null, said: null });
    expect(JSON.stringify(buyers)).not.toMatch(/"(answers|histogram)"/);
    expect(buyers!.sentence).toContain('no figure on a shared page (9 of 9 heard)');
  });

  test('names no account and quotes nobody unless that was ticked', async () => {
    const { id: responseId } = await open.house.db
      .selectFrom('response')
      .select('id')
      .where('workspace_id', '=', desk.workspace.id)
      .where('wave_id', '=', waveId)
      .where('persona_id', '=', 'end_user')
      .limit(1)
      .executeTakeFirstOrThrow();
    await chooseVerbatim(open.house.db, desk.workspace, { waveId, personaId: 'end_user', responseId });
    const plain = JSON.stringify(await openShared(open.house, await shareWave(desk, waveId)));
    expect(plain).not.toMatch(/Account \d|number \d/);
  });

  test('of answers in confidence nobody can be named, whoever asks for it', async () => {
    const programmeId = await openProgramme(desk, 'In confidence', 'confidential');
    const { waveId: kept } = await draftWave(desk, ['buyer'], programmeId);
    await open.house.db
      .updateTable('wave')
      .set({ sent_at: open.clock.now(), state: 'open' })
      .where('workspace_id', '=', desk.workspace.id)
      .where('id', '=', kept)
      .execute();
    const asked = { waveId: kept, withId: null, days: 14, showsNames: true, memberId: desk.memberId };
    expect(await createShare(open.house, desk.workspace, asked)).toEqual({ kind: 'names_refused' });
  });

  test('a wave of another workspace cannot be shared', async () => {
    const stranger = await anotherDesk(open.house, 'Strangers');
    const asked = { waveId, withId: null, days: 14, showsNames: false, memberId: stranger.memberId };
    expect(await createShare(open.house, stranger.workspace, asked)).toEqual({ kind: 'unknown_wave' });
  });

  test('who opened it when is counted by the minute, by roughly what, and stops counting a flood', async () => {
    await shareWave(desk, waveId);
    const { id: shareId } = (await listed(false))[0]!;
    const notes = createViewNotes(open.house);
    const seen = { workspaceId: desk.workspace.id, shareId };
    expect(notes.note({ ...seen, client: 'computer' })).toBe(true);
    await notes.keep();
    notes.note({ ...seen, client: 'computer' });
    notes.note({ ...seen, client: 'program' });
    await notes.keep();
    open.clock.advance(MINUTE);
    const taken = Array.from({ length: 130 }, () => notes.note({ ...seen, client: 'phone' }));
    expect(taken.filter(Boolean)).toHaveLength(120);
    await Promise.all([notes.keep(), notes.keep()]);
    const [share] = await listed();
    expect(share).toMatchObject({ views: 123, lastViewAt: open.clock.now() });
    expect(share!.log.map(({ client, views }) => [client, views])).toEqual([
      ['phone', 120],
      ['computer', 2],
      ['program', 1],
    ]);
    expect((await listed(false))[0]!.log).toEqual([]);
  });

  test('of links that are over or were ended the last fifty are listed, and each that is open with its own log', async () => {
    const row = await open.house.db
      .selectFrom('overview_share')
      .selectAll()
      .where('workspace_id', '=', desk.workspace.id)
      .where('token_hash', '=', hashToken(await shareWave(desk, waveId)))
      .executeTakeFirstOrThrow();
    const before = open.clock.now();
    const made = Array.from({ length: 56 }, (_, at) => ({
      ...{ ...row, id: open.house.ids.make(), token_hash: `a hash ${at}`, made_at: before - DAY - at },
      ...(at % 2 === 0 ? { revoked_at: before } : { expires_at: before }),
    }));
    const old = { ...row, id: open.house.ids.make(), token_hash: 'an old one', made_at: before - 9 * DAY };
    await open.house.db
      .insertInto('overview_share')
      .values([...made, old])
      .execute();
    const notes = createViewNotes(open.house);
    for (const shareId of [row.id, old.id, old.id])
      notes.note({ workspaceId: desk.workspace.id, shareId, client: 'phone' });
    await notes.keep();
    const found = await listed();
    expect(found.map(({ id }) => id)).toEqual([row.id, ...made.slice(0, 50).map(({ id }) => id), old.id]);
    const opened = found.filter(({ log }) => log.length > 0);
    expect(opened.map(({ id, views, log }) => [id, views, log[0]!.views])).toEqual([
      [row.id, 1, 1],
      [old.id, 2, 2],
    ]);
  });
});
