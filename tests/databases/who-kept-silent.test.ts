import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { saveAccount } from '#app/audience/save-account.server.ts';
import { correctRole } from '#app/programme/correction/correct-role.server.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { GRACE } from '#app/programme/wave/grace.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { countDelivered } from '#app/results/delivered.store.server.ts';
import { MOST_READ } from '#app/results/each.ts';
import { findUnreached } from '#app/results/frame/aside.store.server.ts';
import type { Silent } from '#app/results/frame/frame.ts';
import { listSilent } from '#app/results/frame/list-silent.server.ts';
import { readFrame } from '#app/results/frame/read-frame.server.ts';
import { everyAccount, silentIn, walkSilent } from '#app/results/frame/walk-silent.server.ts';
import { listWaves } from '#app/results/lane.store.server.ts';
import { readLanes } from '#app/results/read-lanes.server.ts';
import { settleDelivered } from '#app/results/settle-delivered.server.ts';
import { settleUnreached } from '#app/results/settle-unreached.server.ts';
import { answer } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave, noMail, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { endWave } from '#tests/support/fallen-waves.ts';
import { hold, KEY, release } from '#tests/support/held.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

/** What may become of somebody who holds the role, and where they belong then. */
const ENDS = {
  'never asked': 'notAsked',
  heard: 'heard',
  silent: 'silent',
  'heard, though the letter failed': 'heard',
  'not reached': 'notReached',
  'not reached, and asked for a second letter': 'notReached',
  held: 'held',
  'held twice': 'held',
  'held, though the letter failed': 'held',
  'held and discarded': 'silent',
  'held and released': 'heard',
  left: 'notInRole',
  'left, and the letter failed': 'notInRole',
  'of another role': 'notInRole',
  'still in the role': 'silent',
} as const;
type End = keyof typeof ENDS;

interface Seated {
  end: End;
  name: string;
  account: string;
  renewalOn: string | null;
}

/** The same numbers each time, from 0 to below `under`. */
function dice(seed: number) {
  let state = seed;
  return (under: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % under;
  };
}

async function allOf(walked: AsyncIterable<Silent>): Promise<Silent[]> {
  const all: Silent[] = [];
  for await (const one of walked) all.push(one);
  return all;
}

describe.each(ENGINES)('who kept silent, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    desk = await anotherDesk(open.house, 'Silence');
  });

  async function ask(
    seated: readonly Seated[],
  ): Promise<{ waveId: string; invitations: Map<string, string> }> {
    const { house, workspace, memberId: actor } = desk;
    const { waveId } = await draftWave(desk, ['buyer']);
    const roles = new Map<string, string>();
    for (const { name, account, renewalOn } of seated) {
      await saveAccount(house, workspace, { name: account, renewalOn, actor });
      roles.set((await seat(desk, { name, account, personaIds: ['buyer'] }))[0]!, name);
    }
    const asked = new Set(seated.filter(({ end }) => end !== 'never asked').map(({ name }) => name));
    const roleIds = [...roles].flatMap(([roleId, name]) => (asked.has(name) ? [roleId] : []));
    const sent = await sendWave(house, workspace, { waveId, roleIds, actor }, noMail);
    if (sent.kind !== 'sent' || sent.invited !== asked.size) throw new Error(JSON.stringify(sent));
    const rows = await house.db
      .selectFrom('invitation')
      .select(['id', 'role_assignment_id as roleId'])
      .where('workspace_id', '=', workspace.id)
      .where('wave_id', '=', waveId)
      .execute();
    return { waveId, invitations: new Map(rows.map(({ id, roleId }) => [roles.get(roleId)!, id])) };
  }

  const letter = (waveId: string, invitationId: string, ordinal: number, state: 'failed' | 'accepted') =>
    open.house.db
      .insertInto('outbound_message')
      .values({
        ...{ workspace_id: desk.workspace.id, id: open.house.ids.make(), invitation_id: invitationId },
        ...{ wave_id: waveId, kind: 'invitation', ordinal, to_address: 'x@a.example', subject: '', state },
        ...{ message_id: '', attempts: 1, next_at: 1, fence: 0, resent: 0, created_at: 1 },
      })
      .execute();

  async function holdAs(end: End, waveId: string, invitationId: string): Promise<void> {
    const holds = () => hold(desk, waveId, { personaId: 'buyer', reason: 'machine', invitationId });
    const heldId = await holds();
    if (end === 'held twice') await holds();
    if (end === 'held and released') expect((await release(desk, heldId)).kind).toBe('released');
    if (end === 'held and discarded')
      await open.house.db
        .updateTable('held_response')
        .set({ decision: 'discarded', decided_at: 1 })
        .where('workspace_id', '=', desk.workspace.id)
        .where('id', '=', heldId)
        .execute();
  }

  async function play(waveId: string, end: End, invitationId: string): Promise<void> {
    const { house, workspace } = desk;
    const isLost = /failed|not reached/.test(end);
    await letter(waveId, invitationId, 1, isLost ? 'failed' : 'accepted');
    if (end.endsWith('second letter')) await letter(waveId, invitationId, 2, 'failed');
    const hears = () =>
      answer(house, linkToken(house.env.appSecret, 'answer', invitationId, 1), { [KEY]: '9' });
    if (end.startsWith('heard')) expect((await hears()).kind).toBe('kept');
    if (end.startsWith('held')) await holdAs(end, waveId, invitationId);
    if (end.startsWith('left')) await correctRole(house, workspace, { invitationId, said: { kind: 'left' } });
    if (end === 'of another role')
      await correctRole(house, workspace, { invitationId, said: { kind: 'other', personaId: 'end_user' } });
    if (end === 'still in the role')
      await correctRole(house, workspace, { invitationId, said: { kind: 'still' } });
  }

  async function read(waveId: string, most: number) {
    const { db } = open.house;
    const wave = (await listWaves(db, desk.workspace)).find(({ id }) => id === waveId)!;
    const [lane] = await readLanes(db, desk.workspace, wave, 'buyer');
    const frame = await readFrame(db, desk.workspace, { wave, lane: lane!, most });
    if (frame?.kind !== 'named') throw new Error(frame?.kind);
    return frame;
  }

  async function readFile(waveId: string): Promise<Silent[]> {
    const listed = await listSilent(open.house.db, desk.workspace, { waveId, personaId: 'buyer' });
    if (listed.kind !== 'listed') throw new Error(listed.kind);
    return allOf(listed.silent);
  }

  const walkAll = (waveId: string): Promise<Silent[]> => {
    const { db } = open.house;
    const pin = { waveId, personaId: 'buyer' };
    return allOf(
      walkSilent(db, desk.workspace, everyAccount(db, desk.workspace), silentIn(db, desk.workspace, pin)),
    );
  };

  /** Whom no letter reached, as it is written down. */
  const writtenDown = (waveId: string) =>
    findUnreached(open.house.db, desk.workspace, { waveId, personaId: 'buyer' });

  const STEPS = {
    waiting: async () => {},
    counted: () => countWaiting(open.house),
    over: async (waveId: string) => {
      await endWave(desk, waveId);
      await settleDelivered(open.house);
      await settleUnreached(open.house);
      expect(await writtenDown(waveId), 'the last answers are on their way').toBeNull();
      open.clock.advance(GRACE + 1);
      await settleUnreached(open.house);
      expect(await writtenDown(waveId)).toBeGreaterThan(0);
    },
  };

  const said = (silent: readonly Silent[]) =>
    silent.map(({ name, account, renewalOn }) => `${renewalOn ?? 'no day'} ${account} ${name}`);

  /** By hand: the next day first, accounts without one last, by name within a day and within an account. */
  const inOrder = (seated: readonly Seated[]) =>
    seated
      .filter(({ end }) => ENDS[end] === 'silent')
      .map((one) => [one.renewalOn ?? '9999', one.account, one.name, one.renewalOn ?? 'no day'] as const)
      .sort((a, b) => (`${a.slice(0, 3)}` < `${b.slice(0, 3)}` ? -1 : 1))
      .map(([, account, name, day]) => `${day} ${account} ${name}`);

  test.each([1, 2, 3])(
    'is counted alike from every seat and from what is counted already, and each is in one place: house %i',
    async (seed) => {
      const draw = dice(seed);
      const ends = Object.keys(ENDS) as End[];
      const seated = Array.from({ length: 60 }, (_, at): Seated => {
        const account = draw(20);
        return {
          end: ends[at < ends.length ? at : draw(ends.length)]!,
          name: `Buyer ${String(at).padStart(2, '0')}`,
          account: `Firm ${String(account).padStart(2, '0')}`,
          renewalOn: account % 5 === 0 ? null : `2027-0${1 + (account % 4)}-15`,
        };
      });
      const { waveId, invitations } = await ask(seated);
      for (const { end, name } of seated)
        if (invitations.has(name)) await play(waveId, end, invitations.get(name)!);
      // Answers that nobody was invited to give are heard, and take nobody out of the silent.
      await release(desk, await hold(desk, waveId, { personaId: 'buyer' }));
      await hold(desk, waveId, { personaId: 'buyer' });
      const count = (place: (typeof ENDS)[End]) => seated.filter(({ end }) => ENDS[end] === place).length;
      const expected = {
        silentPeople: count('silent'),
        notAsked: count('notAsked'),
        notReached: count('notReached'),
        notInRole: count('notInRole'),
        held: count('held'),
      };
      for (const step of ['waiting', 'counted', 'over'] as const) {
        await STEPS[step](waveId);
        const [small, large] = [await read(waveId, MOST_READ), await read(waveId, 0)];
        expect(small, step).toMatchObject(expected);
        expect(large, step).toMatchObject(expected);
        expect(said(small.silent)).toEqual(inOrder(seated));
        expect(said(large.silent)).toEqual(inOrder(seated));
      }
      expect(said(await readFile(waveId))).toEqual(inOrder(seated));
      expect(said(await walkAll(waveId))).toEqual(inOrder(seated));
      // What a member decides afterwards, or somebody says, has it counted anew.
      const of = (end: End) => invitations.get(seated.find((one) => one.end === end)!.name)!;
      await correctRole(desk.house, desk.workspace, {
        invitationId: of('not reached'),
        said: { kind: 'left' },
      });
      expect(await writtenDown(waveId)).toBeNull();
      const after = { notReached: count('notReached') - 1, notInRole: count('notInRole') + 1 };
      expect(await read(waveId, 0)).toMatchObject({ ...expected, ...after });
      await settleUnreached(open.house);
      expect(await read(waveId, 0)).toMatchObject({ ...expected, ...after });
    },
  );

  test('whoever said that another role is theirs was reached in it, though no letter was written to them there', async () => {
    const { house, workspace, memberId: actor } = desk;
    const { waveId } = await draftWave(desk, ['buyer', 'end_user']);
    const roleIds = [
      ...(await seat(desk, { name: 'Ann', account: 'A', personaIds: ['buyer'] })),
      ...(await seat(desk, { name: 'Ben', account: 'A', personaIds: ['end_user'] })),
      ...(await seat(desk, { name: 'Cem', account: 'A', personaIds: ['end_user'] })),
    ];
    await sendWave(house, workspace, { waveId, roleIds, actor }, noMail);
    const rows = await house.db
      .selectFrom('invitation')
      .select(['id', 'persona_id as personaId'])
      .where('workspace_id', '=', workspace.id)
      .where('wave_id', '=', waveId)
      .execute();
    for (const { id } of rows) await letter(waveId, id, 1, 'accepted');
    const reached = (personaId: string) => countDelivered(house.db, workspace, { waveId, personaId });
    expect([await reached('buyer'), await reached('end_user')]).toEqual([1, 2]);
    const { id: invitationId } = rows.find(({ personaId }) => personaId === 'end_user')!;
    const said = { kind: 'other', personaId: 'buyer' } as const;
    expect((await correctRole(house, workspace, { invitationId, said })).kind).toBe('asked');
    expect([await reached('buyer'), await reached('end_user')]).toEqual([2, 2]);
  });

  test('is named in the order of renewals over many looks, fifty on the page and all in the file', async () => {
    const draw = dice(7);
    const { house, workspace, memberId: actor } = desk;
    const seated = Array.from({ length: 70 }, (_, at): Seated => {
      const day = `2027-0${1 + draw(9)}-${10 + draw(3)}`;
      const name = `Buyer ${String(at).padStart(2, '0')}`;
      return { end: 'silent', name, account: `Firm ${draw(900) + 100}`, renewalOn: at % 10 ? day : null };
    });
    // One day for each account.
    const days = new Map(seated.map(({ account, renewalOn }) => [account, renewalOn]));
    const own = seated.map((one) => ({ ...one, renewalOn: days.get(one.account)! }));
    for (let at = 0; at < 130; at += 1)
      await saveAccount(house, workspace, {
        ...{ name: `Other ${at}`, actor },
        renewalOn: at % 4 ? `2027-0${1 + draw(9)}-${10 + draw(3)}` : null,
      });
    const { waveId } = await ask(own);
    const page = await read(waveId, 0);
    expect(page).toMatchObject({ silentPeople: 70, representation: null });
    expect(said(page.silent)).toEqual(inOrder(own).slice(0, 50));
    expect(said(await walkAll(waveId))).toEqual(inOrder(own));
    expect(said(await readFile(waveId))).toEqual(inOrder(own));
  });
});
