import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { readLetter } from '#app/delivery/read-letter.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { stopAsking } from '#app/delivery/stop-asking.server.ts';
import { queueTold } from '#app/delivery/told/queue-told.server.ts';
import { DAY, HOUR, MINUTE } from '#app/platform/clock.ts';
import { FIRST_RULES } from '#app/programme/asking/asking-rules.ts';
import { saveAskingRules } from '#app/programme/asking/save-asking-rules.server.ts';
import { setCourse } from '#app/programme/asking/set-course.server.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import type { Confidentiality } from '#app/programme/confidentiality.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { shutProgramme } from '#app/programme/shut-programme.server.ts';
import { listToldOf } from '#app/programme/told/list-told-of.server.ts';
import { readDebts } from '#app/programme/told/read-debts.server.ts';
import { readTold } from '#app/programme/told/read-told.server.ts';
import { saveTold } from '#app/programme/told/save-told.server.ts';
import { sendTold } from '#app/programme/told/send-told.server.ts';
import { tellOne } from '#app/programme/told/tell-one.server.ts';
import { askEverybody, draftFor, importPeople, PERSONA } from '#tests/bench/prepare.ts';
import { answer } from '#tests/support/answering.ts';
import { COMPLETE, type Desk, draftWave, openProgramme, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { openSmtpSink, type SmtpSink } from '#tests/support/smtp-sink.ts';

const LETTER = {
  heard: 'You find the price list hard to explain.',
  willDo: 'A one-page list by June.',
  willNot: 'We keep yearly terms, because monthly ones cost you more.',
  toSilent: false,
};
const PROMISED = Date.parse(`${COMPLETE.promiseOn}T00:00:00Z`);

describe.each(ENGINES)('telling respondents what came of it, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let sink: SmtpSink;
  let actor: string;

  beforeEach(async () => {
    sink = await openSmtpSink();
    open = await openTestHouse({ engine, vars: { SMTP_URL: sink.url, MAIL_FROM: 'ask@northwind.example' } });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    actor = desk.memberId;
  });

  afterEach(async () => {
    await open.close();
    await sink.close();
  });

  const send = (waveId: string, roleIds: string[]) =>
    sendWave(open.house, desk.workspace, { waveId, roleIds, actor }, queueMessages(open.house));

  const work = async () => {
    while (await sendDueMessages(open.house));
  };

  /** A programme whose buyers were asked, with the tokens of their links. */
  async function asked(names: string[], confidentiality: Confidentiality = 'attributed') {
    const programmeId = await openProgramme(desk, 'Winter check-in', confidentiality);
    const { waveId, lanes } = await draftWave(desk, ['buyer'], programmeId);
    const roles = [];
    for (const name of names)
      roles.push(...(await seat(desk, { name, account: `${name} & Co`, personaIds: ['buyer'] })));
    expect(await send(waveId, roles)).toMatchObject({ kind: 'sent', invited: names.length });
    const invitations = await open.house.db
      .selectFrom('invitation')
      .select(['id', 'role_assignment_id'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('wave_id', '=', waveId)
      .execute();
    const ids = roles.map((role) => invitations.find((one) => one.role_assignment_id === role)!.id);
    await work();
    return { programmeId, waveId, lanes, roles, ids, lane: { waveId, personaId: 'buyer' } };
  }

  const reply = (invitationId: string) =>
    answer(open.house, linkToken(open.house.env.appSecret, 'answer', invitationId, 1), { q1: '3' });

  /** The next wave of the same programme, to the same buyers. */
  async function nextWave({ programmeId, lanes }: Awaited<ReturnType<typeof asked>>): Promise<string> {
    const wave = { programmeId, name: 'June', lanes, actor };
    const made = await createWave(open.house, desk.workspace, wave);
    if (made.kind !== 'created') throw new Error(made.kind);
    return made.id;
  }

  const afterPromise = () => open.clock.advance(PROMISED + DAY + HOUR - open.clock.now());

  async function tell(lane: { waveId: string; personaId: string }, letter = LETTER) {
    const { draft } = (await readTold(open.house, desk.workspace, lane))!;
    const draftOf = { ...lane, draft: letter, revision: draft.revision, actor };
    const saved = await saveTold(open.house, desk.workspace, draftOf);
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    const sent = await sendTold(open.house, desk.workspace, { ...lane, revision: saved.revision, actor });
    await queueTold(open.house);
    return sent;
  }

  const owed = async (waveId: string) =>
    (await readDebts(open.house.db, desk.workspace, { waveId, now: open.clock.now() }))[0]?.owed;

  async function toldOf(name: string) {
    const { id } = await open.house.db
      .selectFrom('person')
      .select('id')
      .where('workspace_id', '=', desk.workspace.id)
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return listToldOf(open.house.db, desk.workspace, id);
  }

  const toldNames = () =>
    toldMails()
      .map(({ to }) => to[0]!.split('@')[0])
      .sort();

  const toldMails = () => sink.taken.filter(({ bytes }) => bytes.includes('What came of your answers'));

  test('ten answered, none told, the day is past: the next wave waits, and goes once they are told', async () => {
    const first = await asked(Array.from({ length: 10 }, (_, at) => `Ada${at} Number`));
    for (const id of first.ids) await reply(id);
    const next = await nextWave(first);
    afterPromise();
    expect(await send(next, first.roles)).toMatchObject({
      kind: 'in_debt',
      code: 'ACTION_DEBT',
      message: expect.stringContaining('10 buyers answered “Winter 2027”. 10 have not heard back'),
      debts: [{ heard: 10, told: 0, waveId: first.waveId }],
    });
    const refusals = await open.house.db.selectFrom('refusal').select('code').execute();
    expect(refusals).toEqual([{ code: 'ACTION_DEBT' }]);

    expect(await tell(first.lane)).toEqual({ kind: 'sent', told: 10 });
    expect(await owed(first.waveId)).toBe(0);
    expect(await send(next, first.roles)).toMatchObject({ kind: 'sent', invited: 10 });
    await work();
    expect(toldMails().flatMap(({ to }) => to)).toHaveLength(10);
    const { text } = readLetter(Buffer.from(toldMails()[0]!.bytes, 'latin1'));
    expect(text).toMatch(/You answered .+ in\s+your\s+role\s+as\s+buyer\s+at\s+Ada\d\s+Number\s+&\s+Co/s);
    for (const said of [LETTER.heard, LETTER.willDo]) expect(text).toContain(said);
    expect(toldMails()[0]!.bytes).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  test('a quarter may be owed, not more; a workspace may allow less, and none allows more', async () => {
    const first = await asked(['Ann', 'Ben', 'Cem', 'Dan']);
    for (const id of first.ids) await reply(id);
    const next = await nextWave(first);
    const tellBy = (id: string) =>
      open.house.db
        .transaction()
        .execute((tx) => tellOne(tx, desk.workspace, { ...first.lane, invitationId: id, at: 1 }));
    for (const id of first.ids.slice(0, 2)) await tellBy(id);
    await tellBy(first.ids[0]!);
    expect(await owed(first.waveId)).toBe(2);
    afterPromise();
    expect(await send(next, first.roles)).toMatchObject({ kind: 'in_debt' });
    await tellBy(first.ids[2]!);
    await saveAskingRules(open.house, desk.workspace, { rules: { ...FIRST_RULES, debtPercent: 24 }, actor });
    expect(await send(next, first.roles)).toMatchObject({ kind: 'in_debt' });
    await expect(
      saveAskingRules(open.house, desk.workspace, { rules: { ...FIRST_RULES, debtPercent: 26 }, actor }),
    ).rejects.toThrow();
    await saveAskingRules(open.house, desk.workspace, { rules: FIRST_RULES, actor });
    expect(await send(next, first.roles)).toMatchObject({ kind: 'sent' });
  });

  test('it holds for the persona and the programme alone, and no later promise undoes it', async () => {
    const first = await asked(['Ann']);
    await reply(first.ids[0]!);
    const purpose = { ...COMPLETE, promiseOn: '2031-01-01', programmeId: first.programmeId, actor };
    await savePurpose(open.house, desk.workspace, { ...purpose, personaId: 'buyer' });
    const next = await nextWave(first);
    const others = await draftWave(desk, ['end_user'], first.programmeId);
    const elsewhere = await draftWave(desk, ['buyer']);
    afterPromise();
    expect(await send(next, first.roles)).toMatchObject({ kind: 'in_debt' });
    expect(await send(elsewhere.waveId, first.roles)).toMatchObject({ kind: 'sent' });
    const endUsers = await seat(desk, { name: 'Eve', account: 'Eve & Co', personaIds: ['end_user'] });
    expect(await send(others.waveId, endUsers)).toMatchObject({ kind: 'sent' });
  });

  test('a wave that was decided before the day and goes out after it is held by the sender', async () => {
    const first = await asked(['Ann']);
    await reply(first.ids[0]!);
    const next = await nextWave(first);
    open.clock.advance(40 * DAY);
    const later = { sendAt: PROMISED + DAY, inHours: false, reminders: 0, remindAfterDays: 5 };
    await setCourse(open.house, desk.workspace, { waveId: next, course: later, actor });
    expect(await send(next, first.roles)).toMatchObject({ kind: 'sent', invited: 1 });
    sink.taken.length = 0;
    afterPromise();
    await work();
    expect(sink.taken).toHaveLength(0);
    const [waiting] = await open.house.db
      .selectFrom('outbound_message')
      .select(['state', 'reason'])
      .where('wave_id', '=', next)
      .execute();
    expect(waiting).toEqual({ state: 'queued', reason: expect.stringContaining('has been told') });
    await tell(first.lane);
    open.clock.advance(HOUR + MINUTE);
    await work();
    expect(sink.taken).toHaveLength(2);
  });

  test('the letter goes when the wave is closed, to nobody twice, and not to whoever wants no mail', async () => {
    const first = await asked(['Ann', 'Ben', 'Cem', 'Dan']);
    for (const id of first.ids.slice(0, 3)) await reply(id);
    await stopAsking(open.house, linkToken(open.house.env.appSecret, 'unsubscribe', first.ids[1]!, 1));
    await tell(first.lane);
    await Promise.all([queueTold(open.house), queueTold(open.house)]);
    expect(await closeWave(open.house, desk.workspace, { waveId: first.waveId, actor }, endWithWave)).toEqual(
      {
        kind: 'closed',
      },
    );
    open.clock.advance(MINUTE);
    await work();
    expect(toldNames()).toEqual(['ann', 'cem']);
    expect(await toldOf('Ann')).toMatchObject([{ waveId: first.waveId, personaId: 'buyer', way: 'letter' }]);
    expect(await toldOf('Dan')).toEqual([]);
    expect(await owed(first.waveId)).toBe(0);
  });

  test('whoever answers later gets a letter of their own, the silent one and once', async () => {
    const first = await asked(['Ann', 'Ben', 'Cem']);
    await reply(first.ids[0]!);
    await tell(first.lane, { ...LETTER, toSilent: true });
    await work();
    expect(toldMails()).toHaveLength(3);
    expect(await sendTold(open.house, desk.workspace, { ...first.lane, revision: 1, actor })).toEqual({
      kind: 'changed',
    });
    await reply(first.ids[1]!);
    expect(await owed(first.waveId)).toBe(1);
    expect(await tell(first.lane, { ...LETTER, toSilent: true })).toEqual({ kind: 'sent', told: 1 });
    expect(await owed(first.waveId)).toBe(0);
    await work();
    // He had one while he was silent; this one answers him.
    expect(toldNames()).toEqual(['ann', 'ben', 'ben', 'cem']);
    expect(await tell(first.lane)).toEqual({ kind: 'nobody' });
  });

  test('who answered unlinkably is told as well', async () => {
    const first = await asked(['Ann', 'Ben'], 'unlinkable');
    expect(await reply(first.ids[0]!)).toMatchObject({ kind: 'kept' });
    // A letter before the last answer, and one after, would say who answered in between.
    expect(await tell(first.lane)).toEqual({ kind: 'still_open' });
    await closeWave(open.house, desk.workspace, { waveId: first.waveId, actor }, endWithWave);
    expect(await tell(first.lane)).toEqual({ kind: 'still_open' });
    open.clock.advance(16 * MINUTE);
    expect(await tell(first.lane)).toEqual({ kind: 'sent', told: 1 });
    await work();
    expect(toldNames()).toEqual(['ann']);
    // That she was told would say that she answered.
    expect(await toldOf('Ann')).toEqual([]);
  });

  test('whose programme is shut hears of it once nobody can answer any more, where answers are unlinkable', async () => {
    const first = await asked(['Ann', 'Ben'], 'unlinkable');
    await reply(first.ids[0]!);
    const note = { heard: 'We heard you.', willNot: 'We stopped.' };
    const shutting = { programmeId: first.programmeId, reason: 'Nobody acted', note, actor };
    expect(await shutProgramme(open.house, desk.workspace, shutting, endWithWave)).toMatchObject({ told: 1 });
    await work();
    expect(toldNames()).toEqual([]);
    expect(await reply(first.ids[1]!)).toMatchObject({ kind: 'kept' });
    open.clock.advance(16 * MINUTE);
    await work();
    expect(toldNames()).toEqual(['ann', 'ben']);
  });

  test.each(['confidential', 'unlinkable'] as const)(
    'where answers are %s no sum says whether one person answered',
    async (promise) => {
      const first = await asked(['Ann', 'Ben'], promise);
      await reply(first.ids[0]!);
      for (const invitationId of first.ids)
        await open.house.db
          .transaction()
          .execute((tx) => tellOne(tx, desk.workspace, { ...first.lane, invitationId, at: 1 }));
      expect(await owed(first.waveId)).toBe(1);
    },
  );

  test('a letter that says nothing does not go, and two who write at once lose nothing', async () => {
    const first = await asked(['Ann']);
    await reply(first.ids[0]!);
    const save = (revision: number, draft: typeof LETTER) =>
      saveTold(open.house, desk.workspace, { ...first.lane, draft, revision, actor });
    expect(await save(0, { ...LETTER, willDo: '', willNot: '' })).toEqual({ kind: 'saved', revision: 1 });
    expect(await save(0, LETTER)).toMatchObject({ kind: 'conflict', theirs: { heard: LETTER.heard } });
    const sent = await sendTold(open.house, desk.workspace, { ...first.lane, revision: 1, actor });
    expect(sent).toMatchObject({ kind: 'incomplete', missing: { willDo: expect.any(String) } });
    expect(await owed(first.waveId)).toBe(1);
  });

  test('a programme that is shut asks nobody any more and says so to whoever is owed an answer', async () => {
    const first = await asked(['Ann', 'Ben']);
    await reply(first.ids[0]!);
    const next = await nextWave(first);
    afterPromise();
    const note = { heard: 'We heard you.', willNot: 'We stopped.' };
    const shutting = { programmeId: first.programmeId, reason: 'Nobody acted', note, actor };
    const shut = () => shutProgramme(open.house, desk.workspace, shutting, endWithWave);
    expect(await shut()).toEqual({ kind: 'shut', told: 1 });
    expect(await shut()).toEqual({ kind: 'already' });
    await queueTold(open.house);
    await work();
    expect(toldNames()).toEqual(['ann']);
    expect(await send(next, first.roles)).toEqual({ kind: 'halted', why: 'shut' });
    const wave = await open.house.db
      .selectFrom('wave')
      .select('state')
      .where('id', '=', first.waveId)
      .executeTakeFirstOrThrow();
    expect(wave.state).toBe('closed');
  });

  test('whoever dies between two stretches leaves nobody out and nobody twice', async () => {
    await importPeople(desk, 700);
    const waveId = await draftFor(desk, 1);
    await askEverybody(desk, waveId);
    const lane = { waveId, personaId: PERSONA };
    const draft = { ...lane, draft: { ...LETTER, toSilent: true }, revision: 0, actor };
    await saveTold(open.house, desk.workspace, draft);
    expect(await sendTold(open.house, desk.workspace, { ...lane, revision: 1, actor })).toMatchObject({
      kind: 'sent',
    });
    let made = 0;
    const make = () => {
      made += 1;
      if (made > 600) throw new Error('killed');
      return open.house.ids.make();
    };
    await queueTold({ ...open.house, ids: { ...open.house.ids, make } });
    const count = async () => {
      const rows = await open.house.db
        .selectFrom('outbound_message')
        .select('invitation_id')
        .where('wave_id', '=', waveId)
        .where('kind', '=', 'told_back')
        .execute();
      return [rows.length, new Set(rows.map(({ invitation_id }) => invitation_id)).size];
    };
    expect(await count()).toEqual([500, 500]);
    await queueTold(open.house);
    expect(await count()).toEqual([700, 700]);
  }, 60_000);
});
