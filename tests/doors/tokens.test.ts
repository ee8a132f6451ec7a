import { readFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { replaceLetters } from '#app/delivery/replace-letters.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { token8 } from '#app/platform/secrets.server.ts';
import { revokeLink } from '#app/programme/link/revoke-link.server.ts';
import { type LinkKind, linkToken } from '#app/programme/link-token.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { dumpDatabase } from '#tests/support/dump.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { startServer } from '#tests/support/process.ts';
import { openSmtpSink } from '#tests/support/smtp-sink.ts';

const SECRET = 'a token secret of 32 letters, 0123456789';
const never = (i: number) => `0f${String(i).padStart(22, 'A')}`;

/** A wave that has asked these people by mail, and the token of each. */
async function askByMail(desk: Desk, ...names: string[]) {
  const { waveId } = await draftWave(desk, ['buyer']);
  const roleIds: string[] = [];
  for (const name of names)
    roleIds.push(...(await seat(desk, { name, account: `${name} & Co`, personaIds: ['buyer'] })));
  const send = { waveId, roleIds, actor: desk.memberId };
  await sendWave(desk.house, desk.workspace, send, queueMessages(desk.house));
  const rows = await desk.house.db
    .selectFrom('invitation')
    .select(['id', 'role_assignment_id as roleId'])
    .where('workspace_id', '=', desk.workspace.id)
    .where('wave_id', '=', waveId)
    .execute();
  const ids = roleIds.map((roleId) => rows.find((row) => row.roleId === roleId)!.id);
  const token = (kind: LinkKind, at: number) => linkToken(desk.house.env.appSecret, kind, ids[at]!, 1);
  return { waveId, ids, token };
}

describe('links at the doors', () => {
  let testHouse: TestHouse;
  let desk: Desk;
  let doors: OpenDoors;
  let asked: Awaited<ReturnType<typeof askByMail>>;
  beforeAll(async () => {
    testHouse = await openTestHouse();
    desk = { house: testHouse.house, ...(await foundTestWorkspace(testHouse.house)) };
    asked = await askByMail(desk, 'Dana Reyes', 'Henrik Aalto', 'Noor El-Amin');
    doors = await openDoors(desk.house);
    const ended = { invitationId: asked.ids[1]!, reason: 'leaked', actor: desk.memberId } as const;
    await revokeLink(desk.house, desk.workspace, ended, replaceLetters(desk.house));
  });
  afterAll(async () => {
    await doors.close();
    await testHouse.close();
  });

  async function told(answer: Response) {
    const { date: _, ...headers } = Object.fromEntries(answer.headers);
    return { status: answer.status, headers, text: await answer.text() };
  }

  type Told = Awaited<ReturnType<typeof told>>;
  function unpacked({ headers, ...rest }: Told) {
    const packing = ['content-encoding', 'content-length', 'transfer-encoding'];
    return { ...rest, headers: Object.entries(headers).filter(([name]) => !packing.includes(name)) };
  }

  test.each(['r', 'u', 's'])(
    'a link that opens nothing behind /%s/ says the same, whatever it is',
    async (door) => {
      const { token } = asked;
      const wrong = {
        r: [token('answer', 1), token('unsubscribe', 0), token('shared', 0)],
        u: [token('answer', 0), token('shared', 0)],
        s: [token('answer', 0), token('unsubscribe', 0)],
      }[door]!;
      const shapes = ['x', 'x'.repeat(99), `${token('answer', 0)}x`, token('answer', 0).slice(1)];
      const visitor = new Visitor(doors.origin);
      const first = await told(await visitor.get(`/${door}/${never(1)}`));
      expect(first.status).toBe(404);
      expect(first.headers).toMatchObject({
        'referrer-policy': 'same-origin',
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow, noarchive',
      });
      for (const text of [...wrong, ...shapes])
        expect(await told(await visitor.get(`/${door}/${text}`)), text).toEqual(first);
      // An escape takes the way of the router, which packs the same page otherwise.
      const escaped = await told(await visitor.get(`/${door}/%C3%A9`));
      expect(unpacked(escaped)).toEqual(unpacked(first));
      const pressed = { submit_id: 'x', q1: '9', go: 'send' };
      const post = await told(await visitor.post(`/${door}/${never(1)}`, pressed));
      expect(post.status).toBe(404);
      for (const text of wrong)
        expect(await told(await visitor.post(`/${door}/${text}`, pressed)), text).toEqual(post);
    },
  );

  test('no page behind a link names another site, and each keeps its address from other sites', async () => {
    const paths = [
      `/r/${asked.token('answer', 0)}`,
      `/r/${asked.token('answer', 0)}?v=9`,
      `/r/${asked.token('answer', 0)}/who`,
      `/u/${asked.token('unsubscribe', 0)}`,
      `/r/${never(1)}`,
    ];
    for (const path of paths) {
      const answer = await new Visitor(doors.origin).get(path);
      const page = await answer.text();
      expect(answer.headers.get('referrer-policy'), path).toBe('same-origin');
      expect(answer.headers.get('content-security-policy'), path).toMatch(/^default-src 'self'; /);
      expect(page, path).not.toMatch(/https?:|\bsrc="\/\/|\bhref="\/\/|url\(|@import/i);
    }
  });

  describe('changed by a member, with plain forms', () => {
    const slug = (at: number) => toSlug('invitation', asked.ids[at]!);
    const post = async (form: Record<string, string>) => {
      const visitor = await new Visitor(doors.origin).signIn(ADMIN.email, ADMIN.password);
      return visitor.post(`/sends/${toSlug('wave', asked.waveId)}?who=noor`, form);
    };
    const status = async (token: string) => (await new Visitor(doors.origin).get(`/r/${token}`)).status;

    test('is renewed with a reason, once for a press, and then ended', async () => {
      const old = asked.token('answer', 2);
      const renewed = linkToken(desk.house.env.appSecret, 'answer', asked.ids[2]!, 2);
      const press = { intent: 'renew_link', invitation: slug(2), seen: '1' };
      for (const reason of ['', 'because']) {
        const refused = await post({ ...press, reason });
        expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Say why')]);
      }
      expect(await status(old)).toBe(200);
      const done = await post({ ...press, reason: 'leaked' });
      expect([done.status, done.headers.get('location')]).toEqual([
        303,
        `/sends/${toSlug('wave', asked.waveId)}?who=noor#links`,
      ]);
      expect([await status(old), await status(renewed)]).toEqual([404, 200]);
      expect((await post({ ...press, reason: 'leaked' })).status).toBe(409);
      expect(await status(renewed)).toBe(200);
      expect((await post({ intent: 'end_link', invitation: slug(2), reason: 'asked' })).status).toBe(303);
      expect(await status(renewed)).toBe(404);
    });

    test('all together, unless somebody was faster', async () => {
      const seen = (await desk.house.db.selectFrom('invitation').select('generation').execute()).reduce(
        (sum, { generation }) => sum + generation,
        0,
      );
      const press = { intent: 'renew_links', reason: 'leaked' };
      expect((await post({ ...press, seen: String(seen - 1) })).status).toBe(409);
      expect((await post({ ...press, seen: 'all of them' })).status).toBe(404);
      expect(await status(asked.token('answer', 0))).toBe(200);
      expect((await post({ ...press, seen: String(seen) })).status).toBe(303);
      expect(await status(asked.token('answer', 0))).toBe(404);
    });

    test('never by who may only look, nor by the name of what is not there', async () => {
      expect((await post({ intent: 'end_link', invitation: 'inv_nothing', reason: 'asked' })).status).toBe(
        404,
      );
      const ghost = toSlug('invitation', desk.house.ids.make());
      expect((await post({ intent: 'end_link', invitation: ghost, reason: 'asked' })).status).toBe(404);
    });

    test('and the page lists them by name, with what each button does in its words', async () => {
      const visitor = await new Visitor(doors.origin).signIn(ADMIN.email, ADMIN.password);
      const page = await (await visitor.get(`/sends/${toSlug('wave', asked.waveId)}?who=DANA`)).text();
      const links = page.slice(page.indexOf('id="links"'));
      expect(links).toContain('Renew the link of');
      expect(links).toContain('Dana Reyes');
      expect(links).not.toContain('Henrik Aalto');
      expect(page).not.toContain(asked.token('answer', 0));
    });
  });
});

describe('the real server', () => {
  test('writes no token down: not into its log, not into a fault, not into the database', async () => {
    let lettersOut: () => void = () => {};
    const bothOut = new Promise<void>((resolve) => {
      lettersOut = resolve;
    });
    const sink = await openSmtpSink(() => {
      if (sink.taken.length === 1) lettersOut();
      return undefined;
    });
    const vars = { APP_SECRET: SECRET, SMTP_URL: sink.url };
    const open = await openTestHouse({ vars });
    const desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    const { token } = await askByMail(desk, 'Dana Reyes', 'Henrik Aalto');
    const path = open.house.env.databaseUrl;
    const server = await startServer({ ...vars, DATABASE_URL: path, LOG_LEVEL: 'trace' }, { heard: true });
    onTestFinished(() => void server.child.kill('SIGKILL'));
    const visitor = new Visitor(server.origin);
    await bothOut;
    const [dana, out, gone] = [token('answer', 0), token('unsubscribe', 1), never(7)];
    expect((await visitor.get(`/r/${dana}?v=9`)).status).toBe(200);
    expect((await visitor.get(`/r/${dana}/who`)).status).toBe(200);
    expect(
      (await visitor.post(`/r/${dana}`, { submit_id: 'x', q1: '9', page: '0', go: 'send' })).status,
    ).toBe(200);
    expect((await visitor.post(`/u/${out}`, {})).status).toBe(200);
    expect((await visitor.get(`/r/${gone}`)).status).toBe(404);
    expect((await visitor.get(`/r/${dana}%00`)).status).toBe(400);
    expect((await visitor.send(`/r/${dana}`, { method: 'PUT' })).status).toBeGreaterThanOrEqual(400);
    const dump = await dumpDatabase(path);
    breakLinks(path);
    for (const broken of [`/r/${dana}`, `/u/${out}`, `/r/${dana}/who`])
      expect((await visitor.get(broken)).status, broken).toBeGreaterThanOrEqual(500);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    const files = await Promise.all([path, `${path}-wal`].map((file) => readFile(file).catch(() => '')));
    const written = [server.said(), dump, ...files.map((bytes) => bytes.toString('latin1'))].join('\n');
    expect(dump).toContain('dana.reyes@people.example');
    for (const secret of [dana, out, gone]) expect(written).not.toContain(secret.slice(2));
    expect(server.said()).toContain(`/u/~${token8(out)}`);
    await open.close();
    await sink.close();
  });

  test('slows down who tries many links, and nobody who holds one', async () => {
    const open = await openTestHouse({ vars: { APP_SECRET: SECRET } });
    const desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    const { token } = await askByMail(desk, 'Dana Reyes');
    const server = await startServer({ APP_SECRET: SECRET, DATABASE_URL: open.house.env.databaseUrl });
    onTestFinished(() => void server.child.kill('SIGKILL'));
    const visitor = new Visitor(server.origin);
    const timed = async (path: string) => {
      const begun = performance.now();
      const { status } = await visitor.get(path);
      return { status, took: performance.now() - begun };
    };
    const many = (from: number, length: number) =>
      Promise.all(Array.from({ length }, (_, i) => visitor.get(`/r/${never(from + i)}`)));
    // Twice as many as are free, so that no slow machine has them forgotten before the next lines.
    for (const { status } of await many(0, 100)) expect(status).toBe(404);
    // The quick door, the router's way round it, and the other doors count together.
    for (const path of [`/r/${never(200)}`, `/r/%30f${never(201).slice(2)}`, `/u/${never(202)}`]) {
      const late = await timed(path);
      expect(late.status, path).toBe(404);
      expect(late.took, path).toBeGreaterThan(900);
    }
    const [flood, known] = await Promise.all([many(300, 300), timed(`/r/${token('answer', 0)}`)]);
    expect(known.status).toBe(200);
    const refused = flood.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]!.headers.get('retry-after')).toBe('60');
    for (const { status } of flood) expect([404, 429]).toContain(status);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    await open.close();
  });
});

/** Every look for a link fails from now on. */
function breakLinks(path: string): void {
  const file = new Database(path);
  file.exec('alter table link rename to link_gone');
  file.close();
}
