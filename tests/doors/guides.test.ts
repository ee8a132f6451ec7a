import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { openExampleHouse, signedInCookie } from '#tests/support/example-house.ts';
import type { TestHouse } from '#tests/support/house.ts';

let open: TestHouse;
let doors: OpenDoors;
let cookie: string;
beforeAll(async () => {
  open = await openExampleHouse();
  doors = await openDoors(open.house);
  const { name, value } = await signedInCookie(open.house, 'admin');
  cookie = `${name}=${value}`;
}, 180_000);
afterAll(async () => {
  await doors.close();
  await open.close();
});

const pageAt = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(new URL(path, doors.origin), { headers });
  return { status: answer.status, html: await answer.text() };
};

const GUIDES = [
  ['how-sure-are-we', 'How sure are we', 'How many answers a next asking needs'],
  ['committee-view', 'The committee view', 'Who should be heard'],
  ['why-no-total', 'Why there is no total', 'No weighting mends it'],
] as const;

test.each(GUIDES)(
  'the guide %s is open to everybody, whole and under its title',
  async (name, title, part) => {
    const { status, html } = await pageAt(`/docs/${name}`);
    expect(status).toBe(200);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain(`>${part}</h2>`);
    expect(html).toContain('<table');
    expect(html).not.toContain('<script');
  },
);

test.each(['no-such-guide', 'operating', '..%2foperating', '__proto__'])(
  '%s is no guide here',
  async (name) => {
    expect((await pageAt(`/docs/${name}`)).status).toBe(404);
  },
);

test('each guide is linked where its question arises', async () => {
  const hrefs = async (path: string) => (await pageAt(path, { cookie })).html.match(/href="[^"]*"/g) ?? [];
  const first = async (path: string, pattern: RegExp) =>
    (await hrefs(path)).map((href) => pattern.exec(href)?.[1]).find((found) => found !== undefined)!;

  const results = await hrefs('/results');
  expect(results).toContain('href="/docs/why-no-total"');
  expect(await hrefs('/overview')).toContain('href="/docs/how-sure-are-we"');
  const persona = await first('/results', /href="(\/results\/wav_[^/"]+\/buyer)/);
  expect(await hrefs(persona)).toEqual(
    expect.arrayContaining(['href="/docs/how-sure-are-we"', 'href="/docs/how-sure-are-we#the-interval"']),
  );
  expect((await pageAt('/docs/how-sure-are-we')).html).toContain('id="the-interval"');
  const committee = await first('/committees', /href="(\/committees\/acc_[^"]+)/);
  expect(await hrefs(committee.replaceAll('&amp;', '&'))).toContain('href="/docs/committee-view"');
  expect(await hrefs('/docs/orples')).toContain('href="/docs/why-no-total"');
});
