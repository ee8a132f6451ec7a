import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changePermission } from '#app/membership/members/change-permission.server.ts';
import { choosePassword } from '#app/membership/members/choose-password.server.ts';
import { disableMember } from '#app/membership/members/disable-member.server.ts';
import { inviteMember } from '#app/membership/members/invite-member.server.ts';
import { listMembers } from '#app/membership/members/list-members.server.ts';
import { openLink } from '#app/membership/members/open-link.server.ts';
import { requestReset } from '#app/membership/members/request-reset.server.ts';
import { restoreMember } from '#app/membership/members/restore-member.server.ts';
import { signIn } from '#app/membership/sign-in/sign-in.server.ts';
import { DAY, HOUR } from '#app/platform/clock.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { addMember, foundForeignWorkspace, PASSWORD } from '#tests/support/members.ts';

describe.each(ENGINES)('members on %s', (engine) => {
  let test: TestHouse;
  let workspace: Workspace;
  let adminId: string;
  beforeEach(async () => {
    test = await openTestHouse({ engine });
    ({ workspace, memberId: adminId } = await foundTestWorkspace(test.house));
  });
  afterEach(() => test.close());

  const actor = { id: 'test', name: ADMIN.name };
  const invite = async (email = 'kim@northwind.example') => {
    const invited = await inviteMember(test.house, workspace, {
      email,
      name: 'Kim Oduya',
      permission: 'cx',
      actor,
    });
    if (invited.kind !== 'invited') throw new Error(`not invited: ${invited.kind}`);
    return { ...invited, token: invited.url.split('/').at(-1)! };
  };
  const letters = async () => {
    const rows = await test.house.db.selectFrom('mailbox_message').selectAll().orderBy('id').execute();
    return rows.map(({ rcpt_to, subject, bytes }) => ({
      to: rcpt_to,
      subject,
      text: Buffer.from(bytes).toString(),
    }));
  };
  const linkIn = (text: string) => /\/(?:join|reset)\/([\w-]{43})/.exec(text.replace(/=\r\n/g, ''))?.[1];
  const mailedReset = async () =>
    linkIn((await letters()).find(({ subject }) => subject.startsWith('A new password'))!.text)!;
  const signInAs = async (email: string, password: string) =>
    (await signIn(test.house, { email, password, peer: '203.0.113.7', oldToken: null })).kind;
  const sessions = async (memberId: string) =>
    test.house.db.selectFrom('session').select('token_hash').where('member_id', '=', memberId).execute();
  const acts = async () =>
    (await test.house.db.selectFrom('audit_entry').select(['act', 'actor']).orderBy('id').execute()).map(
      ({ act }) => act,
    );

  it('invites by mail, in text and HTML, with a link that is kept only as a hash', async () => {
    const { token } = await invite();
    const [letter] = await letters();
    expect(letter).toMatchObject({ to: 'kim@northwind.example' });
    expect(letter!.subject).toBe('Ifeoma Okonkwo invites you to Northwind Metrics on Rolecall');
    expect(letter!.text).toMatch(/multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html/);
    expect(linkIn(letter!.text)).toBe(token);
    const kept = await test.house.db.selectFrom('member_link').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('lets a link be opened any number of times and used once', async () => {
    const { token } = await invite();
    for (let scan = 0; scan < 3; scan += 1)
      expect(await openLink(test.house, 'welcome', token)).not.toBeNull();
    const two = await Promise.all(
      [1, 2].map(() => choosePassword(test.house, { kind: 'welcome', token, password: PASSWORD })),
    );
    expect(two.map(({ kind }) => kind).sort()).toEqual(['chosen', 'gone']);
    expect(await signInAs('kim@northwind.example', PASSWORD)).toBe('signed_in');
  });

  it('ends a link after seven days, and by a newer one', async () => {
    const first = await invite();
    const second = await invite();
    expect(second.memberId).toBe(first.memberId);
    expect(await openLink(test.house, 'welcome', first.token)).toBeNull();
    test.clock.advance(7 * DAY);
    expect(
      (await choosePassword(test.house, { kind: 'welcome', token: second.token, password: PASSWORD })).kind,
    ).toBe('gone');
  });

  it('does not take a link of one kind for the other', async () => {
    const { token } = await invite();
    expect((await choosePassword(test.house, { kind: 'reset', token, password: PASSWORD })).kind).toBe(
      'gone',
    );
  });

  it.each([
    ['fourteen chars', /at least 15/],
    ['x'.repeat(129), /at most 128/],
    ['KIM.ODUYA@northwind.example', /e-mail/],
    ['northwind metrics', /name of the workspace/],
  ])('refuses the password %j', async (password, why) => {
    const { token } = await invite('kim.oduya@northwind.example');
    const outcome = await choosePassword(test.house, { kind: 'welcome', token, password });
    expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringMatching(why) });
    expect(await openLink(test.house, 'welcome', token)).not.toBeNull();
  });

  it('mails a link for a new password, and signs every browser out when it is used', async () => {
    const kim = await addMember(test.house, workspace, 'cx');
    await signInAs(kim.email, PASSWORD);
    const asked = await requestReset(test.house, { email: kim.email, peer: '203.0.113.7' });
    if (asked.kind === 'heard') await asked.posted;
    const token = await mailedReset();
    const old = await sessions(kim.id);
    const outcome = await choosePassword(test.house, {
      kind: 'reset',
      token,
      password: 'four words in another row',
    });
    expect(outcome.kind).toBe('chosen');
    expect(await sessions(kim.id)).not.toEqual(expect.arrayContaining(old));
    expect(await signInAs(kim.email, PASSWORD)).toBe('refused');
    expect(await signInAs(kim.email, 'four words in another row')).toBe('signed_in');
  });

  it('answers a request for an unknown address the same, and mails nobody', async () => {
    const before = (await letters()).length;
    const asked = await requestReset(test.house, { email: 'nobody@northwind.example', peer: '203.0.113.7' });
    expect(asked.kind).toBe('heard');
    if (asked.kind === 'heard') await asked.posted;
    expect(await letters()).toHaveLength(before);
  });

  it('ends a link for a new password after an hour', async () => {
    const asked = await requestReset(test.house, { email: ADMIN.email, peer: '203.0.113.7' });
    if (asked.kind === 'heard') await asked.posted;
    const token = await mailedReset();
    test.clock.advance(HOUR);
    expect(await openLink(test.house, 'reset', token)).toBeNull();
  });

  it('does not fill anybody’s mailbox: the sixth request for an address waits', async () => {
    for (let time = 0; time < 5; time += 1)
      await requestReset(test.house, { email: ADMIN.email, peer: `192.0.2.${time}` });
    expect((await requestReset(test.house, { email: ADMIN.email, peer: '192.0.2.9' })).kind).toBe('wait');
  });

  it('signs a member out when their permission changes or they are disabled', async () => {
    const kim = await addMember(test.house, workspace, 'cx');
    await signInAs(kim.email, PASSWORD);
    await changePermission(test.house, workspace, {
      memberId: kim.id,
      permission: 'executive',
      actor: adminId,
    });
    expect(await sessions(kim.id)).toEqual([]);
    await signInAs(kim.email, PASSWORD);
    await disableMember(test.house, workspace, { memberId: kim.id, actor: adminId });
    expect(await sessions(kim.id)).toEqual([]);
    expect(await signInAs(kim.email, PASSWORD)).toBe('refused');
    await restoreMember(test.house, workspace, { memberId: kim.id, actor: adminId });
    expect(await signInAs(kim.email, PASSWORD)).toBe('signed_in');
    expect(await acts()).toEqual(
      expect.arrayContaining([
        'change_permission',
        'disable_member',
        'restore_member',
        'sign_in',
        'accept_invitation',
      ]),
    );
  });

  it('never loses its last admin, also when two admins remove each other at the same moment', async () => {
    const alone = { memberId: adminId, actor: adminId };
    expect((await disableMember(test.house, workspace, alone)).kind).toBe('last_admin');
    expect((await changePermission(test.house, workspace, { ...alone, permission: 'cx' })).kind).toBe(
      'last_admin',
    );
    const second = await addMember(test.house, workspace, 'admin');
    // Connections that are open already let the two transactions really overlap.
    await Promise.all([1, 2, 3, 4].map(() => listMembers(test.house.db, workspace)));
    const outcomes = await Promise.all([
      disableMember(test.house, workspace, { memberId: second.id, actor: adminId }),
      changePermission(test.house, workspace, { memberId: adminId, permission: 'cx', actor: second.id }),
    ]);
    expect(outcomes.filter(({ kind }) => kind === 'last_admin')).toHaveLength(1);
  });

  it('does not count an invited admin who never came as one', async () => {
    await inviteMember(test.house, workspace, {
      email: 'a@northwind.example',
      name: 'A',
      permission: 'admin',
      actor,
    });
    expect((await disableMember(test.house, workspace, { memberId: adminId, actor: adminId })).kind).toBe(
      'last_admin',
    );
  });

  it('knows nobody of another workspace', async () => {
    const foreign = await foundForeignWorkspace(test.house);
    const them = { memberId: foreign.memberId, actor: adminId };
    expect((await disableMember(test.house, workspace, them)).kind).toBe('unknown');
    expect((await restoreMember(test.house, workspace, them)).kind).toBe('unknown');
    expect((await changePermission(test.house, workspace, { ...them, permission: 'cx' })).kind).toBe(
      'unknown',
    );
  });
});
