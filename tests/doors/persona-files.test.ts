import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAttribute } from '#app/audience/attribute/create-attribute.server.ts';
import { saveAccount } from '#app/audience/save-account.server.ts';
import { insertSuppression } from '#app/delivery/suppression.store.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { currentHash } from '#app/programme/address-hash.server.ts';
import type { Confidentiality } from '#app/programme/confidentiality.ts';
import { decideCut } from '#app/results/breakdown/decide-cut.server.ts';
import type { Desk } from '#tests/support/asking.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { signedInCookie } from '#tests/support/example-house.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { addMember } from '#tests/support/members.ts';
import { releaseAll } from '#tests/support/release.ts';
import { askAgain, type Buyer } from '#tests/support/same-people.ts';
import { seatMany } from '#tests/support/seat-many.ts';

const firmAt = (at: number) => `${at === 19 ? '=' : ''}Firm ${at}`;

let open: TestHouse;
let doors: OpenDoors;
let desk: Desk;
let region: string;
beforeAll(async () => {
  open = await openTestHouse();
  desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
  const { house, workspace, memberId: actor } = desk;
  await addMember(house, workspace, 'executive');
  const made = await createAttribute(house, workspace, { about: 'account', name: 'Region', actor });
  if (made.kind !== 'created') throw new Error(made.message);
  region = made.id;
  for (let at = 0; at < 20; at += 1) {
    const attributes = { Region: at < 10 ? '@North' : 'South' };
    await saveAccount(house, workspace, { name: firmAt(at), attributes, actor });
  }
  doors = await openDoors(house);
});
afterAll(async () => {
  await doors.close();
  await open.close();
});

/** Buyers at twenty accounts in one wave; those who are not told to answer keep silent. Where their page is. */
async function hear(
  people: number,
  confidentiality: Confidentiality,
  { heard, nameAt, by = 0 }: { heard: number; nameAt(at: number): string; by?: number },
): Promise<{ waveId: string; page: string }> {
  const buyers = Array.from(
    { length: people },
    (_, at): Buyer => ({
      name: nameAt(at),
      account: firmAt(at % 20),
      renewalOn: `2027-0${1 + ((at % 20) % 9)}-15`,
      scores: [at < heard ? (at % 2 ? 8 : 5) + by : null],
    }),
  );
  const [waveId] = await askAgain(desk, buyers, { pass: () => {}, confidentiality });
  await releaseAll(open.house);
  return { waveId: waveId!, page: `/results/${toSlug('wave', waveId!)}/buyer` };
}

/** As an executive, to whom the page shows the same. */
async function read(path: string) {
  const { name, value } = await signedInCookie(open.house, 'executive');
  const answer = await fetch(doors.origin + path, { headers: { cookie: `${name}=${value}` } });
  const text = (await answer.text()).replace('\uFEFF', '');
  return { status: answer.status, text, rows: text.trim().split('\r\n') };
}

test('the silent are in the file by name, all of them, the next renewal first, and none is a formula', async () => {
  const { page } = await hear(60, 'attributed', { heard: 5, nameAt: (at) => `Silent ${at}` });
  const { status, rows } = await read(`${page}/silent.csv`);
  expect([status, rows[0]]).toEqual([200, 'persona,wave,account,renews_on,person,asked_for_no_mail']);
  expect(rows).toHaveLength(1 + 55);
  const days = rows.slice(1).map((row) => row.split(',')[3]!);
  expect(days).toEqual([...days].sort());
  expect(rows.every((row, at) => at === 0 || row.startsWith('Buyer,Wave 1,'))).toBe(true);
  expect(rows).toContain("Buyer,Wave 1,'=Firm 19,2027-02-15,Silent 59,no");
  const { house, workspace } = desk;
  const row = await house.db
    .selectFrom('person as p')
    .innerJoin('person_address as a', 'a.person_id', 'p.id')
    .select('a.email')
    .where('p.name', '=', 'Silent 59')
    .executeTakeFirstOrThrow();
  await insertSuppression(house.db, {
    ...{ workspaceId: workspace.id, domain: 'a.example', at: house.clock.now(), reason: 'asked' },
    ...currentHash(house.env, row.email),
  });
  expect((await read(`${page}/silent.csv`)).rows).toContain(
    "Buyer,Wave 1,'=Firm 19,2027-02-15,Silent 59,yes",
  );
  expect((await read(page)).text).toContain(`href="${page}/silent.csv"`);
  expect((await read(`${page.replace('buyer', 'advocate')}/silent.csv`)).status).toBe(404);
});

test('a page of many names the silent all the same, says what it does not read, and reads it when asked', async () => {
  const { waveId, page } = await hear(20, 'attributed', { heard: 8, nameAt: (at) => `Many ${at}` });
  await seatMany(desk, waveId, 2000);
  const plain = async (path: string) => (await read(path)).text.replaceAll('<!-- -->', '');
  const short = await plain(page);
  expect(short).toContain('2012 buyers, the next renewal first.');
  expect(short).toContain('1962 more kept silent.');
  expect(short).toContain('takes reading more than 2,000 people one by one: whether those heard are like');
  expect(short).toContain(`href="${page}?read=each#sure"`);
  expect(short).not.toContain('Are those heard like the silent?');
  const each = await plain(`${page}?read=each`);
  expect(each).toContain('Are those heard like the silent?');
  expect(each).not.toContain('one by one');
  // It stays in the address, whatever else is asked.
  expect(each).toContain(`href="${page}?by=account&amp;read=each#breakdown"`);
  expect(await plain(`${page}?by=account&read=each`)).toContain('breakdown.csv?by=account&amp;read=each');
  const silentIn = (text: string) => [...text.matchAll(/(?:Seat|Many) \d+/g)].map(([name]) => name);
  expect(silentIn(each)).toEqual(silentIn(short));
  const { rows } = await read(`${page}/silent.csv`);
  expect(rows).toHaveLength(1 + 2012);
});

test('groups are in the file as the page has them, a row each, the persona first and none for all', async () => {
  const { page } = await hear(40, 'attributed', { heard: 30, nameAt: (at) => `Group ${at}` });
  const by = toSlug('attribute', region);
  const { rows } = await read(`${page}/breakdown.csv?by=${by}`);
  expect(rows[0]).toMatch(/^persona,wave,broken_down_by,group,metric,question,score,/);
  expect(rows.slice(1).map((row) => row.split(',').slice(0, 5))).toEqual([
    ['Buyer', 'Wave 1', 'Region', "'@North", 'NPS'],
    ['Buyer', 'Wave 1', 'Region', 'South', 'NPS'],
  ]);
  expect((await read(`${page}?by=${by}`)).text).toContain(`href="${page}/breakdown.csv?by=${by}"`);
  const people = await read(`${page}/breakdown.csv?by=account`);
  expect(people.rows).toHaveLength(1 + 20);
  for (const [query, words] of [
    ['', 'Say by what'],
    ['?by=att_nothing', 'no such attribute'],
    ['?by=persona', 'no such attribute'],
  ])
    expect(await read(`${page}/breakdown.csv${query}`), query).toMatchObject({
      status: 422,
      text: expect.stringContaining(words!),
    });
});

test('in confidence nobody is in a file, and no group before one way was decided, nor by another', async () => {
  const { waveId, page } = await hear(40, 'confidential', { heard: 30, nameAt: (at) => `Confider ${at}` });
  const by = toSlug('attribute', region);
  const silent = await read(`${page}/silent.csv`);
  expect(silent).toMatchObject({ status: 422, text: expect.stringContaining('nobody is named') });
  for (const query of ['', `?by=${by}`, '?by=account', '?by=language'])
    expect(await read(`${page}/breakdown.csv${query}`), query).toMatchObject({
      status: 422,
      text: expect.stringMatching(/^Answered in confidence: /),
    });
  const undecided = (await read(`${page}?by=account`)).text;
  expect(undecided).toContain('An admin or CX lead does, here.');
  expect(undecided).not.toMatch(/Decide, for good|Firm \d/);
  const actor = desk.memberId;
  const lane = { waveId, personaId: 'buyer', attributeId: region, actor };
  expect(await decideCut(open.house, desk.workspace, lane)).toEqual({ kind: 'decided' });
  const { rows } = await read(`${page}/breakdown.csv`);
  expect(rows.slice(1).map((row) => row.split(',')[3])).toEqual(["'@North", 'South']);
  expect(
    rows.slice(1).every((row) => /,\d0 to \d9,/.test(row)),
    'how many is a band',
  ).toBe(true);
  for (const other of ['account', 'language'])
    expect((await read(`${page}/breakdown.csv?by=${other}`)).status).toBe(422);
});

test('raise every answer: nothing but figures moves, each in the row of its one persona', async () => {
  const files = [];
  for (const by of [0, 1]) {
    const { page } = await hear(20, 'attributed', { heard: 20, nameAt: (at) => `Raised ${by} ${at}`, by });
    files.push((await read(`${page}/breakdown.csv?by=${toSlug('attribute', region)}`)).rows);
  }
  const [low, high] = files as [string[], string[]];
  expect(low).not.toEqual(high);
  const moved = high.filter((row) => !low.includes(row));
  expect(moved.every((row) => row.startsWith('Buyer,Wave 1,Region,'))).toBe(true);
});

test.each([
  ['attributed', '14', true],
  ['confidential', '10 to 19', false],
] as const)(
  'a rate of those reached is told of a number and not of a band: %s',
  async (promise, told, isRate) => {
    const { page } = await hear(40, promise, { heard: 14, nameAt: (at) => `Reached ${promise} ${at}` });
    const text = (await read(page)).text.replaceAll('<!-- -->', '');
    expect(text).toContain(told);
    expect(/\d+ of \d+ reached[:,]/.test(text)).toBe(isRate);
  },
);
