import { connect } from '#db/connection.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { questionOf } from '#tests/support/asked-set.ts';
import { freePort } from '#tests/support/process.ts';
import { askPeople } from './asked-people.ts';
import { eachOf } from './caller.ts';
import { brokenOf, type Proof } from './figures.ts';
import { countRows, rowsBetween } from './row-counts.ts';
import { type Served, serve } from './served.ts';

/** A press as some mail program or provider sends it. */
interface Press {
  headers: Record<string, string>;
  body?: BodyInit;
}

const URLENCODED = 'List-Unsubscribe=One-Click';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

function multipart(): BodyInit {
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  return form;
}

/** RFC 8058, 3.2, and what comes besides: without cookies, whatever the browser or provider says of itself. */
const PRESSES: readonly (() => Press)[] = [
  () => ({ headers: FORM, body: URLENCODED }),
  () => ({ headers: {}, body: multipart() }),
  () => ({ headers: {} }),
  () => ({ headers: { 'content-type': 'text/plain' }, body: URLENCODED }),
  () => ({ headers: { 'content-type': 'application/json' }, body: '{"List-Unsubscribe":"One-Click"}' }),
  () => ({ headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x\r\nbroken' }),
  () => ({ headers: { ...FORM, origin: 'https://mail.provider.example' }, body: URLENCODED }),
  () => ({ headers: { ...FORM, origin: 'null', 'sec-fetch-site': 'cross-site' }, body: URLENCODED }),
  () => ({ headers: { ...FORM, cookie: '__Host-s=stolen; s=stolen' }, body: URLENCODED }),
  () => ({
    headers: { ...FORM, 'x-forwarded-for': '192.0.2.1' },
    body: `${URLENCODED}&wish=programme&intent=role`,
  }),
];

export interface OneClick {
  engine: Engine;
  people: number;
}

/**
 * Looks at every way out of a mailing in all the ways that change nothing, then presses each as mail programs do, twice at
 * once, all from one address and faster than any person; and once more after the secret that made the links is lost.
 */
export async function pressOnce({ engine, people }: OneClick): Promise<Proof> {
  const asked = await askPeople(engine, [questionOf('q1', 'recommend')], people, 'handed_over');
  const port = await freePort();
  const at = (token: string) => `http://127.0.0.1:${port}/u/${token}`;
  let server: Served | undefined = await serve({ databaseUrl: asked.databaseUrl, port });
  try {
    const before = await countRows(asked.databaseUrl);
    const looked: number[] = [];
    await eachOf(
      asked.people,
      16,
      async ({ unsubscribe }) => void looked.push(...(await lookAt(at(unsubscribe)))),
    );
    const written = rowsBetween(before, await countRows(asked.databaseUrl));
    const replies: Told[] = [];
    await eachOf(asked.people, 32, async ({ unsubscribe }) => {
      const number = replies.length % PRESSES.length;
      replies.push(...(await Promise.all([press(at(unsubscribe), number), press(at(unsubscribe), number)])));
    });
    const stopped = await countStopped(asked.databaseUrl);
    await server.stop();
    server = undefined;
    server = await serve({
      databaseUrl: asked.databaseUrl,
      port,
      vars: { APP_SECRET: 'another secret, 32 letters 9876543210' },
    });
    const [late] = [await press(at(asked.people[0]!.unsubscribe), 0)];
    const unknown = await press(at('aaAAAAAAAAAAAAAAAAAAAAAA'), 0);
    const all = [...replies, late];
    return {
      figures: {
        ...{ people, looks: looked.length, written_by_looking: written, presses: all.length, stopped },
        redirects: all.filter(({ status }) => status >= 300 && status < 400).length,
        refused: all.filter(({ status }) => status !== 200).length,
      },
      broken: brokenOf({
        'looking writes nothing': written === 0 && looked.every((status) => status === 200),
        'each press is answered with 200, and never led elsewhere': all.every(({ status }) => status === 200),
        'none is given a cookie': all.every(({ cookies }) => cookies === 0),
        'everybody is stopped, once': stopped === people,
        'a link outlives the secret that made it': late.status === 200,
        'a link that never was opens nothing': unknown.status === 404,
      }),
    };
  } finally {
    await server?.stop();
    await asked.drop();
  }
}

/** GET, HEAD, prefetch, and the step that asks for the role. */
async function lookAt(url: string): Promise<number[]> {
  const looks = [
    fetch(url),
    fetch(url, { method: 'HEAD' }),
    fetch(url, { headers: { 'sec-purpose': 'prefetch' } }),
    fetch(`${url}?List-Unsubscribe=One-Click&wish=all`),
    fetch(`${url}?step=role`),
  ];
  return Promise.all(
    looks.map(async (look) => {
      const reply = await look;
      await reply.arrayBuffer();
      return reply.status;
    }),
  );
}

interface Told {
  status: number;
  cookies: number;
}

async function press(url: string, number: number): Promise<Told> {
  const reply = await fetch(url, { method: 'POST', redirect: 'manual', ...PRESSES[number]!() });
  await reply.arrayBuffer();
  return { status: reply.status, cookies: reply.headers.getSetCookie().length };
}

async function countStopped(databaseUrl: string): Promise<number> {
  const { db, close } = connect(databaseUrl);
  const rows = await db.selectFrom('suppression').select('reason').execute();
  await close();
  return rows.filter(({ reason }) => reason === 'asked').length;
}
