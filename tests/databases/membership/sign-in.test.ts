import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findMember } from '#app/membership/guard.server.ts';
import { disableMember } from '#app/membership/members/disable-member.server.ts';
import { signIn } from '#app/membership/sign-in/sign-in.server.ts';
import { signOut } from '#app/membership/sign-in/sign-out.server.ts';
import { DAY, HOUR, MINUTE, SECOND } from '#app/platform/clock.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { contextOf } from '#tests/support/context.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { addMember, foundForeignWorkspace, PASSWORD } from '#tests/support/members.ts';

describe.each(ENGINES)('signing in on %s', (engine) => {
  let test: TestHouse;
  let workspace: Workspace;
  beforeEach(async () => {
    test = await openTestHouse({ engine });
    ({ workspace } = await foundTestWorkspace(test.house));
  });
  afterEach(() => test.close());

  const attempt = (email: string, password: string, peer = '203.0.113.7', oldToken: string | null = null) =>
    signIn(test.house, { email, password, peer, oldToken });
  const tokenOf = async (email: string, password: string, oldToken: string | null = null) => {
    const outcome = await attempt(email, password, '203.0.113.7', oldToken);
    if (outcome.kind !== 'signed_in') throw new Error(`${email} was not signed in: ${outcome.kind}`);
    return /^rolecall=([\w-]{43});/.exec(outcome.setCookie)![1]!;
  };
  const whoIs = (token: string) =>
    findMember(
      new Request('http://localhost:3000/', { headers: { cookie: `rolecall=${token}` } }),
      contextOf(test.house),
    );

  it('opens a session whose token is nowhere in the database', async () => {
    const token = await tokenOf(` ${ADMIN.email.toUpperCase()}`, ADMIN.password);
    expect((await whoIs(token))?.member.name).toBe(ADMIN.name);
    const sessions = await test.house.db.selectFrom('session').selectAll().execute();
    expect(sessions).toHaveLength(1);
    expect(JSON.stringify(sessions)).not.toContain(token);
  });

  it('refuses an unknown address, a wrong password and a disabled member with one answer', async () => {
    const kim = await addMember(test.house, workspace, 'cx');
    await disableMember(test.house, workspace, { memberId: kim.id, actor: 'test' });
    const outcomes = [
      await attempt('nobody@northwind.example', PASSWORD, '203.0.113.1'),
      await attempt(ADMIN.email, 'a wrong but long password', '203.0.113.2'),
      await attempt(kim.email, PASSWORD, '203.0.113.3'),
    ];
    expect(outcomes).toEqual([{ kind: 'refused' }, { kind: 'refused' }, { kind: 'refused' }]);
  });

  it('takes the same password from any keyboard: composed and decomposed letters are one', async () => {
    const { email } = await addMember(test.house, workspace, 'cx', 'caf\u00e9 cr\u00e8me br\u00fbl\u00e9e');
    expect((await attempt(email, 'cafe\u0301 cre\u0300me bru\u0302le\u0301e')).kind).toBe('signed_in');
  });

  it('leads an address with two memberships to the workspace whose password was typed', async () => {
    const foreign = await foundForeignWorkspace(test.house, {
      ...ADMIN,
      password: 'another long password here',
    });
    const own = await whoIs(await tokenOf(ADMIN.email, ADMIN.password));
    const other = await whoIs(await tokenOf(ADMIN.email, 'another long password here'));
    expect(own?.workspace.id).toBe(workspace.id);
    expect(other?.workspace.id).toBe(foreign.workspace.id);
  });

  it('ends the session the browser held before', async () => {
    const before = await tokenOf(ADMIN.email, ADMIN.password);
    const after = await tokenOf(ADMIN.email, ADMIN.password, before);
    expect(await whoIs(before)).toBeNull();
    expect(await whoIs(after)).not.toBeNull();
  });

  it('ends a session by signing out', async () => {
    const token = await tokenOf(ADMIN.email, ADMIN.password);
    await signOut(test.house, token);
    expect(await whoIs(token)).toBeNull();
  });

  it('ends a session that rested for 8 hours, and keeps one that is used', async () => {
    const { email } = await addMember(test.house, workspace, 'cx');
    const token = await tokenOf(email, PASSWORD);
    for (let visit = 0; visit < 3; visit += 1) {
      test.clock.advance(8 * HOUR - MINUTE);
      expect(await whoIs(token), `visit ${visit}`).not.toBeNull();
    }
    test.clock.advance(8 * HOUR);
    expect(await whoIs(token)).toBeNull();
  });

  it.each([
    { permission: 'admin' as const, longest: 12 * HOUR },
    { permission: 'cx' as const, longest: 7 * DAY },
    { permission: 'executive' as const, longest: 7 * DAY },
  ])(
    'ends the session of $permission after $longest ms, however busy it is',
    async ({ permission, longest }) => {
      const { email } = await addMember(test.house, workspace, permission);
      const started = test.clock.now();
      const token = await tokenOf(email, PASSWORD);
      for (let at = 4 * HOUR; at < longest; at += 4 * HOUR) {
        test.clock.set(started + at);
        await whoIs(token);
      }
      test.clock.set(started + longest - 1);
      expect(await whoIs(token)).not.toBeNull();
      test.clock.set(started + longest);
      expect(await whoIs(token)).toBeNull();
    },
  );

  it('notes a visit at most once a minute', async () => {
    const token = await tokenOf(ADMIN.email, ADMIN.password);
    const seenAt = async () =>
      (await test.house.db.selectFrom('session').select('seen_at').executeTakeFirstOrThrow()).seen_at;
    const first = await seenAt();
    test.clock.advance(59 * SECOND);
    await whoIs(token);
    expect(await seenAt()).toBe(first);
    test.clock.advance(SECOND);
    await whoIs(token);
    expect(await seenAt()).toBe(first + MINUTE);
  });

  it('lets five guesses at an address pass, then waits twice as long each time up to a minute, and never locks', async () => {
    const waits: number[] = [];
    for (let guess = 0; guess < 12; guess += 1) {
      const early = await attempt(ADMIN.email, 'guess after guess after guess', `192.0.2.${guess}`);
      if (early.kind === 'refused') continue;
      if (early.kind !== 'wait') throw new Error(`guess ${guess}: ${early.kind}`);
      waits.push(early.seconds);
      test.clock.advance(early.seconds * SECOND);
      const later = await attempt(ADMIN.email, 'guess after guess after guess', `198.51.100.${guess}`);
      expect(later.kind).toBe('refused');
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60]);
    expect(await attempt(ADMIN.email, ADMIN.password, '203.0.113.9')).toEqual({ kind: 'wait', seconds: 60 });
    test.clock.advance(60 * SECOND);
    expect((await attempt(ADMIN.email, ADMIN.password, '203.0.113.9')).kind).toBe('signed_in');
  });

  it('counts guesses by the machine they come from, over any number of addresses', async () => {
    for (let guess = 0; guess < 5; guess += 1) await attempt(`kim${guess}@northwind.example`, PASSWORD);
    expect(await attempt('kim5@northwind.example', PASSWORD)).toEqual({ kind: 'wait', seconds: 1 });
    expect((await attempt('kim5@northwind.example', PASSWORD, '203.0.113.8')).kind).toBe('refused');
  });

  it('counts guesses sent at the same moment one by one', async () => {
    const guesses = Array.from({ length: 12 }, (_, each) =>
      attempt(ADMIN.email, 'all at the same time', `198.51.100.${each}`),
    );
    const kinds = (await Promise.all(guesses)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'refused')).toHaveLength(5);
  });

  it('forgets the failures of whoever then signs in, and keeps no address that was typed', async () => {
    for (let slip = 0; slip < 4; slip += 1) await attempt(ADMIN.email, 'not quite the right one');
    expect((await attempt(ADMIN.email, ADMIN.password)).kind).toBe('signed_in');
    for (let slip = 0; slip < 4; slip += 1)
      expect((await attempt(ADMIN.email, 'not quite the right one', '203.0.113.99')).kind).toBe('refused');
    const kept = await test.house.db.selectFrom('sign_in_throttle').selectAll().execute();
    expect(JSON.stringify(kept)).not.toMatch(/northwind|203\.0/);
  });
});
