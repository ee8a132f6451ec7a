import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { SECOND } from '#app/platform/clock.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave } from '#tests/support/asking.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { dumpDatabase } from '#tests/support/dump.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { correctionsOf, invitationsOf, rolesIn } from '#tests/support/who.ts';

describe('who is answering, at the door', () => {
  let open: TestHouse;
  let doors: OpenDoors;
  let desk: Desk;
  let waveId: string;
  let path: string;
  beforeAll(async () => {
    open = await openTestHouse();
    doors = await openDoors(open.house);
  });
  afterAll(async () => {
    await doors.close();
    await open.close();
  });

  async function askDana(personas = ['buyer', 'end_user', 'influencer']): Promise<void> {
    desk = await anotherDesk(open.house, 'Northwind Metrics');
    ({ waveId } = await draftWave(desk, personas));
    path = `/r/${await ask(desk, waveId, { name: 'Dana Reyes', personaIds: ['buyer'] })}`;
    open.clock.advance(SECOND);
  }

  const visit = () => new Visitor(doors.origin);
  const text = async (at: string) => (await visit().get(at)).text();
  const shownIn = (page: string) => /name="shown" value="([^"]*)"/.exec(page)![1]!;

  /** Opens the page, waits as a person would, and presses. */
  async function press(form: Record<string, string>, query = '', rest = 2 * SECOND): Promise<Response> {
    const shown = shownIn(await text(`${path}/who${query}`));
    open.clock.advance(rest);
    return visit().post(`${path}/who`, { shown, ...form });
  }
  const sayRole = (who: string, more: Record<string, string> = {}) => press({ intent: 'role', who, ...more });
  const passOn = (name: string, email: string) => press({ intent: 'pass', name, email }, '?step=colleague');
  const heldRows = () =>
    open.house.db
      .selectFrom('held_response')
      .select(['persona_id', 'reason', 'invitation_id', 'account_id', 'said_name', 'said_email', 'given'])
      .where('workspace_id', '=', desk.workspace.id)
      .execute();

  test('the page names whom the mail was for, lists every persona with its definition, and preselects none', async () => {
    await askDana();
    const answered = await visit().get(`${path}/who`);
    const page = await answered.text();
    expect(answered.status).toBe(200);
    expect(page).toMatch(/We wrote to .*Dana.* as .*Buyer.* at .*Meridian Foods/);
    const choices = [...page.matchAll(/name="who" value="([^"]*)"/g)].map(([, value]) => value);
    const personas = ['end_user', 'influencer', 'buyer', 'advocate'].map((id) => `persona:${id}`);
    expect(choices).toEqual([...personas, 'none', 'left']);
    expect(page).toContain('Has hands on the product in their own work.');
    expect(page).not.toContain(' checked');
    expect(answered.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(answered.headers.get('cache-control')).toBe('no-store');
    expect(page.length).toBeLessThan(15_000);
  });

  test('opening any step, with whatever is in its address, writes nothing', async () => {
    await askDana();
    const before = await dumpDatabase(open.house.env.databaseUrl);
    const queries = [
      '',
      '?step=colleague',
      '?step=self',
      '?step=self&as=none',
      '?who=left&intent=role',
      '?done=1',
    ];
    for (const query of queries) {
      for (const method of ['GET', 'HEAD']) await visit().send(`${path}/who${query}`, { method });
      await visit().get(`${path}/as/end_user${query}`);
    }
    expect(await dumpDatabase(open.house.env.databaseUrl)).toEqual(before);
  });

  test('who still holds the role goes on to the questions', async () => {
    await askDana();
    const said = await sayRole('persona:buyer');
    expect([said.status, said.headers.get('location')]).toEqual([303, path]);
    expect(await rolesIn(desk, 'Dana Reyes')).toMatchObject([{ persona: 'buyer', by: 'self', open: true }]);
  });

  test('who holds another one is asked its questions at the same address, also when pressed twice', async () => {
    await askDana();
    for (let presses = 0; presses < 2; presses += 1)
      expect((await sayRole('persona:end_user')).headers.get('location')).toBe(path);
    expect(await text(path)).toMatch(/answering as <b>.*End-user/);
    expect(await invitationsOf(desk)).toHaveLength(2);
  });

  test('of two open pages with different words the last one stands', async () => {
    await askDana();
    const [one, other] = [shownIn(await text(`${path}/who`)), shownIn(await text(`${path}/who`))];
    open.clock.advance(2 * SECOND);
    await visit().post(`${path}/who`, { intent: 'role', shown: one, who: 'persona:end_user' });
    // Its page was shown for the invitation before: it is asked for one more press, and then heard.
    const doubted = await visit().post(`${path}/who`, {
      intent: 'role',
      shown: other,
      who: 'persona:influencer',
    });
    expect(doubted.status).toBe(422);
    open.clock.advance(2 * SECOND);
    const again = { intent: 'role', shown: shownIn(await doubted.text()), who: 'persona:influencer' };
    expect((await visit().post(`${path}/who`, again)).headers.get('location')).toBe(path);
    expect(await text(path)).toMatch(/answering as <b>.*Influencer/);
  });

  test.each([
    ['none', 'None of our roles fits you'],
    ['left', 'You have left'],
    ['persona:advocate', 'there are no questions for that role'],
  ])('%s: thanked, also when pressed twice or opened again', async (who, thanks) => {
    await askDana();
    const said = await sayRole(who, { words: 'I run\r\nthe <b>canteen</b>\u0000' });
    expect([said.status, said.headers.get('location')]).toEqual([303, `${path}/who`]);
    expect(await text(`${path}/who`)).toContain(thanks);
    expect(await text(path)).toContain(thanks);
    expect(await (await visit().post(`${path}/who`, { intent: 'role', who })).text()).toContain(thanks);
    expect(await correctionsOf(desk)).toMatchObject([
      { words: who === 'none' ? 'I run the <b>canteen</b>' : '' },
    ]);
  });

  test('nothing chosen, or what stands on no page, is told beside the choices, and what was written stays', async () => {
    await askDana();
    for (const who of ['', 'buyer', 'persona:', 'persona:nobody', 'persona:still', 'everything']) {
      const said = await sayRole(who, { words: 'I run the canteen' });
      expect([who, said.status]).toEqual([who, 422]);
      if (who !== 'persona:nobody' && who !== 'persona:still')
        expect(await said.text()).toContain('value="I run the canteen"');
    }
    expect(await correctionsOf(desk)).toEqual([]);
  });

  test('a persona anywhere else in the form decides nothing', async () => {
    await askDana();
    await sayRole('persona:buyer', { persona: 'end_user', persona_id: 'end_user', personaId: 'end_user' });
    expect(await rolesIn(desk, 'Dana Reyes')).toMatchObject([{ persona: 'buyer', open: true }]);
    expect(await invitationsOf(desk)).toHaveLength(1);
  });

  test('a press that a machine could have made changes nobody’s role; one more by hand does', async () => {
    await askDana();
    const left = { intent: 'role', who: 'left' };
    const machines = [
      await visit().post(`${path}/who`, left),
      await visit().post(`${path}/who`, { ...left, shown: 'p0.made-up' }),
      await press({ ...left, website: 'https://spam.example' }),
      await press(left, '', 100),
    ];
    expect(machines.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    const pass = { intent: 'pass', name: 'Bo', email: 'bo@meridian.example' };
    expect((await visit().post(`${path}/who`, pass)).status).toBe(422);
    expect(await rolesIn(desk, 'Dana Reyes')).toMatchObject([
      { persona: 'buyer', by: desk.memberId, open: true },
    ]);
    const page = await machines[3]!.text();
    expect(page).toMatch(/value="left" checked/);
    open.clock.advance(2 * SECOND);
    const byHand = await visit().post(`${path}/who`, { ...left, shown: shownIn(page) });
    expect(byHand.headers.get('location')).toBe(`${path}/who`);
  });

  test('after the answer the page says which role it was given in, and what they are since', async () => {
    await askDana();
    const page = await text(path);
    const submitId = /name="submit_id" value="([^"]*)"/.exec(page)![1]!;
    open.clock.advance(2 * SECOND);
    await visit().post(path, { q1: '3', page: '0', go: 'send', submit_id: submitId, shown: shownIn(page) });
    expect((await sayRole('persona:end_user')).headers.get('location')).toBe(`${path}/who`);
    expect(await text(`${path}/who`)).toMatch(
      /You answered as <b>.*Buyer.*From now on we know you as <b>.*End-user/,
    );
    expect(await invitationsOf(desk)).toHaveLength(1);
  });

  test('what was begun is seen again on its own device, and on no other one that the link was forwarded to', async () => {
    await askDana();
    const own = visit();
    const page = await (await own.get(path)).text();
    const submit_id = /name="submit_id" value="([^"]*)"/.exec(page)![1]!;
    open.clock.advance(2 * SECOND);
    const begun = { q1: '7', page: '0', go: 'keep', submit_id, shown: shownIn(page), revision: '0' };
    expect((await own.post(path, begun)).status).toBe(204);
    expect(await (await own.get(path)).text()).toMatch(/value="7"[^>]* checked/);
    for (const step of ['', '/who', '/who?step=colleague', '/who?step=self', '/as/buyer', '/as/end_user'])
      expect([step, / checked/.test(await text(path + step))]).toEqual([step, false]);
  });

  describe('passing it on', () => {
    test('mails the colleague, who says their role before they see a question', async () => {
      await askDana();
      const passed = await passOn('Bo Lindqvist', 'bo@meridian.example');
      expect(passed.headers.get('location')).toBe(`${path}/who?step=colleague`);
      expect(await text(`${path}/who?step=colleague`)).toContain(
        'If they may be written to, they will get a mail.',
      );
      await sendDueMessages(open.house);
      const mail = await open.house.db
        .selectFrom('mailbox_message')
        .select('bytes')
        .where('rcpt_to', 'like', '%bo@meridian.example%')
        .executeTakeFirstOrThrow();
      const link = /\/r\/[\w-]{23,24}/.exec(Buffer.from(mail.bytes).toString().replaceAll(/=\r\n/g, ''))![0];
      const opened = await visit().get(link);
      expect([opened.status, opened.headers.get('location')]).toEqual([302, `${link}/who`]);
      expect((await visit().post(link, { q1: '9', go: 'send' })).headers.get('location')).toBe(`${link}/who`);
      const page = await text(`${link}/who`);
      expect(page).toContain('A colleague gave us your name.');
      expect(page).not.toContain('name="step"');
      open.clock.advance(2 * SECOND);
      const said = { intent: 'role', who: 'persona:buyer', shown: shownIn(page) };
      expect((await visit().post(`${link}/who`, said)).headers.get('location')).toBe(link);
      expect(await text(link)).toMatch(/Bo.*answering as <b>.*Buyer/);
      expect(await text(path)).toMatch(/Dana.*answering as <b>.*Buyer/);
    });

    test('works once, and says so', async () => {
      await askDana();
      const shown = shownIn(await text(`${path}/who?step=colleague`));
      open.clock.advance(2 * SECOND);
      const pass = { intent: 'pass', name: 'Bo Lindqvist', email: 'bo@meridian.example', shown };
      expect((await visit().post(`${path}/who`, pass)).status).toBe(303);
      const second = await visit().post(`${path}/who`, { ...pass, email: 'kim@meridian.example' });
      expect([second.status, await second.text()]).toEqual([
        409,
        expect.stringContaining('passed on before'),
      ]);
    });

    test('keeps what was typed where it does not read, and tells why beside the field', async () => {
      await askDana();
      const said = await passOn('<script>alert(1)</script>', 'bo');
      const page = await said.text();
      expect(said.status).toBe(422);
      expect(page).toContain('value="&lt;script&gt;alert(1)&lt;/script&gt;"');
      expect(page).toContain('aria-describedby="name-fault"');
      expect(page).toContain('aria-describedby="email-fault"');
      expect(page).not.toContain('<script>alert');
    });
  });

  describe('answering as oneself', () => {
    const answerAs = async (personaId: string, form: Record<string, string> = {}) => {
      const page = await text(`${path}/as/${personaId}`);
      const submit_id = /name="submit_id" value="([^"]*)"/.exec(page)![1]!;
      const sent = { submit_id, page: '0', q1: '4', ...form };
      const last = await visit().post(`${path}/as/${personaId}`, { ...sent, go: 'send' });
      return { page, last, sent };
    };

    test('leads from the persona that is said to its questions, under nobody’s name', async () => {
      await askDana();
      const chosen = await visit().get(`${path}/who?step=self&as=persona%3Aend_user`);
      expect(chosen.headers.get('location')).toBe(`${path}/as/end_user`);
      const page = await text(`${path}/as/end_user`);
      expect(page).toMatch(/answering for yourself, as <b>.*End-user/);
      expect(page).not.toContain('Dana');
    });

    test('is held once with what they say of themselves; the one who was asked may still answer', async () => {
      await askDana();
      const { last, sent } = await answerAs('end_user', { persona: 'buyer', persona_id: 'buyer' });
      expect(last.status).toBe(200);
      expect(await last.text()).toContain('Who are you?');
      expect(await heldRows()).toEqual([]);
      const named = {
        ...sent,
        self: 'send',
        said_name: ' Bo\r\nLindqvist ',
        said_email: 'bo@meridian.example',
      };
      for (let presses = 0; presses < 2; presses += 1) {
        const { page: _, ...form } = named;
        const done = await visit().post(`${path}/as/end_user`, form);
        expect(done.status).toBe(303);
        expect(await text(done.headers.get('location')!)).toContain('Received. Thank you.');
      }
      const [asked] = await invitationsOf(desk);
      expect(await heldRows()).toEqual([
        {
          ...{ persona_id: 'end_user', reason: 'self_declared', invitation_id: asked!.id },
          ...{ account_id: expect.any(String), said_name: 'Bo Lindqvist', said_email: 'bo@meridian.example' },
          given: JSON.stringify([['q1', ['4']]]),
        },
      ]);
      expect(await text(path)).toMatch(/Dana.*answering as <b>.*Buyer/);
    });

    test('refuses an address that is none, and a survey with nothing in it', async () => {
      await askDana();
      const { sent } = await answerAs('end_user');
      const { page: _, ...form } = sent;
      const faulty = await visit().post(`${path}/as/end_user`, { ...form, self: 'send', said_email: 'bo' });
      expect([faulty.status, await faulty.text()]).toEqual([422, expect.stringContaining('value="bo"')]);
      const empty = await visit().post(`${path}/as/end_user`, { ...form, q1: '', self: 'send' });
      expect(empty.status).toBe(422);
      expect(await heldRows()).toEqual([]);
    });

    test('asks nothing of a persona that this send does not ask, and of none of them; nothing is kept', async () => {
      await askDana();
      expect(await text(`${path}/as/advocate`)).toContain('Nothing was kept.');
      expect(await text(`${path}/who?step=self&as=none`)).toContain('Nothing was kept.');
      const sent = await visit().post(`${path}/as/advocate`, { q1: '4', self: 'send' });
      expect(await sent.text()).toContain('Nothing was kept.');
      expect(await heldRows()).toEqual([]);
    });

    test('knows no persona of nobody, and none of another workspace', async () => {
      await askDana();
      for (const persona of ['nobody', 'none', '%00', '..%2Fwho', `${'x'.repeat(200)}`]) {
        const status = (await visit().get(`${path}/as/${persona}`)).status;
        expect([persona, [400, 404].includes(status)]).toEqual([persona, true]);
        expect([400, 404]).toContain((await visit().post(`${path}/as/${persona}`, { q1: '4' })).status);
      }
      expect(await heldRows()).toEqual([]);
    });

    test('waits five times at most, so that what waits for the team is not buried', async () => {
      await askDana();
      const statuses = [];
      for (let one = 0; one < 6; one += 1) {
        const { sent } = await answerAs('end_user');
        const { page: _, ...form } = sent;
        statuses.push((await visit().post(`${path}/as/end_user`, { ...form, self: 'send' })).status);
      }
      expect(statuses).toEqual([303, 303, 303, 303, 303, 409]);
      expect(await heldRows()).toHaveLength(5);
    });
  });

  test('a link that opens nothing opens none of its steps either, and all of them say the same', async () => {
    const paths = ['/r/1no-such-link', `/r/1${'x'.repeat(22)}`];
    const steps = ['/who', '/who?step=colleague', '/who?step=self', '/as/buyer'];
    const pages = new Set<string>();
    for (const at of paths.flatMap((one) => steps.map((step) => one + step))) {
      for (const answered of [
        await visit().get(at),
        await visit().post(at, { intent: 'role', who: 'left' }),
      ]) {
        expect(answered.status).toBe(404);
        pages.add(await answered.text());
      }
    }
    expect(pages.size).toBe(1);
  });

  test('a closed send says so on every step', async () => {
    await askDana();
    await closeWave(open.house, desk.workspace, { waveId, actor: desk.memberId }, endWithWave);
    open.clock.advance(16 * 60 * SECOND);
    for (const step of ['/who', '/who?step=colleague', '/as/end_user'])
      expect(await text(path + step)).toContain('This survey is closed.');
    expect((await visit().post(`${path}/who`, { intent: 'role', who: 'left' })).status).toBe(409);
    expect((await visit().post(`${path}/as/end_user`, { q1: '4', self: 'send' })).status).toBe(409);
    expect(await rolesIn(desk, 'Dana Reyes')).toMatchObject([{ persona: 'buyer', open: true }]);
  });
});
