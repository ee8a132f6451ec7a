import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLink } from '#app/answering/open-link.server.ts';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { DAY } from '#app/platform/clock.ts';
import { addressHash } from '#app/programme/address-hash.server.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { readWaveSaid } from '#app/programme/correction/read-said.server.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { passOn } from '#app/programme/referral/pass-on.server.ts';
import type { QueueMessages } from '#app/programme/send-wave.server.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { asksNow, invitationBehind, invitationsOf, rolesIn, say } from '#tests/support/who.ts';

describe.each(ENGINES)('an invitation that is passed on, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let waveId: string;
  let token: string;
  const queued: string[] = [];
  const queue: QueueMessages = async (_tx, _workspace, all) => void queued.push(...all.map(({ id }) => id));

  beforeAll(async () => {
    open = await openTestHouse({ engine });
  });
  afterAll(() => open.close());

  async function askDana(): Promise<void> {
    queued.length = 0;
    desk = await anotherDesk(open.house, 'Northwind Metrics');
    waveId = (await draftWave(desk, ['buyer', 'end_user'])).waveId;
    token = await ask(desk, waveId, { name: 'Dana Reyes', personaIds: ['buyer'] });
    open.clock.advance(1000);
  }

  const pass = async (email = 'bo@meridian.example', name = 'Bo Lindqvist', with_ = queue) => {
    const invitationId = await invitationBehind(desk, token);
    return passOn(open.house, desk.workspace, { invitationId, name, email }, with_);
  };
  const colleagueToken = () => linkToken(open.house.env.appSecret, 'answer', queued[0]!, 1);
  const count = async (table: 'person' | 'invitation' | 'referral' | 'outbound_message') => {
    const rows = await open.house.db
      .selectFrom(table)
      .select('workspace_id')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    return rows.length;
  };

  test('asks the colleague in the same role, unconfirmed, and leaves the invitation that was passed on as it was', async () => {
    await askDana();
    expect(await pass()).toEqual({ kind: 'passed_on' });
    expect(await rolesIn(desk, 'Bo Lindqvist')).toEqual([
      { persona: 'buyer', source: 'colleague', by: null, open: true, why: null },
    ]);
    const [own, theirs] = await invitationsOf(desk);
    expect(theirs).toMatchObject({
      came_from: 'referral',
      from_invitation_id: own!.id,
      persona_at_invite: null,
    });
    expect(queued).toEqual([theirs!.id]);
    expect(own).toMatchObject({ revoked_at: null });
    expect(await asksNow(desk, token)).toBe('buyer');
    expect(await answer(open.house, token, { q1: '9' })).toEqual({ kind: 'kept' });
  });

  test('asks the colleague for their role first, until they say it', async () => {
    await askDana();
    await pass();
    const first = await openLink(open.house.db, colleagueToken(), open.clock.now());
    expect(first).toMatchObject({ kind: 'open', needsRole: 'named' });
    expect(await say(desk, colleagueToken(), { kind: 'still' })).toEqual({ kind: 'still' });
    const then = await openLink(open.house.db, colleagueToken(), open.clock.now());
    expect(then).toMatchObject({ kind: 'open', needsRole: null });
    expect(await rolesIn(desk, 'Bo Lindqvist')).toMatchObject([{ persona: 'buyer', by: 'self' }]);
  });

  test('leads the colleague to the questions of the role they say instead', async () => {
    await askDana();
    await pass();
    open.clock.advance(1000);
    expect(await say(desk, colleagueToken(), { kind: 'other', personaId: 'end_user' })).toEqual({
      kind: 'asked',
    });
    const opened = await openLink(open.house.db, colleagueToken(), open.clock.now());
    expect(opened).toMatchObject({ kind: 'open', needsRole: null, door: { persona: { id: 'end_user' } } });
    expect(await rolesIn(desk, 'Bo Lindqvist')).toMatchObject([
      { persona: 'buyer', by: null, open: false },
      { persona: 'end_user', source: 'self', by: 'self', open: true },
    ]);
  });

  test('is passed on once, also by two presses at the same moment', async () => {
    await askDana();
    const both = await Promise.all([pass(), pass('kim@meridian.example', 'Kim Sato')]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['passed_on', 'passed_on_before']);
    expect(await pass('third@meridian.example', 'Third Person')).toEqual({ kind: 'passed_on_before' });
    expect([await count('invitation'), await count('referral'), queued.length]).toEqual([2, 1, 1]);
    const said = await readWaveSaid(open.house.db, desk.workspace, waveId);
    expect(said).toMatchObject({ passedOn: 1, colleagues: 1, other: 0, lines: [] });
  });

  describe('to somebody who may not be written to: the same words, and nobody is asked or added', () => {
    const nobodyIsAsked = async (email: string) => {
      const before = [await count('person'), await count('invitation')];
      expect(await pass(email)).toEqual({ kind: 'passed_on' });
      expect([await count('person'), await count('invitation')]).toEqual(before);
      expect(queued).toEqual([]);
      expect(await pass()).toEqual({ kind: 'passed_on_before' });
    };

    test('an address on the list of those who said stop, however it is spelled', async () => {
      await askDana();
      const stopped = {
        ...{ workspace_id: desk.workspace.id, domain: 'meridian.example', reason: 'asked' as const },
        ...{ address_hash: addressHash(open.house.env.appSecret, 'bo@meridian.example'), created_at: 1 },
      };
      await open.house.db.insertInto('suppression').values(stopped).execute();
      await nobodyIsAsked(' BO@Meridian.Example ');
    });

    test('somebody who was asked a short time ago, or in this very send', async () => {
      await askDana();
      const other = (await draftWave(desk, ['buyer'])).waveId;
      await ask(desk, other, { name: 'Bo Lindqvist', personaIds: ['buyer'], email: 'bo@meridian.example' });
      open.clock.advance(29 * DAY);
      await nobodyIsAsked('bo@meridian.example');
      await askDana();
      await ask(desk, waveId, {
        name: 'Bo Lindqvist',
        personaIds: ['end_user'],
        email: 'bo@meridian.example',
      });
      open.clock.advance(60 * DAY);
      await nobodyIsAsked('bo@meridian.example');
    });

    test('anybody, once the send is closed', async () => {
      await askDana();
      await closeWave(open.house, desk.workspace, { waveId, actor: desk.memberId }, endWithWave);
      await nobodyIsAsked('bo@meridian.example');
    });
  });

  test('a known person keeps their name, and is written to at their own address', async () => {
    await askDana();
    await seat(desk, { name: 'Bodil Lindqvist', email: 'bo@meridian.example' });
    expect(await pass('bo@meridian.example', 'Somebody Else')).toEqual({ kind: 'passed_on' });
    expect(await rolesIn(desk, 'Bodil Lindqvist')).toMatchObject([{ persona: 'buyer', source: 'colleague' }]);
    expect(await rolesIn(desk, 'Somebody Else')).toEqual([]);
    expect(queued).toHaveLength(1);
  });

  test('a role that a member confirmed stays confirmed', async () => {
    await askDana();
    await seat(desk, { name: 'Bo Lindqvist', email: 'bo@meridian.example', personaIds: ['buyer'] });
    await pass();
    expect(await rolesIn(desk, 'Bo Lindqvist')).toMatchObject([
      { source: 'csm', by: desk.memberId, open: true },
    ]);
    const opened = await openLink(open.house.db, colleagueToken(), open.clock.now());
    expect(opened).toMatchObject({ kind: 'open', needsRole: null });
  });

  test.each([
    ['the address it was sent to', 'dana.reyes@people.example', 'Dana Reyes', { name: false, email: 'own' }],
    ['no address', 'bo', 'Bo Lindqvist', { name: false, email: 'unreadable' }],
    ['a mailbox of several people', 'info@meridian.example', 'Bo', { name: false, email: 'unreadable' }],
    ['two addresses', 'a@b.example, c@d.example', 'Bo', { name: false, email: 'unreadable' }],
    [
      'a header in the address',
      'bo@b.example\r\nBcc: all@b.example',
      'Bo',
      { name: false, email: 'unreadable' },
    ],
    ['a header in the name', 'bo@b.example', 'Bo\r\nBcc: all@b.example', { name: true, email: null }],
    ['an advertisement for a name', 'bo@b.example', 'win at www.evil.example', { name: true, email: null }],
    ['nothing at all', '', '', { name: true, email: 'unreadable' }],
  ])('refuses %s, and it can be passed on after that', async (_, email, name, faults) => {
    await askDana();
    expect(await pass(email, name)).toEqual({ kind: 'faulty', faults });
    expect([await count('person'), await count('referral')]).toEqual([1, 0]);
    expect(await pass()).toEqual({ kind: 'passed_on' });
  });

  test('where the mail cannot be queued nothing was passed on: no person, no role, no invitation', async () => {
    await askDana();
    const broken: QueueMessages = async () => {
      throw new Error('the ledger is full');
    };
    await expect(pass('bo@meridian.example', 'Bo Lindqvist', broken)).rejects.toThrow('the ledger is full');
    expect([await count('person'), await count('invitation'), await count('referral')]).toEqual([1, 1, 0]);
    expect(await pass()).toEqual({ kind: 'passed_on' });
  });

  test('an invitation of another workspace is not passed on', async () => {
    await askDana();
    const invitationId = await invitationBehind(desk, token);
    const theirs = await anotherDesk(open.house, 'Harbour Freight');
    const colleague = { invitationId, name: 'Bo', email: 'bo@meridian.example' };
    expect(await passOn(open.house, theirs.workspace, colleague, queue)).toEqual({ kind: 'moved' });
    expect(queued).toEqual([]);
  });

  test('N grows with the colleague, so that no more are heard than could be', async () => {
    await askDana();
    await pass();
    const lane = await open.house.db
      .selectFrom('wave_lane')
      .select('known_people')
      .where('workspace_id', '=', desk.workspace.id)
      .where('persona_id', '=', 'buyer')
      .executeTakeFirstOrThrow();
    expect(lane.known_people).toBe(2);
  });
});
