import { randomBytes } from 'node:crypto';
import { createRequestHandler } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerHot } from '#app/answering/hot-door.server.ts';
import { countAnswers } from '#app/results/count-answers.server.ts';
import { ask } from '#tests/support/answering.ts';
import { type Desk, draftWave } from '#tests/support/asking.ts';
import { loadBundle } from '#tests/support/doors.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

/** The door in front of Remix and the route behind it are the same two functions; this holds them to the byte. */
describe('the hot door', () => {
  let testHouse: TestHouse;
  let desk: Desk;
  let waveId: string;
  let remix: (
    request: Request,
    context: { house: Desk['house']; nonce: string; peer: string },
  ) => Promise<Response>;
  beforeAll(async () => {
    testHouse = await openTestHouse();
    desk = { house: testHouse.house, ...(await foundTestWorkspace(testHouse.house)) };
    ({ waveId } = await draftWave(desk, ['buyer']));
    remix = createRequestHandler(await loadBundle('respondent'), 'production');
  });
  afterAll(() => testHouse.close());

  const hot = answerHot(countAnswers);
  const context = () => ({ house: desk.house, nonce: 'nonce', peer: '' });
  const post = (path: string, form: Record<string, string>) =>
    new Request(`http://localhost${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  async function told(answer: Response | null) {
    const { status, headers } = answer!;
    const text = (await answer!.text()).replace(/name="submit_id" value="[^"]*"/, '');
    return { status, headers: Object.fromEntries(headers), text };
  }

  test.each([
    ['a first page', '', 200],
    ['a number tapped in the mail', '?v=7', 200],
    ['a language nobody speaks', '?lang=xx', 200],
    ['a slash behind', '/', 200],
  ])('gives %s as the route does', async (_, rest, status) => {
    const token = await ask(desk, waveId, { name: `Dana ${_}`, personaIds: ['buyer'] });
    const url = `http://localhost/r/${token}${rest}`;
    const ours = await told(await hot(new Request(url), context()));
    expect(ours).toEqual(await told(await remix(new Request(url), context())));
    expect(ours.status).toBe(status);
  });

  test.each(['', 'x'.repeat(43), '%C3%A9', 'a b'])(
    'gives the same for the link %j that opens nothing',
    async (token) => {
      const url = `http://localhost/r/${encodeURI(token)}`;
      const ours = hot(new Request(url), context());
      if (token === '') return expect(ours).toBeNull();
      expect(await told(await ours)).toEqual(await told(await remix(new Request(url), context())));
    },
  );

  test('takes what the route takes, and says the same of what it does not', async () => {
    const [one, other] = [
      await ask(desk, waveId, { name: 'Ana Ruiz', personaIds: ['buyer'] }),
      await ask(desk, waveId, { name: 'Ben Ode', personaIds: ['buyer'] }),
    ];
    for (const form of [
      { q1: '11' },
      { q1: '9', submit_id: 'mine' },
      { q1: '9', submit_id: 'mine' },
      { q1: '3', submit_id: 'x' },
    ]) {
      const submit = {
        ...form,
        submit_id: form.submit_id ? `${form.submit_id}-${randomBytes(4).toString('hex')}` : '',
      };
      const ours = await told(
        await hot(post(`/r/${one}`, { ...submit, submit_id: `a${submit.submit_id}` }), context()),
      );
      const theirs = await told(
        await remix(post(`/r/${other}`, { ...submit, submit_id: `b${submit.submit_id}` }), context()),
      );
      const alike = (answer: typeof ours) =>
        JSON.stringify(answer)
          .replaceAll(one, '')
          .replaceAll(other, '')
          .replaceAll('Ana Ruiz', '')
          .replaceAll('Ben Ode', '')
          .replace(/(Ana|Ben)/g, '');
      expect(alike(ours)).toBe(alike(theirs));
    }
  });

  test('leaves every other path and method to the router', () => {
    for (const path of ['/', '/r', '/r/a/b', '/u/a', '/surveys', '/r/a.data/x'])
      expect(hot(new Request(`http://localhost${path}`), context())).toBeNull();
    expect(hot(new Request('http://localhost/r/a', { method: 'HEAD' }), context())).toBeNull();
    expect(hot(new Request('http://localhost/r/a', { method: 'DELETE' }), context())).toBeNull();
  });
});
