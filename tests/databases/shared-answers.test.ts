import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPage } from '#app/answering/answer-door.server.ts';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { closePersona } from '#app/persona/close-persona.server.ts';
import { createPersona } from '#app/persona/create-persona.server.ts';
import { MINUTE, SECOND } from '#app/platform/clock.ts';
import { textOf } from '#app/platform/http/plain-exchange.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { renewSharedLink } from '#app/programme/shared-link/renew-shared-link.server.ts';
import { revokeSharedLink } from '#app/programme/shared-link/revoke-shared-link.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { dumpDatabase } from '#tests/support/dump.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { SHARED_KEY as KEY, LinkVisitor } from '#tests/support/link-visitor.ts';
import { shareFor, tokenNow } from '#tests/support/shared-links.ts';

describe.each(ENGINES)('answers through a link on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;

  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    desk = await anotherDesk(open.house, 'Sharing');
  });

  const visitor = (token: string) => new LinkVisitor(open.house, token);
  const responses = () =>
    open.house.db
      .selectFrom('response')
      .select(['wave_id', 'persona_id', 'source', 'invitation_id', 'person_id', 'account_id'])
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
  const held = () =>
    open.house.db
      .selectFrom('held_response')
      .select(['persona_id', 'reason', 'decision', 'invitation_id', 'account_id', 'shared_link_id'])
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
  const devices = async () =>
    (
      await open.house.db
        .selectFrom('shared_link_device')
        .select('device_hash')
        .where('workspace_id', '=', desk.workspace.id)
        .execute()
    ).map(({ device_hash }) => device_hash);
  const everything = () => dumpDatabase(open.house.env.databaseUrl);
  const heard = async () => {
    await countWaiting(open.house);
    return open.house.db
      .selectFrom('lane_heard')
      .select(['persona_id', 'responses'])
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
  };

  test('what somebody does is asked first: every persona in lane order, none chosen, and none of these', async () => {
    const { token } = await shareFor(desk, ['buyer', 'end_user']);
    const { status, body } = await visitor(token).start();
    expect(status).toBe(200);
    const values = [...body.matchAll(/name="persona" value="([^"]*)"/g)].map(([, value]) => value);
    expect(values).toEqual(['end_user', 'influencer', 'buyer', 'advocate', '-']);
    expect(body).not.toMatch(/<input[^>]*checked/);
    expect(body).toContain('Takes part in the decision to buy or renew');
    expect(body).not.toContain(KEY);
  });

  test('counted answers stand under the persona of the path, under nobody’s name, in the wave of the link', async () => {
    const { token, waveId } = await shareFor(desk, ['buyer', 'end_user'], { shared: 'counted' });
    const browser = visitor(token);
    expect(await browser.choose('buyer')).toMatchObject({
      status: 303,
      headers: { location: `/s/${token}/buyer` },
    });
    const sent = await browser.answer('buyer', { [KEY]: '4', persona: 'end_user', persona_id: 'end_user' });
    expect(sent).toMatchObject({ status: 303, headers: { location: `/s/${token}/buyer?sent` } });
    const nobody = { invitation_id: null, person_id: null, account_id: null };
    expect(await responses()).toEqual([{ wave_id: waveId, persona_id: 'buyer', source: 'link', ...nobody }]);
    expect(await heard()).toEqual([{ persona_id: 'buyer', responses: 1 }]);
    expect((await browser.page('buyer', 'sent')).body).toContain('Received. Thank you.');
  });

  test('held answers are kept whole and counted nowhere', async () => {
    const { token, linkId } = await shareFor(desk, ['buyer'], { shared: 'held' });
    expect((await visitor(token).answer('buyer')).status).toBe(303);
    expect(await held()).toEqual([
      {
        ...{ persona_id: 'buyer', reason: 'self_declared', decision: null },
        ...{ invitation_id: null, account_id: null, shared_link_id: linkId },
      },
    ]);
    expect(await responses()).toEqual([]);
    expect(await heard()).toEqual([]);
  });

  test('opening it, however often and by whomever, writes nothing', async () => {
    const { token } = await shareFor(desk, ['buyer']);
    const before = await everything();
    for (let i = 0; i < 20; i += 1) {
      await visitor(token).start();
      await visitor(token).page('buyer', i % 2 ? 'sent' : '');
      await visitor(token).page('-');
      await visitor(token).choose('buyer');
    }
    expect(await everything()).toEqual(before);
  });

  test('a persona without questions here and none of them are thanked, and nothing is kept', async () => {
    const { token } = await shareFor(desk, ['buyer']);
    const browser = visitor(token);
    expect((await browser.page('end_user')).body).toContain('you are not asked this time');
    expect((await browser.page('-')).body).toContain('None of our questions would fit');
    const before = await everything();
    const form = await browser.form('buyer');
    expect((await browser.send('end_user', { ...form, moved: '1', [KEY]: '9' })).status).toBe(200);
    expect((await browser.send('-', { ...form, moved: '1', [KEY]: '9' })).status).toBe(200);
    expect(await everything()).toEqual(before);
  });

  test('a persona that is closed, of another workspace or made up opens nothing and takes nothing', async () => {
    const custom = {
      base: 'buyer',
      plural: '',
      definition: 'Runs the tender for us.',
      question: '',
    } as const;
    const make = async (of: Desk, name: string) => {
      const made = await createPersona(open.house.db, of.workspace, {
        ...custom,
        name,
        now: open.clock.now(),
      });
      if (made.kind !== 'created') throw new Error(made.kind);
      return made.id;
    };
    const closing = await make(desk, 'Procurement lead');
    const foreign = await make(await anotherDesk(open.house, 'Elsewhere'), 'Clinic manager');
    const { token } = await shareFor(desk, ['buyer', closing]);
    const browser = visitor(token);
    const form = await browser.form('buyer');
    await closePersona(open.house.db, desk.workspace, { id: closing, now: open.clock.now() });
    for (const persona of [closing, foreign, 'all', '__proto__', '']) {
      expect((await browser.page(persona)).status).toBe(404);
      expect((await browser.send(persona, { ...form, moved: '1', [KEY]: '9' })).status).toBe(404);
      expect((await browser.choose(persona)).status).toBe(422);
    }
    expect((await browser.start()).body).not.toContain(closing);
    expect([await responses(), await held()]).toEqual([[], []]);
  });

  test('what is lacking is asked for again, with everything that was typed', async () => {
    const { token } = await shareFor(desk, ['buyer'], { shared: 'counted' });
    const browser = visitor(token);
    const sent = await browser.answer('buyer', { [KEY]: '11' });
    expect(sent.status).toBe(422);
    expect(sent.body).toContain('aria-invalid="true"');
    expect([await responses(), await devices()]).toEqual([[], []]);
  });

  test('closed, it says so; who has it open may send for 15 minutes more', async () => {
    const { token, waveId } = await shareFor(desk, ['buyer'], { shared: 'counted' });
    const [one, other] = [visitor(token), visitor(token)];
    const forms = [await one.form('buyer'), await other.form('buyer')];
    await closeWave(desk.house, desk.workspace, { waveId, actor: desk.memberId }, endWithWave);
    open.clock.advance(15 * MINUTE);
    expect((await one.send('buyer', { ...forms[0], [KEY]: '9' })).status).toBe(303);
    open.clock.advance(SECOND);
    const late = await other.send('buyer', { ...forms[1], [KEY]: '9' });
    expect(late.status).toBe(409);
    expect(late.body).toContain('This survey is closed.');
    expect((await other.start()).body).toContain('This survey is closed.');
    expect(await responses()).toHaveLength(1);
  });

  test('a stopped, replaced, unknown or malformed address is one page, and so is a link of another kind', async () => {
    const { token, waveId } = await shareFor(desk, ['buyer']);
    const stopped = await shareFor(desk, ['buyer']);
    const act = { actor: desk.memberId };
    await renewSharedLink(desk.house, desk.workspace, { ...act, waveId });
    await revokeSharedLink(desk.house, desk.workspace, { ...act, waveId: stopped.waveId });
    const wave = await draftWave(desk, ['buyer']);
    const answerToken = await ask(desk, wave.waveId, { name: 'Henrik Aalto', personaIds: ['buyer'] });
    const unknown = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    const wrong = [token, stopped.token, unknown, 'x', '', '../r', answerToken];
    const pages = await Promise.all(wrong.map((one) => visitor(one).start()));
    expect(new Set(pages.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(pages[0]!.status).toBe(404);
    const now = (await tokenNow(desk, waveId))!;
    const request = {
      method: 'GET',
      path: `/r/${now}`,
      query: '',
      form: '',
      cookies: '',
      acceptLanguage: '',
    };
    expect(textOf((await openPage(request, { house: open.house, token: now })).body)).toBe(pages[0]!.body);
    expect((await visitor(now).start()).status).toBe(200);
  });
});
