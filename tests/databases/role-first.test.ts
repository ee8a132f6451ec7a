import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openLink } from '#app/answering/open-link.server.ts';
import { confirmRole } from '#app/audience/confirm-role.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { DAY } from '#app/platform/clock.ts';
import { setCourse } from '#app/programme/asking/set-course.server.ts';
import type { StaleChoice } from '#app/programme/pile/pile.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import { answer } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave, noMail, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { HotVisitor } from '#tests/support/hot-visitor.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { askFirst } from '#tests/support/stale.ts';
import { asksNow, rolesIn, say } from '#tests/support/who.ts';

describe.each(ENGINES)('a role that nobody confirmed lately is asked for first, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let waveId: string;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    desk = await anotherDesk(open.house, 'Northwind Metrics');
    ({ waveId } = await draftWave(desk, ['buyer', 'end_user']));
  });

  const send = (roleIds: string[], stale?: StaleChoice) =>
    sendWave(
      open.house,
      desk.workspace,
      { waveId, roleIds, actor: desk.memberId, ...(stale && { stale }) },
      noMail,
    );
  const doubt = async (token: string) => {
    const link = await openLink(open.house.db, token, open.clock.now());
    return link.kind === 'open' ? link.needsRole : link.kind;
  };
  const rows = async (table: 'response' | 'begun_response' | 'held_response' | 'invitation') =>
    (
      await open.house.db
        .selectFrom(table)
        .select('workspace_id')
        .where('workspace_id', '=', desk.workspace.id)
        .execute()
    ).length;
  const kept = async () => [
    await rows('response'),
    await rows('begun_response'),
    await rows('held_response'),
  ];

  test('only where the send says so: it stops without a word of it, and leaves them out on that word', async () => {
    const [stale] = await seat(desk, { name: 'Dana Reyes', personaIds: ['buyer'] });
    const [never] = await seat(desk, { name: 'Bo Lind', personaIds: ['buyer'], confirmed: false });
    const [gone] = await seat(desk, { name: 'Takumi Arai', personaIds: ['buyer'], email: null });
    open.clock.advance(200 * DAY);
    const [ready] = await seat(desk, { name: 'Ruth Achterberg', personaIds: ['buyer'] });
    const all = [stale!, never!, gone!, ready!];
    expect(await send(all)).toMatchObject({ code: 'STALE_ROLE', stale: [stale, never, gone], ready: 1 });
    expect(await rows('invitation')).toBe(0);
    const left = [never, stale, gone].map((roleId) => ({ roleId, held: { reason: 'stale' } }));
    expect(await send(all, 'leave_out')).toEqual({
      ...{ kind: 'sent', invited: 1, askedFirst: 0, unready: 0, already: 0 },
      heldBack: expect.arrayContaining(left),
    });
    expect(await send(all, 'ask_first')).toEqual({
      ...{ kind: 'sent', invited: 2, askedFirst: 2, unready: 0, already: 1 },
      heldBack: [{ roleId: gone, held: { reason: 'no_address' } }],
    });
    expect(await send(all, 'ask_first')).toMatchObject({ invited: 0, askedFirst: 0, already: 3 });
    expect(await rows('invitation')).toBe(3);
    const sorted = await sortPiles(open.house, desk.workspace, { waveId });
    if (sorted.kind !== 'sorted') throw new Error(sorted.kind);
    expect(sorted.piles.stale.filter(({ held }) => held?.reason === 'invited')).toHaveLength(2);
  });

  test('nothing is kept before it is answered, whatever is posted to the link', async () => {
    const { token } = await askFirst(open, desk, waveId);
    expect(await doubt(token)).toBe('stale');
    const visitor = new HotVisitor(open.house);
    const first = `/r/${token}/who`;
    for (const query of ['', '?v=7', '?k=1']) {
      const shown = await visitor.get(`/r/${token}${query}`);
      expect([shown.status, shown.headers.location]).toEqual([
        302,
        `${first}${query === '?v=7' ? query : ''}`,
      ]);
    }
    for (const go of ['send', 'keep', 'next', 'back', 'review', '']) {
      const form = { go, q1: '9', moved: '1', shown: 'x', submit_id: open.house.ids.make(), page: '0' };
      const posted = await visitor.post(`/r/${token}`, form);
      expect([go, posted.status, posted.headers.location]).toEqual([go, 303, first]);
    }
    expect(await answer(open.house, token, { q1: '9' })).toEqual({ kind: 'role_first' });
    expect(await kept()).toEqual([0, 0, 0]);
    expect(await rolesIn(desk, 'Dana Reyes')).toMatchObject([{ by: desk.memberId }]);
  });

  test('a yes confirms it today in their own name, and the questions follow', async () => {
    const { token, roleId } = await askFirst(open, desk, waveId);
    expect(await say(desk, token, { kind: 'still' })).toEqual({ kind: 'still' });
    const role = await open.house.db
      .selectFrom('role_assignment')
      .select(['confirmed_at', 'confirmed_by'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('id', '=', roleId)
      .executeTakeFirstOrThrow();
    expect(role).toEqual({ confirmed_at: open.clock.now(), confirmed_by: 'self' });
    const acts = await open.house.db
      .selectFrom('audit_entry')
      .select(['actor', 'subject'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('act', '=', 'confirm_role')
      .execute();
    expect(acts).toEqual([{ actor: 'respondent', subject: roleId }]);
    expect(await doubt(token)).toBeNull();
    expect(await answer(open.house, token, { q1: '9' })).toEqual({ kind: 'kept' });
    expect(await kept()).toEqual([1, 0, 0]);
  });

  test('a member who confirms it meanwhile answers for them, also by a clock that was set back', async () => {
    const { token, roleId } = await askFirst(open, desk, waveId);
    open.clock.advance(-300 * DAY);
    await confirmRole(open.house, desk.workspace, { roleId, actor: desk.memberId });
    expect(await doubt(token)).toBeNull();
    open.clock.advance(300 * DAY);
    expect(await answer(open.house, token, { q1: '9' })).toEqual({ kind: 'kept' });
  });

  test('another role takes its own questions, and the answer stands there', async () => {
    const { token } = await askFirst(open, desk, waveId);
    expect(await say(desk, token, { kind: 'other', personaId: 'end_user' })).toEqual({ kind: 'asked' });
    expect([await asksNow(desk, token), await doubt(token)]).toEqual(['end_user', null]);
    expect(await answer(open.house, token, { q1: '4' })).toEqual({ kind: 'kept' });
    const [response] = await open.house.db
      .selectFrom('response')
      .select(['persona_id', 'persona_at_invite'])
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    expect(response).toEqual({ persona_id: 'end_user', persona_at_invite: 'buyer' });
  });

  test.each([{ kind: 'left' }, { kind: 'none', words: '' }] as const)(
    'who says $kind is asked nothing, and nothing counts',
    async (said) => {
      const { token } = await askFirst(open, desk, waveId);
      expect(await say(desk, token, said)).toEqual({ kind: said.kind });
      expect(await answer(open.house, token, { q1: '9' })).toEqual({ kind: 'unknown' });
      expect(await kept()).toEqual([0, 0, 0]);
    },
  );

  test('a role that was never confirmed is asked for too, and which hat is said by the send', async () => {
    const hats = await seat(desk, { name: 'Bo Lind', personaIds: ['buyer', 'end_user'], confirmed: false });
    expect(await send([hats[0]!], 'ask_first')).toMatchObject({ invited: 1, askedFirst: 1 });
    const [invitation] = await open.house.db
      .selectFrom('invitation')
      .select(['persona_id', 'stale_confirmation'])
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    expect(invitation).toEqual({ persona_id: 'buyer', stale_confirmation: 0 });
  });

  test('a reminder leads to the same question while it is open', async () => {
    const course = { sendAt: null, inHours: false, reminders: 1, remindAfterDays: 5 };
    await setCourse(open.house, desk.workspace, { waveId, course, actor: desk.memberId });
    const { token } = await askFirst(open, desk, waveId, { queue: queueMessages(open.house) });
    for (let looks = 0; looks < 3; looks += 1) {
      while (await sendDueMessages(open.house));
      open.clock.advance(6 * DAY);
    }
    const letters = await open.house.db
      .selectFrom('outbound_message')
      .select(['kind', 'state'])
      .where('workspace_id', '=', desk.workspace.id)
      .orderBy('kind')
      .execute();
    expect(letters).toEqual([
      { kind: 'invitation', state: 'accepted' },
      { kind: 'reminder', state: 'accepted' },
    ]);
    expect(await doubt(token)).toBe('stale');
  });

  test('that it asks first never changes, whoever writes', async () => {
    await askFirst(open, desk, waveId);
    const unasked = open.house.db
      .updateTable('invitation')
      .set({ stale_confirmation: null } as never)
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    await expect(unasked).rejects.toThrow('FROZEN');
  });
});
