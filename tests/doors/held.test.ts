import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toSlug } from '#app/platform/ids.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { type Desk, draftWave } from '#tests/support/asking.ts';
import { PERSON } from '#tests/support/canary-answers.ts';
import { CANARY_ADMIN, makeCanaryWorkspace } from '#tests/support/canary-workspace.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { hold, KEY } from '#tests/support/held.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { addMember, foundForeignWorkspace } from '#tests/support/members.ts';

/** Everything here is a plain form, posted without script. */
describe('held answers through the doors', () => {
  let testHouse: TestHouse;
  let doors: OpenDoors;
  let desk: Desk;
  let member: Visitor;
  let waveId: string;
  let held: string;

  beforeAll(async () => {
    testHouse = await openTestHouse();
    desk = { house: testHouse.house, ...(await foundTestWorkspace(testHouse.house)) };
    doors = await openDoors(testHouse.house);
    member = await new Visitor(doors.origin).signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(async () => {
    await doors.close();
    await testHouse.close();
  });
  beforeEach(async () => {
    waveId = (await draftWave(desk, ['buyer', 'end_user'])).waveId;
    const token = await ask(desk, waveId, {
      name: `Henrik ${desk.house.ids.make()}`,
      personaIds: ['end_user'],
    });
    await answer(desk.house, token, { [KEY]: '9' });
    held = await hold(desk, waveId, {
      personaId: 'buyer',
      saidName: '=cmd()',
      saidEmail: 'noor@people.example',
    });
  });

  const slug = () => toSlug('held', held);
  const wave = () => toSlug('wave', waveId);
  const decide = (visitor: Visitor, form: Record<string, string>) =>
    visitor.post('/answers/held', { held: slug(), intent: 'release', seen: 'waiting', ...form });
  const decision = async () => {
    const { decision } = await desk.house.db
      .selectFrom('held_response')
      .select('decision')
      .where('workspace_id', '=', desk.workspace.id)
      .where('id', '=', held)
      .executeTakeFirstOrThrow();
    return decision;
  };
  /** Without the marks that React sets between texts. */
  const textOf = async (visitor: Visitor, path: string) =>
    (await (await visitor.get(path)).text()).replaceAll('<!-- -->', '');

  test('a member releases with a reason, and the filters stay', async () => {
    const path = `/answers/held?persona=buyer&wave=${wave()}`;
    expect(await textOf(member, path)).toContain('Opened an invitation to somebody else');
    const form = { held: slug(), intent: 'release', seen: 'waiting', reason: 'Known to the team' };
    const done = await member.post(path, form);
    expect(done.status).toBe(303);
    const to = new URL(done.headers.get('location')!, doors.origin);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({ persona: 'buyer', done: 'released' });
    expect(await textOf(member, to.pathname + to.search)).toContain('it counts under its persona now');
    expect(await decision()).toBe('released');
    expect(await textOf(member, `/answers/held?state=decided&wave=${wave()}`)).toContain('Known to the team');
  });

  test.each(['', ' x ', 'y'.repeat(301)])(
    'without a proper reason (%#) nothing is decided, and it stays',
    async (reason) => {
      for (const intent of ['release', 'discard']) {
        const answered = await decide(member, { intent, reason: `${reason}` });
        expect(answered.status).toBe(422);
        const page = await answered.text();
        if (reason.trim() !== '') expect(page).toContain(reason.slice(0, 300));
        expect(page).toMatch(/Say why, such as|300 characters/);
      }
      expect(await decision()).toBeNull();
    },
  );

  test('who comes second is told who decided, what they typed stays', async () => {
    const page = await textOf(member, `/answers/held?wave=${wave()}`);
    expect(page).toContain(slug());
    expect((await decide(member, { intent: 'discard', reason: 'Nobody we know' })).status).toBe(303);
    const late = await decide(member, { reason: 'I know them' });
    expect(late.status).toBe(422);
    expect(await late.text()).toMatch(/discarded it on/);
    expect(await decision()).toBe('discarded');
    expect((await decide(member, { seen: 'discarded', reason: 'I know them' })).status).toBe(303);
    expect(await decision()).toBe('released');
  });

  test('an executive neither reads nor decides, and their results page has no word of it', async () => {
    const { email, password } = await addMember(desk.house, desk.workspace, 'executive');
    const executive = await new Visitor(doors.origin).signIn(email, password);
    for (const path of ['/answers/held', '/answers/held.csv'])
      expect((await executive.get(path)).status).toBe(403);
    for (const intent of ['release', 'discard'])
      expect((await decide(executive, { intent, reason: 'Because' })).status).toBe(403);
    expect(await decision()).toBeNull();
    expect(await textOf(executive, `/results/${wave()}/buyer`)).not.toContain('held, not counted');
    expect(await textOf(member, `/results/${wave()}/buyer`)).toContain('1 held, not counted');
  });

  test('another workspace, a made-up id and an act that is none change nothing', async () => {
    const { admin } = await foundForeignWorkspace(desk.house, {
      name: 'Bo',
      email: `bo${held}@harbour.example`,
      password: 'nine quiet herons wade',
    });
    const foreign = await new Visitor(doors.origin).signIn(admin.email, admin.password);
    for (const intent of ['release', 'discard'])
      expect((await decide(foreign, { intent, reason: 'Not ours' })).status).toBe(404);
    expect(await textOf(foreign, '/answers/held')).toContain('Nothing is held');
    expect(
      (await decide(member, { held: toSlug('held', desk.house.ids.make()), reason: 'None' })).status,
    ).toBe(404);
    expect((await decide(member, { held: toSlug('response', held), reason: 'None' })).status).toBe(404);
    expect((await decide(member, { intent: 'count', reason: 'None such' })).status).toBe(422);
    expect(await decision()).toBeNull();
  });

  test('the file leads with persona and account, and no cell of it is a formula or an answer', async () => {
    const file = await textOf(member, `/answers/held.csv?wave=${wave()}`);
    const [header, row] = file.replace('\uFEFF', '').split('\r\n');
    expect(header).toMatch(/^persona,account,wave,/);
    expect(row).toMatch(/^Buyer,,Winter 2027,/);
    expect(row).toContain("'=cmd()");
  });

  test('the pages of answers and of the send say how many are held, by persona', async () => {
    expect(await textOf(member, `/answers?wave=${wave()}&persona=buyer`)).toContain('1 held, not counted');
    expect(await textOf(member, `/answers?wave=${wave()}&persona=end_user`)).not.toContain(
      'held, not counted',
    );
    expect(await textOf(member, `/sends/${wave()}`)).toContain('Buyers: 1');
  });
});

describe('what was held in confidence', () => {
  test('is read on no page, in no file and by no key, before it is released and after', async () => {
    const testHouse = await openTestHouse();
    const canary = await makeCanaryWorkspace(testHouse.house);
    const doors = await openDoors(testHouse.house);
    const admin = await new Visitor(doors.origin).signIn(CANARY_ADMIN.email, CANARY_ADMIN.password);
    const { wave, held } = canary.ids;
    const paths = [
      ...[
        '/answers/held',
        '/answers/held?state=decided',
        '/answers/held.csv',
        '/answers/held.csv?state=decided',
      ],
      ...[
        `/answers/held?q=${encodeURIComponent(PERSON)}`,
        `/answers?wave=${wave}&persona=buyer`,
        `/sends/${wave}`,
      ],
      ...[`/results/${wave}/buyer`, `/results?wave=${wave}`, `/results.csv?wave=${wave}`, '/overview'],
      ...[
        `/api/v1/responses?wave=${wave}`,
        '/api/v1/held-responses?state=all',
        `/api/v1/held-responses/${held}`,
      ],
      ...[`/api/v1/results/waves/${wave}`],
    ];
    const check = async () => {
      for (const path of paths) {
        const headers: Record<string, string> = path.startsWith('/api')
          ? { authorization: `Bearer ${canary.tokens.key}` }
          : {};
        const page = await admin.get(path, headers);
        expect.soft(page.status, path).toBe(path.includes('responses?wave') ? 422 : 200);
        const text = await page.text();
        expect.soft(text, path).not.toContain('held its breath');
        if (path.includes('held'))
          expect.soft(text.replace(`value="${PERSON}"`, ''), path).not.toContain('zebulon@');
      }
      const searched = await (await admin.get('/answers/held?state=waiting&q=zebulon')).text();
      expect.soft(searched).not.toContain(held);
    };
    await check();
    const form = { held, intent: 'release', seen: 'waiting', reason: 'Known to the team', named: 'yes' };
    expect((await admin.post('/answers/held', form)).status).toBe(422);
    const { named: _, ...unnamed } = form;
    expect((await admin.post('/answers/held', unnamed)).status).toBe(303);
    await check();
    await doors.close();
    await testHouse.close();
  });
});
