import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignRole } from '#app/audience/assign-role.server.ts';
import { closeRole } from '#app/audience/close-role.server.ts';
import { confirmRole } from '#app/audience/confirm-role.server.ts';
import { leaveAccount } from '#app/audience/leave-account.server.ts';
import { saveAccount } from '#app/audience/save-account.server.ts';
import { savePerson } from '#app/audience/save-person.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

describe.each(ENGINES)('a role is an episode on %s', (engine) => {
  let test: TestHouse;
  let workspace: Workspace;
  let actor: string;

  beforeAll(async () => {
    test = await openTestHouse({ engine });
    const founded = await foundTestWorkspace(test.house);
    workspace = founded.workspace;
    actor = founded.memberId;
  });
  afterAll(() => test.close());

  const account = async (name: string) => {
    const saved = await saveAccount(test.house, workspace, { name, actor });
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    return saved.id;
  };
  const person = async (name: string, email: string, accountId: string) => {
    const employment = { accountId };
    const saved = await savePerson(test.house, workspace, {
      name,
      emails: [email],
      employment,
      source: 'csm',
      actor,
    });
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    return saved.id;
  };
  const hold = (personId: string, accountId: string, personaId: string, since = test.clock.now()) =>
    assignRole(test.house, workspace, {
      personId,
      accountId,
      personaId,
      source: 'csm',
      evidence: 'said so on the phone',
      startedAt: since,
      actor,
      confirmed: true,
    });
  const roles = () =>
    test.house.db
      .selectFrom('role_assignment')
      .select(['account_id', 'persona_id', 'ended_at', 'confirmed_at'])
      .where('workspace_id', '=', workspace.id)
      .orderBy('started_at');

  it('Dana leaves Acme for Beta: the buyer’s seat at Acme stands empty, its past stays, Beta gets a new episode', async () => {
    const [acme, beta] = [await account('Acme'), await account('Beta')];
    const dana = await person('Dana', 'dana@acme.example', acme);
    expect(await hold(dana, acme, 'buyer')).toMatchObject({ kind: 'assigned' });
    const before = test.clock.now();
    test.clock.advance(200 * 24 * 3600 * 1000);
    const left = await leaveAccount(test.house, workspace, {
      personId: dana,
      accountId: acme,
      reason: 'moved to Beta',
      actor,
    });
    expect(left).toEqual({ kind: 'left', rolesEnded: 1 });
    expect(await person('Dana', 'dana@acme.example', beta)).toBe(dana);
    await hold(dana, beta, 'end_user');
    const ofDana = await roles().where('person_id', '=', dana).execute();
    expect(ofDana).toEqual([
      { account_id: acme, persona_id: 'buyer', confirmed_at: before, ended_at: test.clock.now() },
      { account_id: beta, persona_id: 'end_user', confirmed_at: test.clock.now(), ended_at: null },
    ]);
    const again = await leaveAccount(test.house, workspace, {
      personId: dana,
      accountId: acme,
      reason: 'again',
      actor,
    });
    expect(again).toEqual({ kind: 'not_there' });
  });

  it('the same role cannot be held twice at once, nor begin before it last ended', async () => {
    const gale = await account('Gale');
    const noor = await person('Noor', 'noor@gale.example', gale);
    const first = await hold(noor, gale, 'buyer');
    expect(first.kind).toBe('assigned');
    const roleId = first.kind === 'assigned' ? first.id : '';
    expect(await hold(noor, gale, 'buyer')).toEqual({ kind: 'already', id: roleId });
    expect((await hold(noor, gale, 'influencer')).kind).toBe('assigned');
    test.clock.advance(1000);
    const endedAt = test.clock.now();
    expect(await closeRole(test.house, workspace, { roleId, reason: 'new job', actor })).toEqual({
      kind: 'closed',
    });
    expect(await closeRole(test.house, workspace, { roleId, reason: 'new job', actor })).toEqual({
      kind: 'already_closed',
      endedAt,
    });
    expect(await hold(noor, gale, 'buyer', endedAt - 500)).toEqual({ kind: 'overlap', id: roleId, endedAt });
    expect((await hold(noor, gale, 'buyer', endedAt)).kind).toBe('assigned');
    expect(await confirmRole(test.house, workspace, { roleId, actor })).toEqual({ kind: 'ended', endedAt });
  });

  it('a role needs a person, an account and an open persona that exist', async () => {
    const fjord = await account('Fjord');
    const kofi = await person('Kofi', 'kofi@fjord.example', fjord);
    expect((await hold(kofi, fjord, 'contact')).kind).toBe('unknown_persona');
    expect((await hold(fjord, fjord, 'buyer')).kind).toBe('unknown_person');
    expect((await hold(kofi, kofi, 'buyer')).kind).toBe('unknown_account');
  });

  it('people are the same by address, never by name', async () => {
    const lumen = await account('  LUMEN   Logistics ');
    expect(await account('Lumen logistics')).toBe(lumen);
    const ruth = await person('Ruth Achterberg', 'Ruth@Lumen.example', lumen);
    expect(await person('ruth  achterberg', ' ruth@lumen.EXAMPLE ', lumen)).toBe(ruth);
    expect(await person('Ruth Achterberg', 'other@lumen.example', lumen)).not.toBe(ruth);
    const other = await savePerson(test.house, workspace, {
      name: 'Rut A.',
      emails: ['ruth@lumen.example'],
      source: 'crm',
      actor,
    });
    expect(other).toMatchObject({ kind: 'other_name', id: ruth });
    const two = await savePerson(test.house, workspace, {
      name: 'Ruth Achterberg',
      emails: ['ruth@lumen.example', 'other@lumen.example'],
      source: 'crm',
      actor,
    });
    expect(two.kind).toBe('several_people');
  });
});
