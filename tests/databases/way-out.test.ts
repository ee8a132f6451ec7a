import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openLeave } from '#app/answering/leave/open-leave.server.ts';
import { takeLeave } from '#app/answering/leave/take-leave.server.ts';
import { bringIn } from '#app/audience/import/bring-in.server.ts';
import { chooseColumns } from '#app/audience/import/choose-columns.server.ts';
import { decideWords } from '#app/audience/import/decide-words.server.ts';
import { readImport } from '#app/audience/import/read-import.server.ts';
import { receiveFile } from '#app/audience/import/receive-file.server.ts';
import { runImport } from '#app/audience/import/run-import.server.ts';
import { savePerson } from '#app/audience/save-person.server.ts';
import { checkSuppressed } from '#app/delivery/check-suppressed.server.ts';
import { countLostSuppressions } from '#app/delivery/count-lost-suppressions.server.ts';
import { keepSuppressions } from '#app/delivery/keep-suppressions.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { MINUTE, SECOND } from '#app/platform/clock.ts';
import { textOf } from '#app/platform/http/plain-exchange.ts';
import { suppressionKeyId } from '#app/programme/address-hash.server.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import { answer } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave, openProgramme, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { correctionsOf, invitationsOf, rolesIn } from '#tests/support/who.ts';

const OLD = 'the secret of last year, 0123456789abc';
const NEW = 'the secret of this year, 9876543210xyz';
const DANA = 'dana.reyes@people.example';

describe.each(ENGINES)('the way out of a mail, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let waveId: string;
  let programmeId: string;
  let token: string;
  let out: string;
  beforeAll(async () => {
    open = await openTestHouse({ engine, vars: { APP_SECRET: OLD } });
  });
  afterAll(() => open.close());

  beforeEach(async () => {
    Object.assign(open.house.env, { appSecret: OLD, formerSecrets: [] });
    desk = await anotherDesk(open.house, 'Northwind Metrics');
    ({ waveId, programmeId } = await draftWave(desk, ['buyer', 'end_user']));
    const roleIds = await seat(desk, { name: 'Dana Reyes', personaIds: ['buyer'] });
    const send = { waveId, roleIds, actor: desk.memberId };
    await sendWave(desk.house, desk.workspace, send, queueMessages(desk.house));
    while (await sendDueMessages(desk.house));
    const [invited] = await invitationsOf(desk);
    token = linkToken(OLD, 'answer', invited!.id, 1);
    out = linkToken(OLD, 'unsubscribe', invited!.id, 1);
    open.clock.advance(MINUTE);
  });

  const plain = { path: '', query: '', form: '', cookies: '', acceptLanguage: 'en' };
  const look = async (query = '') => {
    const reply = await openLeave({ ...plain, method: 'GET', query }, { house: desk.house, token: out });
    return textOf(reply.body);
  };
  const press = async (form: Record<string, string>) => {
    const body = new URLSearchParams(form).toString();
    const reply = await takeLeave(
      { ...plain, method: 'POST', form: body },
      { house: desk.house, token: out },
    );
    return { status: reply.status, text: textOf(reply.body) };
  };
  /** Opens a step, waits as a person would, and presses. */
  const say = async (who: string, step = 'step=role') => {
    const shown = /name="shown" value="([^"]*)"/.exec(await look(step))![1]!;
    open.clock.advance(2 * SECOND);
    return press({ intent: 'role', who, shown });
  };
  const entries = (table: 'suppression' | 'programme_suppression') =>
    desk.house.db.selectFrom(table).select('key_id').where('workspace_id', '=', desk.workspace.id).execute();
  /** Why Dana would not be asked in another wave of this programme; null where she would. */
  const heldIn = async (given?: string) => {
    const wave = await draftWave(desk, ['end_user'], given ?? (await openProgramme(desk, 'Another')));
    await seat(desk, { name: 'Dana Reyes', personaIds: ['end_user'] });
    open.clock.advance(31 * 24 * 60 * MINUTE);
    const sorted = await sortPiles(desk.house, desk.workspace, wave);
    if (sorted.kind !== 'sorted') throw new Error(sorted.kind);
    return sorted.piles.ready.find(({ personName }) => personName === 'Dana Reyes')!.held;
  };

  /** Through the import, every word of it explained. */
  async function importPeople(csv: string): Promise<void> {
    const { house, workspace, memberId: actor } = desk;
    const file = { kind: 'people' as const, fileName: 'people.csv', bytes: Buffer.from(csv), actor };
    const received = await receiveFile(house, workspace, file);
    if (received.kind !== 'received') throw new Error(received.message);
    const importId = received.id;
    const read = await readImport(house.db, workspace, { importId, after: 0 });
    const targets = read!.columns!.columns.map(({ target }) => target);
    await chooseColumns(house, workspace, { importId, targets, dateOrders: {} });
    await runImport(house, workspace, importId);
    const decisions = [{ word: 'Buyer', personaId: 'buyer' }];
    await decideWords(house, workspace, { importId, decisions, actor });
    await runImport(house, workspace, importId);
    expect(await bringIn(house, workspace, { importId, actor })).toEqual({ kind: 'queued' });
    await runImport(house, workspace, importId);
  }

  /** Why those are held whose address begins like this, in a new wave, after all rests. */
  async function heldOf(start: string) {
    const wave = await draftWave(desk, ['buyer'], await openProgramme(desk, 'Another'));
    open.clock.advance(31 * 24 * 60 * MINUTE);
    const sorted = await sortPiles(desk.house, desk.workspace, wave);
    if (sorted.kind !== 'sorted') throw new Error(sorted.kind);
    const all = [...sorted.piles.ready];
    return all
      .filter(({ email }) => email?.toLowerCase().startsWith(start.toLowerCase()))
      .map(({ held }) => held);
  }

  test('of this programme alone: it writes no more, and others may', async () => {
    expect(await press({ wish: 'programme' })).toMatchObject({ status: 200 });
    await press({ wish: 'programme' });
    expect([await entries('suppression'), await entries('programme_suppression')]).toMatchObject([
      [],
      [{ key_id: suppressionKeyId(OLD) }],
    ]);
    expect(await look()).toContain('You get no more mail of this series.');
    const check = (id: string) =>
      checkSuppressed(desk.house, desk.workspace.id, { programmeId: id, email: DANA });
    const other = await openProgramme(desk, 'Other');
    expect([await check(programmeId), await check(other)]).toEqual([true, false]);
    expect(await heldIn()).toBeNull();
  });

  test('holds in the piles of that programme', async () => {
    await press({ wish: 'programme' });
    const again = await draftWave(desk, ['influencer'], programmeId);
    await seat(desk, { name: 'Dana Reyes', personaIds: ['influencer'] });
    const sorted = await sortPiles(desk.house, desk.workspace, again);
    if (sorted.kind !== 'sorted') throw new Error(sorted.kind);
    expect(sorted.piles.ready.map(({ held }) => held)).toEqual([{ reason: 'suppressed' }]);
  });

  test('of everything, whatever form the press comes in, however often', async () => {
    const oneClick = { 'List-Unsubscribe': 'One-Click' };
    for (const form of [
      oneClick,
      { ...oneClick, wish: 'programme', intent: 'role' },
      {},
      { wish: 'all' },
    ] as Record<string, string>[]) {
      for (let presses = 0; presses < 2; presses += 1) expect((await press(form)).status).toBe(200);
      expect(await entries('suppression')).toHaveLength(1);
      expect(await look()).toContain('will not write to this address again');
      await desk.house.db.deleteFrom('suppression').where('workspace_id', '=', desk.workspace.id).execute();
    }
    expect(await entries('programme_suppression')).toEqual([]);
  });

  test('is stronger than whatever brings the address again: an import, the API, another person', async () => {
    await press({ 'List-Unsubscribe': 'One-Click' });
    const rows =
      'Name,Email,Company,Role\nDana Reyes-Ibarra,DANA.Reyes@People.Example,Another Account,Buyer\n';
    await importPeople(rows);
    const actor = desk.memberId;
    const saved = { name: 'Dana R.', emails: [' Dana.REYES@people.example '], externalId: 'api-1', actor };
    await savePerson(desk.house, desk.workspace, { ...saved, source: 'csm' as const });
    const reasons = await heldOf('DANA.Reyes');
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.every((held) => held?.reason === 'suppressed' || held?.reason === 'invited')).toBe(true);
    const addresses = await desk.house.db
      .selectFrom('person_address')
      .select('email')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    const other = await openProgramme(desk, 'A third');
    for (const { email } of addresses) {
      expect(email.toLowerCase()).toBe(DANA);
      expect(await checkSuppressed(desk.house, desk.workspace.id, { programmeId: other, email })).toBe(true);
    }
    // Even a message that somebody slipped into the ledger is stopped at the last look.
    await desk.house.db
      .updateTable('outbound_message')
      .set({ state: 'queued', next_at: 0 })
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    while (await sendDueMessages(desk.house));
    const [message] = await desk.house.db
      .selectFrom('outbound_message')
      .select(['state', 'reason'])
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    expect(message).toEqual({ state: 'suppressed', reason: 'This address must not be written to.' });
  });

  test('outlives the answer link, the invitation and the secret that made it', async () => {
    await say('left', '');
    Object.assign(open.house.env, { appSecret: NEW, formerSecrets: [] });
    expect((await press({ 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(await entries('suppression')).toEqual([{ key_id: suppressionKeyId(NEW) }]);
  });

  describe('and a word about the role', () => {
    test('“I have left”: the seat is empty, said once, and the page remembers', async () => {
      const left = await say('left', '');
      expect(left.text).toContain('You have left');
      expect(await rolesIn(desk, 'Dana Reyes')).toMatchObject([{ persona: 'buyer', open: false }]);
      expect((await press({ intent: 'role', who: 'left' })).status).toBe(303);
      expect(await correctionsOf(desk)).toMatchObject([{ said: 'left' }]);
      const page = await look();
      expect(page).toContain('You have left');
      expect(page).not.toContain('value="role"');
      expect(await entries('suppression')).toEqual([]);
    });

    test('another role: the link in the mail asks its questions, and the way out speaks of it since', async () => {
      const said = await say('persona:end_user');
      expect(said.text).toContain('The link in your mail opens the questions for that role.');
      expect(await rolesIn(desk, 'Dana Reyes')).toMatchObject([
        { open: false },
        { persona: 'end_user', open: true },
      ]);
      expect(await look()).toContain('My role is not <bdi>End-user</bdi>');
      expect((await say('none')).text).toContain('None of our roles fits you');
      expect((await correctionsOf(desk)).map(({ said: one }) => one)).toEqual(['other', 'none']);
    });

    test('after an answer says that the answer stays', async () => {
      expect((await answer(desk.house, token, { q1: '9' })).kind).toBe('kept');
      const said = await say('persona:end_user');
      expect(said.text).toMatch(/You answered as .*Buyer.*, and that stays/);
      expect((await say('left', '')).text).toMatch(/and that stays as you gave it. .*have left/s);
    });

    test('a press that a machine could have made changes nobody’s role', async () => {
      for (const form of [{}, { shown: 'p0.made-up' }, { website: 'x' }] as Record<string, string>[])
        expect((await press({ intent: 'role', who: 'left', ...form })).status).toBe(422);
      expect(await correctionsOf(desk)).toEqual([]);
      expect(await entries('suppression')).toEqual([]);
    });
  });

  describe('after a change of secret', () => {
    beforeEach(async () => {
      await press({ 'List-Unsubscribe': 'One-Click' });
      await press({ wish: 'programme' });
    });
    const change = (formerSecrets: string[]) =>
      Object.assign(open.house.env, { appSecret: NEW, formerSecrets });
    const lost = () => countLostSuppressions(desk.house.db, desk.house.env, desk.workspace.id);
    const isKnown = () => checkSuppressed(desk.house, desk.workspace.id, { programmeId, email: DANA });
    const keys = async () =>
      [...(await entries('suppression')), ...(await entries('programme_suppression'))].map(
        ({ key_id }) => key_id,
      );

    test('entries whose key is gone are counted, for nobody recognises them', async () => {
      expect(await lost()).toBe(0);
      change([]);
      expect([await lost(), await isKnown()]).toEqual([2, false]);
      change([OLD]);
      expect([await lost(), await isKnown()]).toEqual([0, true]);
    });

    test('an address that is met again stands under the current key, and the former one may go', async () => {
      change([OLD]);
      expect(await isKnown()).toBe(true);
      expect(await keys()).toEqual([suppressionKeyId(NEW), suppressionKeyId(NEW)]);
      change([]);
      expect([await lost(), await isKnown()]).toEqual([0, true]);
    });

    test('and so does everybody who is known, without being met', async () => {
      change([OLD]);
      expect(await keepSuppressions(desk.house)).toBeGreaterThan(0);
      expect(await keys()).toEqual([suppressionKeyId(NEW), suppressionKeyId(NEW)]);
      // Said again meanwhile under the new one: one entry stays.
      await press({ 'List-Unsubscribe': 'One-Click' });
      expect(await entries('suppression')).toHaveLength(1);
      change([]);
      expect(await isKnown()).toBe(true);
    });
  });
});
