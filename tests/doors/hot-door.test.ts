import { randomBytes } from 'node:crypto';
import { createRequestHandler, type RequestHandler } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerHot } from '#app/answering/hot-door.server.ts';
import { type PlainReply, readPlain, textOf } from '#app/platform/http/plain-exchange.ts';
import { countAnswers } from '#app/results/count-answers.server.ts';
import { ask } from '#tests/support/answering.ts';
import { type Desk, draftWave } from '#tests/support/asking.ts';
import { contextOf } from '#tests/support/context.ts';
import { loadBundle } from '#tests/support/doors.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { hiddenFields } from '#tests/support/respond.ts';
import { askFirst } from '#tests/support/stale.ts';

/** The door in front of Remix and the route behind it are the same two functions; this holds them to the byte. */
describe('the hot door', () => {
  let testHouse: TestHouse;
  let desk: Desk;
  let waveId: string;
  let remix: RequestHandler;
  beforeAll(async () => {
    testHouse = await openTestHouse();
    desk = { house: testHouse.house, ...(await foundTestWorkspace(testHouse.house)) };
    ({ waveId } = await draftWave(desk, ['buyer']));
    remix = createRequestHandler(await loadBundle('respondent'), 'production');
  });
  afterAll(() => testHouse.close());

  const door = answerHot(countAnswers);
  const hot = async (request: Request) => door.answer(await readPlain(request), desk.house);
  const context = () => contextOf(desk.house, { nonce: 'nonce' });
  const post = (path: string, form: Record<string, string>) =>
    new Request(`http://localhost${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  async function told(answer: Response | PlainReply) {
    const { status } = answer;
    const headers: Record<string, string> =
      answer instanceof Response ? Object.fromEntries(answer.headers) : answer.headers;
    const body = answer instanceof Response ? await answer.text() : textOf(answer.body);
    const text = body.replace(/name="(submit_id|shown)" value="[^"]*"/g, '');
    const said: Record<string, string | undefined> = {
      ...headers,
      'set-cookie': headers['set-cookie']?.replace(/=[^;]*/, ''),
    };
    return { status, headers: said, text };
  }

  test.each([
    ['a first page', '', 200],
    ['a number tapped in the mail', '?v=7', 200],
    ['a language nobody speaks', '?lang=xx', 200],
    ['a slash behind', '/', 200],
  ])('gives %s as the route does', async (_, rest, status) => {
    const token = await ask(desk, waveId, { name: `Dana ${_}`, personaIds: ['buyer'] });
    const url = `http://localhost/r/${token}${rest}`;
    const ours = await told(await hot(new Request(url)));
    expect(ours).toEqual(await told(await remix(new Request(url), context())));
    expect(ours.status).toBe(status);
  });

  test('leads whoever is asked for their role first to that page, as the route does, and takes no answer', async () => {
    const { token } = await askFirst(testHouse, desk, waveId, { name: 'Kim Sato' });
    const url = `http://localhost/r/${token}?v=7`;
    const opened = await told(await hot(new Request(url)));
    expect(opened).toEqual(await told(await remix(new Request(url), context())));
    expect([opened.status, opened.headers.location]).toEqual([302, `/r/${token}/who?v=7`]);
    const form = { go: 'send', q1: '9', moved: '1' };
    const sent = await told(await hot(post(`/r/${token}`, form)));
    expect(sent).toEqual(await told(await remix(post(`/r/${token}`, form), context())));
    expect([sent.status, sent.headers.location]).toEqual([303, `/r/${token}/who`]);
  });

  test.each(['x'.repeat(43), '1'.repeat(23)])(
    'gives the same for the link %j that opens nothing',
    async (token) => {
      const url = `http://localhost/r/${token}`;
      expect(await told(await hot(new Request(url)))).toEqual(
        await told(await remix(new Request(url), context())),
      );
    },
  );

  test('takes what the route takes, and says the same of what it does not', async () => {
    const names = ['Ana Ruiz', 'Ben Ode'];
    const tokens: string[] = [];
    for (const name of names) tokens.push(await ask(desk, waveId, { name, personaIds: ['buyer'] }));
    const doors = [hot, (request: Request) => remix(request, context())];
    const unnamed = (text: string) =>
      [...tokens, 'Ana', 'Ben'].reduce((said, own) => said.replaceAll(own, ''), text);
    const page = async (at: number) => {
      const opened = await hot(new Request(`http://localhost/r/${tokens[at]}`));
      return Object.fromEntries(
        Object.entries(hiddenFields(textOf(opened.body))).map(([name, [value]]) => [name, value!]),
      );
    };
    const hidden = [await page(0), await page(1)];
    const forms: Record<string, string>[] = [
      { q1: '11', moved: '1' },
      { q1: '9', moved: '1', shown: 'p0.forged' },
      { q1: '9', moved: '1', go: 'keep' },
      { q1: '9', moved: '1' },
      { q1: '9', moved: '1' },
      { q1: '3', moved: '1', submit_id: randomBytes(4).toString('hex') },
    ];
    const statuses = [];
    for (const form of forms) {
      const said = [];
      for (const [at, door] of doors.entries()) {
        const sent = post(`/r/${tokens[at]}`, { ...hidden[at], go: 'send', ...form });
        said.push(await told(await door(sent)));
      }
      const [ours, theirs] = said.map((answer) => JSON.parse(unnamed(JSON.stringify(answer))));
      expect(ours).toEqual(theirs);
      statuses.push(said[0]!.status);
    }
    expect(statuses).toEqual([422, 200, 204, 303, 303, 409]);
  });

  test('leaves every other path to the router', () => {
    for (const path of ['/', '/r', '/r/', '/r/a/b', '/r/%C3%A9', '/u/a', '/surveys', '/r/a.data/x'])
      expect(door.takes(path)).toBe(false);
  });
});
