import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeRole } from '#app/audience/close-role.server.ts';
import { readCommitteeQuery } from '#app/committee/list/committee-query.ts';
import { listCommittees } from '#app/committee/list/list-committees.server.ts';
import { listSilentSeats } from '#app/committee/list-silent-seats.server.ts';
import { readCommittee } from '#app/committee/picture/read-committee.server.ts';
import { insertSuppression } from '#app/delivery/suppression.store.server.ts';
import type { PersonaBase } from '#app/persona/persona.ts';
import { DAY, dayIn } from '#app/platform/clock.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { currentHash } from '#app/programme/address-hash.server.ts';
import { listAccountsHeard } from '#app/results/account.store.server.ts';
import { anotherDesk, type Desk, draftWave } from '#tests/support/asking.ts';
import { playCommittee, renew } from '#tests/support/committee.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, START, type TestHouse } from '#tests/support/house.ts';
import { statementsOf } from '#tests/support/statements-of.ts';

const ACCOUNT = 'Meridian Foods';
/** More than are looked at first. */
const MANY = 70;

/** Buyers who were asked and gave nothing to the invitation; what else is known of each tells why not all are silent. */
const ASKED = ['Ann', 'Bea', 'Cid', 'Dan', 'Eve', 'Fay', 'Gil'] as const;

describe.each(ENGINES)('who is silent, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let waveId: string;
  let accountId: string;
  const invitations = new Map<string, Record<'id' | 'roleId' | 'personId' | 'versionId', string>>();

  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
    open.clock.set(START);
    desk = await anotherDesk(open.house, 'Silent');
    ({ waveId } = await draftWave(desk, ['buyer', 'end_user']));
    const asked = ASKED.map((name) => ({ name, personaId: 'buyer', says: null }));
    await playCommittee(desk, waveId, [...asked, { name: 'Hal', personaId: 'buyer', says: 8 }]);
    await renew(desk, ACCOUNT, '2026-12-01');
    const rows = await open.house.db
      .selectFrom('invitation as i')
      .innerJoin('person as p', (on) =>
        on.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id'),
      )
      .select(['p.name', 'i.id', 'i.role_assignment_id as roleId', 'i.person_id as personId', 'i.account_id'])
      .select('i.survey_version_id as versionId')
      .where('i.workspace_id', '=', desk.workspace.id)
      .execute();
    for (const { name, ...row } of rows) invitations.set(name, row);
    accountId = rows[0]!.account_id;
    open.clock.advance(DAY);
  });
  afterAll(() => open.close());

  /** What the executive's page, the list of committees and the picture of the account say. */
  async function said() {
    const { house } = open;
    const now = house.clock.now();
    const seats = await listSilentSeats(house, desk.workspace, {
      days: 90,
      today: dayIn('UTC', now),
      limit: 10,
    });
    const query = readCommitteeQuery(new URLSearchParams(), fromSlug);
    const list = await listCommittees(house, desk.workspace, query, { overdue: new Map(), now, limit: 10 });
    const picture = await readCommittee(house, desk.workspace, { accountId, waveId, names: 'all' });
    const drawn = picture!.lanes.flatMap(({ sitting }) => sitting);
    const silent = drawn.filter(({ state, why }) => state === 'not_heard' && why === null);
    return {
      page: seats.map(({ personName, timesAsked }) => `${personName} ${timesAsked}`).sort(),
      listed: list.lines.find((line) => line.accountId === accountId)!.silent,
      picture: silent.map(({ personName, askedInVain }) => `${personName} ${askedInVain}`).sort(),
    };
  }

  async function expectSilent(names: readonly string[]) {
    const each = names.map((name) => `${name} 1`);
    expect(await said()).toEqual({ page: each, listed: names.length, picture: each });
  }

  const of = (name: string) => invitations.get(name)!;

  /** A letter of theirs as the mail left it. */
  const letter = (name: string, fate: { state: 'failed' | 'accepted'; outcome: 'hard_bounce' | null }) =>
    open.house.db
      .insertInto('outbound_message')
      .values({
        ...{ workspace_id: desk.workspace.id, id: open.house.ids.make(), invitation_id: of(name).id },
        ...{ wave_id: waveId, kind: 'invitation', ordinal: 1, to_address: 'x@a.example', subject: '' },
        ...{ message_id: '', attempts: 1, next_at: 1, fence: 0, resent: 0, created_at: 1, ...fate },
      })
      .execute();

  /** An answer that nobody was invited to give. */
  const unasked = ({ personId, at }: { personId: string | null; at: string }) =>
    open.house.db
      .insertInto('response')
      .values({
        ...{
          workspace_id: desk.workspace.id,
          id: open.house.ids.make(),
          wave_id: waveId,
          persona_id: 'buyer',
        },
        ...{ survey_version_id: of('Gil').versionId, source: 'link', invitation_id: null, import_id: null },
        ...{ held_id: null, persona_at_invite: null, role_assignment_id: null, person_id: personId },
        ...{
          account_id: at,
          confidentiality: 'attributed',
          language: 'en',
          submit_id: open.house.ids.make(),
        },
        ...{ answered_at: open.house.clock.now(), received_at: open.house.clock.now() },
      })
      .execute();

  test('is said alike on the executive’s page, in the list of committees and in the picture of the account', async () => {
    const { house } = open;
    await expectSilent(ASKED);
    await letter('Ann', { state: 'accepted', outcome: null });
    await letter('Bea', { state: 'accepted', outcome: 'hard_bounce' });
    await expectSilent(['Ann', 'Cid', 'Dan', 'Eve', 'Fay', 'Gil']);
    await letter('Cid', { state: 'failed', outcome: null });
    await expectSilent(['Ann', 'Dan', 'Eve', 'Fay', 'Gil']);
    await house.db
      .updateTable('invitation')
      .set({ revoked_at: house.clock.now() })
      .where('workspace_id', '=', desk.workspace.id)
      .where('id', '=', of('Dan').id)
      .execute();
    await expectSilent(['Ann', 'Eve', 'Fay', 'Gil']);
    await insertSuppression(house.db, {
      ...{ workspaceId: desk.workspace.id, domain: 'people.example', at: house.clock.now(), reason: 'asked' },
      ...currentHash(house.env, 'eve@people.example'),
    });
    await expectSilent(['Ann', 'Fay', 'Gil']);
    await closeRole(house, desk.workspace, {
      roleId: of('Fay').roleId,
      reason: 'left',
      actor: desk.memberId,
    });
    await expectSilent(['Ann', 'Gil']);
    await unasked({ personId: of('Gil').personId, at: accountId });
    await expectSilent(['Ann']);
  });

  test('has nothing to do with which accounts were heard, few or many, invited or not', async () => {
    const names = async (heard: number) => {
      const found = await listAccountsHeard(open.house.db, desk.workspace, { waveId, heard, limit: 10 });
      return found.map(({ name }) => name);
    };
    const heard = await names(1);
    expect(heard).toEqual([ACCOUNT]);
    expect(await names(1_000_000)).toEqual(heard);
    await playCommittee(desk, waveId, [
      { name: 'Ian', account: 'Beta', personaId: 'end_user', says: 7 },
      { name: 'Joy', account: 'Gamma', personaId: 'end_user', says: null },
    ]);
    const { id: gamma } = await open.house.db
      .selectFrom('account')
      .select('id')
      .where('workspace_id', '=', desk.workspace.id)
      .where('name', '=', 'Gamma')
      .executeTakeFirstOrThrow();
    expect(await names(1)).toEqual(['Beta', ACCOUNT]);
    expect(await names(1_000_000)).toEqual(['Beta', ACCOUNT]);
    await unasked({ personId: null, at: gamma });
    expect(await names(1)).toEqual(['Beta', 'Gamma', ACCOUNT]);
    expect(await names(1_000_000)).toEqual(['Beta', 'Gamma', ACCOUNT]);
  });

  test('is found however many were asked before them and are silent no more', async () => {
    const { house } = open;
    const now = house.clock.now();
    for (let at = 0; at < MANY; at += 1)
      await playCommittee(desk, waveId, [
        { name: `Left ${at}`, account: 'Aaa', personaId: 'end_user', says: null },
      ]);
    await renew(desk, 'Aaa', '2026-11-20');
    await playCommittee(desk, waveId, [{ name: 'Zoe', account: 'Zzz', personaId: 'end_user', says: null }]);
    await renew(desk, 'Zzz', '2026-12-20');
    const left = await house.db
      .selectFrom('person')
      .select(['id', 'name'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('name', 'like', 'Left %')
      .execute();
    expect(left).toHaveLength(MANY);
    for (const { name } of left)
      await insertSuppression(house.db, {
        ...{ workspaceId: desk.workspace.id, domain: 'people.example', at: now, reason: 'asked' },
        ...currentHash(house.env, `${name.toLowerCase().replaceAll(' ', '.')}@people.example`),
      });
    const found = await listSilentSeats(house, desk.workspace, {
      days: 90,
      today: dayIn('UTC', now),
      limit: 1,
      base: 'end_user',
    });
    expect(found.map(({ personName }) => personName)).toEqual(['Zoe']);
  });

  test('is looked for at no seat where nobody of the persona was ever asked by name', async () => {
    const { house } = open;
    const looksFor = async (base: PersonaBase) => {
      const ran = statementsOf(house.reading);
      const today = dayIn('UTC', house.clock.now());
      const found = await listSilentSeats(house, desk.workspace, { days: 90, today, limit: 1, base });
      ran.stop();
      return { found: found.length, looks: ran.from('account') };
    };
    expect(await looksFor('buyer')).toEqual({ found: 1, looks: 1 });
    expect(await looksFor('influencer')).toEqual({ found: 0, looks: 0 });
  });
});
