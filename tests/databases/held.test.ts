import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { discardHeld } from '#app/answering/held/discard-held.server.ts';
import { listHeld } from '#app/answering/held/list-held.server.ts';
import { closeRole } from '#app/audience/close-role.server.ts';
import { DAY } from '#app/platform/clock.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { listWaves } from '#app/results/lane.store.server.ts';
import { readLanes } from '#app/results/read-lanes.server.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave, openProgramme, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { hold, KEY, release } from '#tests/support/held.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { shareFor } from '#tests/support/shared-links.ts';

describe.each(ENGINES)('held answers on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let waveId: string;
  /** The link of Henrik, who is asked as a buyer of Meridian Foods. */
  let token: string;

  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    desk = await anotherDesk(open.house, 'Held');
    waveId = (await draftWave(desk, ['buyer', 'end_user'])).waveId;
    token = await ask(desk, waveId, { name: 'Henrik Aalto', personaIds: ['buyer'] });
  });

  const invitation = () =>
    open.house.db
      .selectFrom('invitation')
      .selectAll()
      .where('workspace_id', '=', desk.workspace.id)
      .executeTakeFirstOrThrow();
  const responses = () =>
    open.house.db.selectFrom('response').selectAll().where('workspace_id', '=', desk.workspace.id).execute();
  const heldRow = (id: string) =>
    open.house.db
      .selectFrom('held_response')
      .selectAll()
      .where('workspace_id', '=', desk.workspace.id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  const tally = async () => {
    await countWaiting(open.house);
    return open.house.db
      .selectFrom('answer_tally')
      .select(['value', 'people'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('persona_id', '=', 'buyer')
      .execute();
  };
  const audited = async () => {
    const rows = await open.house.db
      .selectFrom('audit_entry')
      .select('act')
      .where('workspace_id', '=', desk.workspace.id)
      .where('act', 'in', ['release_held', 'discard_held'])
      .orderBy('id')
      .execute();
    return rows.map(({ act }) => act);
  };
  const buyers = async () => {
    const [wave] = await listWaves(open.house.db, desk.workspace);
    const [lane] = await readLanes(open.house.db, desk.workspace, wave!, 'buyer');
    return { heard: lane!.heard, n: lane!.score!.n, known: lane!.row.known };
  };
  const known = async (people: number | null) => {
    await open.house.db
      .updateTable('wave_lane')
      .set({ known_people: people })
      .where('workspace_id', '=', desk.workspace.id)
      .where('wave_id', '=', waveId)
      .where('persona_id', '=', 'buyer')
      .execute();
  };
  const holdMachine = async (score = '3') => {
    const { id, account_id: accountId } = await invitation();
    const asked = { personaId: 'buyer', reason: 'machine', evidence: ['honeypot'], score } as const;
    return hold(desk, waveId, { ...asked, invitationId: id, accountId });
  };
  const discard = (heldId: string) =>
    discardHeld(open.house, desk.workspace, { heldId, reason: 'A scanner', actor: desk.memberId });

  test('what is held counts nowhere until it is released, and then once under its persona', async () => {
    const id = await holdMachine('9');
    expect(await responses()).toEqual([]);
    expect(await tally()).toEqual([]);
    expect(await buyers()).toEqual({ heard: 0, n: 0, known: 1 });
    const { role_assignment_id, person_id, account_id, id: invitation_id } = await invitation();
    expect(await release(desk, id)).toMatchObject({ kind: 'released', personaId: 'buyer' });
    expect(await responses()).toMatchObject([
      { ...{ role_assignment_id, person_id, account_id, invitation_id }, held_id: id, source: 'invited' },
    ]);
    expect(await tally()).toEqual([{ value: '9', people: 1 }]);
    expect(await buyers()).toEqual({ heard: 1, n: 1, known: 1 });
    expect(await answer(open.house, token, { [KEY]: '1' })).toMatchObject({ kind: 'kept_before' });
    expect(await audited()).toEqual(['release_held']);
  });

  test('released five times at once, it counts once and the others are told who did it', async () => {
    const id = await holdMachine('9');
    const all = await Promise.all(Array.from({ length: 5 }, () => release(desk, id)));
    expect(all.filter(({ kind }) => kind === 'released')).toHaveLength(1);
    const told = all.filter((one) => one.kind === 'decided');
    expect(told).toHaveLength(4);
    expect(told[0]).toMatchObject({ decided: { decision: 'released', by: 'Ada' } });
    expect(await tally()).toEqual([{ value: '9', people: 1 }]);
    expect(await audited()).toEqual(['release_held']);
  });

  test('one releases and one discards at once: one wins, the other is told, nothing is half done', async () => {
    const id = await holdMachine('9');
    const both = await Promise.all([release(desk, id, { seen: 'waiting' }), discard(id)]);
    expect(both.filter(({ kind }) => kind === 'decided')).toHaveLength(1);
    const { decision } = await heldRow(id);
    expect((await responses()).length).toBe(decision === 'released' ? 1 : 0);
    expect(await audited()).toEqual([decision === 'released' ? 'release_held' : 'discard_held']);
  });

  test('their own answer settles what a machine pressed before, and nobody can release it on top', async () => {
    const id = await holdMachine('1');
    expect(await answer(open.house, token, { [KEY]: '9' })).toEqual({ kind: 'kept' });
    expect(await heldRow(id)).toMatchObject({ decision: 'answered', decided_by: null });
    expect(await release(desk, id)).toMatchObject({ kind: 'decided', decided: { decision: 'answered' } });
    expect(await discard(id)).toMatchObject({ kind: 'decided' });
    expect(await tally()).toEqual([{ value: '9', people: 1 }]);
  });

  test('discarded first, then answered by hand: what was discarded stays out for good', async () => {
    const id = await holdMachine('1');
    expect(await discard(id)).toEqual({ kind: 'discarded' });
    expect(await answer(open.house, token, { [KEY]: '9' })).toEqual({ kind: 'kept' });
    expect(await release(desk, id)).toEqual({ kind: 'answered_since' });
    expect(await heldRow(id)).toMatchObject({ decision: 'discarded' });
    expect(await tally()).toEqual([{ value: '9', people: 1 }]);
  });

  test('a release and the own answer at once are one response', async () => {
    const id = await holdMachine('1');
    const [released, kept] = await Promise.all([
      release(desk, id),
      answer(open.house, token, { [KEY]: '9' }),
    ]);
    expect(await responses()).toHaveLength(1);
    expect([released.kind, kept.kind].filter((kind) => kind === 'released' || kind === 'kept')).toHaveLength(
      1,
    );
    expect((await tally()).map(({ people }) => people)).toEqual([1]);
  });

  test('what was discarded can be released later, each with an entry of its own', async () => {
    const id = await holdMachine('9');
    await discard(id);
    open.clock.advance(1);
    expect(await release(desk, id, { seen: 'waiting' })).toMatchObject({
      kind: 'decided',
      decided: { decision: 'discarded' },
    });
    expect(await release(desk, id, { seen: 'discarded', reason: 'It was her after all' })).toMatchObject({
      kind: 'released',
    });
    expect(await heldRow(id)).toMatchObject({
      decision: 'released',
      decision_reason: 'It was her after all',
    });
    expect(await audited()).toEqual(['discard_held', 'release_held']);
  });

  test('two presses of one machine: the second is settled with the first', async () => {
    const [one, two] = [await holdMachine('9'), await holdMachine('9')];
    await release(desk, one);
    expect(await heldRow(two)).toMatchObject({ decision: 'answered' });
    expect(await release(desk, two)).toMatchObject({ kind: 'decided' });
    expect(await tally()).toEqual([{ value: '9', people: 1 }]);
  });

  test('nobody answers in a role that has ended, or by an invitation that was withdrawn', async () => {
    const id = await holdMachine();
    const { role_assignment_id: roleId } = await invitation();
    await closeRole(open.house, desk.workspace, { roleId, reason: 'Moved on', actor: desk.memberId });
    expect(await release(desk, id)).toEqual({ kind: 'role_lost' });
    await open.house.db
      .updateTable('invitation')
      .set({ revoked_at: open.clock.now() })
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    expect(await release(desk, id)).toEqual({ kind: 'role_lost' });
    expect(await responses()).toEqual([]);
    expect(await heldRow(id)).toMatchObject({ decision: null });
  });

  test('a self-declared answer counts under the persona it declares, under nobody’s name', async () => {
    const { account_id: accountId, id: invitationId } = await invitation();
    const id = await hold(desk, waveId, { personaId: 'buyer', accountId, invitationId, score: '4' });
    expect(await release(desk, id)).toMatchObject({ kind: 'released' });
    expect(await responses()).toMatchObject([
      {
        source: 'self_declared',
        invitation_id: null,
        person_id: null,
        role_assignment_id: null,
        held_id: id,
      },
    ]);
    expect(await buyers()).toEqual({ heard: 1, n: 1, known: 2 });
    expect(await answer(open.house, token, { [KEY]: '9' })).toEqual({ kind: 'kept' });
    expect(await buyers()).toEqual({ heard: 2, n: 2, known: 2 });
  });

  test('N is never smaller than those heard, and stays open where nobody knows it', async () => {
    await known(1);
    for (const score of ['1', '2', '3'])
      await release(desk, await hold(desk, waveId, { personaId: 'buyer', score }));
    expect(await buyers()).toEqual({ heard: 3, n: 3, known: 4 });
    await known(null);
    await release(desk, await hold(desk, waveId, { personaId: 'buyer' }));
    expect(await buyers()).toMatchObject({ heard: 4, known: null });
  });

  test('a member may say who it is where somebody of that address holds the role, and only there', async () => {
    const [roleId] = await seat(desk, { name: 'Noor El-Amin', personaIds: ['buyer'] });
    const said = { personaId: 'buyer', saidEmail: ' Noor.El-Amin@people.example ' };
    const id = await hold(desk, waveId, said);
    const filter = { state: 'waiting', search: '' } as const;
    const { held } = await listHeld(open.house.db, desk.workspace, { filter });
    expect(held).toMatchObject([{ hint: { kind: 'may_be', name: 'Noor El-Amin' } }]);
    expect(await release(desk, id, { isNamed: true })).toMatchObject({ kind: 'released' });
    expect(await responses()).toMatchObject([{ role_assignment_id: roleId, source: 'self_declared' }]);
    const again = await hold(desk, waveId, said);
    expect(await release(desk, again, { isNamed: true })).toEqual({ kind: 'answered_since' });
    const stranger = await hold(desk, waveId, { personaId: 'end_user', saidEmail: said.saidEmail });
    expect(await release(desk, stranger, { isNamed: true })).toEqual({ kind: 'not_named' });
    const asked = await hold(desk, waveId, { personaId: 'buyer', saidEmail: 'henrik.aalto@people.example' });
    expect(await release(desk, asked, { isNamed: true })).toEqual({ kind: 'not_named' });
    expect(await responses()).toHaveLength(1);
  });

  test('from a link for a page or chat it counts in the wave of the link, N unknown, beside nobody asked', async () => {
    const shared = await shareFor(desk, ['buyer']);
    const said = {
      personaId: 'buyer',
      sharedLinkId: shared.linkId,
      saidEmail: 'noor.el-amin@people.example',
    };
    const id = await hold(desk, shared.waveId, said);
    const filter = { state: 'waiting', search: '' } as const;
    const { held } = await listHeld(open.house.db, desk.workspace, { filter });
    expect(held).toMatchObject([{ why: expect.stringContaining('“Help pages”') }]);
    expect(await release(desk, id)).toMatchObject({ kind: 'released' });
    expect(await responses()).toMatchObject([{ source: 'link', wave_id: shared.waveId, person_id: null }]);
    const [lane] = await open.house.db
      .selectFrom('wave_lane')
      .select('known_people')
      .where('workspace_id', '=', desk.workspace.id)
      .where('wave_id', '=', shared.waveId)
      .execute();
    expect(lane).toEqual({ known_people: null });
  });

  test('what does not answer the questions is not released', async () => {
    for (const given of [new Map(), new Map([[KEY, ['11']]]), new Map([['other', ['9']]])]) {
      const id = await hold(desk, waveId, { personaId: 'buyer', given });
      expect(await release(desk, id)).toMatchObject({ kind: 'unreadable' });
      expect(await heldRow(id)).toMatchObject({ decision: null });
    }
    expect(await responses()).toEqual([]);
    expect(await audited()).toEqual([]);
  });

  test('the same page sent twice is held once', async () => {
    const id = await hold(desk, waveId, { personaId: 'buyer', submitId: 'once' });
    await expect(hold(desk, waveId, { personaId: 'buyer', submitId: 'once' })).rejects.toThrow('held_before');
    expect((await heldRow(id)).submit_id).toBe('once');
  });

  test('another workspace finds nothing to list, release or discard', async () => {
    const id = await holdMachine();
    const foreign = await anotherDesk(open.house, 'Foreign');
    expect(await release(foreign, id)).toEqual({ kind: 'unknown' });
    const theirs = { heldId: id, reason: 'Not ours', actor: foreign.memberId };
    expect(await discardHeld(open.house, foreign.workspace, theirs)).toEqual({ kind: 'unknown' });
    const filter = { state: 'all', search: '' } as const;
    expect(await listHeld(open.house.db, foreign.workspace, { filter })).toMatchObject({
      waiting: 0,
      held: [],
    });
    expect(await heldRow(id)).toMatchObject({ decision: null });
  });

  test('a held row keeps all but its decision', async () => {
    const id = await holdMachine();
    for (const column of ['given', 'persona_id', 'reason', 'received_at', 'account_id'])
      await expect(
        open.house.db
          .updateTable('held_response')
          .set({ [column]: column === 'received_at' ? 1 : 'end_user' } as never)
          .where('workspace_id', '=', desk.workspace.id)
          .where('id', '=', id)
          .execute(),
      ).rejects.toThrow();
  });

  describe('where a promise was given', () => {
    const promise = async (confidentiality: 'confidential' | 'unlinkable') => {
      desk = await anotherDesk(open.house, 'Promised');
      const programmeId = await openProgramme(desk, 'Promised', confidentiality);
      waveId = (await draftWave(desk, ['buyer', 'end_user'], programmeId)).waveId;
      token = await ask(desk, waveId, { name: 'Henrik Aalto', personaIds: ['buyer'] });
    };
    const said = { saidName: 'Canary Noor', saidEmail: 'canary@people.example' };
    const listed = async (search = '') => {
      const filter = { state: 'all', search } as const;
      return (await listHeld(open.house.db, desk.workspace, { filter })).held;
    };

    test('in confidence no answer, name or address is listed, before or after, nor found by searching', async () => {
      await promise('confidential');
      await seat(desk, { name: said.saidName, email: said.saidEmail, personaIds: ['buyer'] });
      const machine = await holdMachine('9');
      const own = await hold(desk, waveId, { personaId: 'buyer', score: '9', ...said });
      const check = async () => {
        const lines = await listed();
        expect(lines).toHaveLength(2);
        for (const line of lines)
          expect(line).toMatchObject({ name: null, email: null, answers: null, hint: null });
        expect(JSON.stringify(lines)).not.toMatch(/canary|henrik|"given"/i);
        expect(await listed('canary')).toEqual([]);
        expect(await listed('henrik')).toEqual([]);
        expect(await listed('meridian')).toHaveLength(1);
      };
      await check();
      expect(await release(desk, own, { isNamed: true })).toEqual({ kind: 'not_named' });
      for (const id of [machine, own]) await release(desk, id);
      await check();
    });

    test('attributed, they are', async () => {
      await holdMachine('9');
      await hold(desk, waveId, { personaId: 'buyer', score: '8', ...said });
      expect(await listed('canary')).toMatchObject([{ name: 'Canary Noor', answers: [{ words: '8' }] }]);
      expect(await listed('henrik')).toMatchObject([{ name: 'Henrik Aalto', answers: [{ words: '9' }] }]);
    });

    test('attributed, a name is found however its letters are written', async () => {
      const elodie = { saidName: 'ÉLODIE  ØRSTED', saidEmail: 'Elodie@People.example' };
      await hold(desk, waveId, { personaId: 'buyer', ...elodie });
      for (const search of ['élodie ørsted', 'Élodie', 'ØRSTED', 'e\u0301lodie', 'elodie@people'])
        expect([search, (await listed(search)).length]).toEqual([search, 1]);
      expect(await listed('elodie ø')).toEqual([]);
    });

    test('unlinkable, nothing is kept that leads to anybody, and a machine’s press not at all', async () => {
      await promise('unlinkable');
      const { id: invitationId, account_id: accountId } = await invitation();
      const press = { personaId: 'buyer', reason: 'machine', invitationId, accountId } as const;
      await expect(hold(desk, waveId, press)).rejects.toThrow('not_kept');
      open.clock.advance(1234);
      const id = await hold(desk, waveId, { personaId: 'buyer', invitationId, accountId, ...said });
      const row = await heldRow(id);
      expect(row).toMatchObject({ invitation_id: null, account_id: null, said_name: null, said_email: null });
      expect(row.received_at % DAY).toBe(0);
      expect(await release(desk, id)).toMatchObject({ kind: 'released' });
      const [response] = await responses();
      expect(response).toMatchObject({ person_id: null, account_id: null, invitation_id: null });
      expect([response!.answered_at % DAY, response!.received_at % DAY]).toEqual([0, 0]);
      expect(response!.id[14]).toBe('4');
    });
  });

  test('keeping takes what a form may hold, NUL and all', async () => {
    const id = await hold(desk, waveId, {
      personaId: 'buyer',
      saidName: 'No\0or',
      given: new Map([['q\0', ['\0']]]),
    });
    expect(await heldRow(id)).toMatchObject({ said_name: 'Noor' });
  });
});
