import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSession } from '#app/membership/sign-in/start-session.server.ts';
import { PERSON } from '#tests/support/canary-answers.ts';
import { CANARY, type CanaryWorkspace, makeCanaryWorkspace } from '#tests/support/canary-workspace.ts';
import { loadBundle, type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { CALLERS, type Caller, MATRIX, type Outcome, type PostOutcome, type Row } from './matrix.ts';

/** A route of the build by its folder, with what it has: every one is a way in. */
interface BuiltRoute {
  id: string;
  name: string;
  loads: boolean;
  acts: boolean;
  /** A resource answers by itself; a page can be asked for its data alone. */
  isPage: boolean;
}

const built = await builtRoutes();

describe('the authorisation matrix', () => {
  it('has a row for every loader and every action of the build, and for nothing else', () => {
    const rowsOf = (name: string) => MATRIX.filter(({ route }) => route === name);
    const lacking = built.flatMap(({ name, loads, acts }) => [
      ...(loads && !rowsOf(name).some(({ get }) => get) ? [`${name}: a loader without a row`] : []),
      ...(acts && !rowsOf(name).some(({ post }) => post) ? [`${name}: an action without a row`] : []),
    ]);
    expect(lacking).toEqual([]);
    const names = built.map(({ name }) => name);
    expect(MATRIX.filter(({ route }) => !names.includes(route)).map(({ route }) => route)).toEqual([]);
  });

  it('says for every row what each kind of caller gets', () => {
    const members = CALLERS.slice(0, 5);
    for (const { route, get, post } of MATRIX)
      for (const who of [get, post])
        if (who) expect(Object.keys(who), route).toEqual(expect.arrayContaining([...members]));
  });
});

describe('every door', () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let canary: CanaryWorkspace;
  beforeAll(async () => {
    test = await openTestHouse();
    canary = await makeCanaryWorkspace(test.house);
    doors = await openDoors(test.house);
  });
  afterAll(async () => {
    await doors.close();
    await test.close();
  });

  /** A session or a key, so new that no knock before can have spent it. */
  const proof = async (caller: Caller): Promise<Record<string, string>> => {
    if (caller === 'anonymous') return {};
    if (caller === 'key' || caller === 'bareKey' || caller === 'foreignKey')
      return { authorization: `Bearer ${canary.tokens[caller]}` };
    const { workspace, ...member } = canary.members[caller];
    const cookie = await startSession(test.house, test.house.db, workspace, member);
    return { cookie: cookie.split(';')[0]! };
  };
  const knock = (given: Record<string, string>, path: string, init: RequestInit = {}) =>
    fetch(new URL(path, doors.origin), {
      redirect: 'manual',
      ...init,
      headers: { 'sec-fetch-site': 'same-origin', ...given },
    });
  const pathOf = ({ path }: Row) => (typeof path === 'string' ? path : path(canary.ids));

  it.each(MATRIX.filter(({ get }) => get).map((row) => ({ row, name: `${row.route} ${title(row)}` })))(
    'reading $name',
    async ({ row }) => {
      const route = built.find(({ name }) => name === row.route)!;
      const path = pathOf(row);
      for (const [caller, outcome] of Object.entries(row.get!) as [Caller, Outcome][]) {
        // One for all three: reading spends none.
        const given = await proof(caller);
        const page = await knock(given, path);
        await expectOutcome(`${caller} GET ${path}`, page, outcome);
        expectNoLeak(row, caller, `${caller} GET ${path}`, page.headers, await page.clone().text());
        const head = await knock(given, path, { method: 'HEAD' });
        await expectOutcome(`${caller} HEAD ${path}`, head, outcome);
        if (!route.isPage) continue;
        // Its own loader alone: no layout's guard stands before it.
        const data = await knock(given, dataPath(path, route.id));
        await expectDataOutcome(`${caller} GET ${dataPath(path, route.id)}`, data, outcome);
        expectNoLeak(row, caller, `${caller} GET ${path}.data`, data.headers, await data.clone().text());
      }
    },
  );

  it.each(MATRIX.filter(({ post }) => post).map((row) => ({ row, name: `${row.route} ${title(row)}` })))(
    'writing to $name',
    async ({ row }) => {
      const path = pathOf(row) + (row.route.endsWith('_index') ? '?index' : '');
      for (const [caller, outcome] of Object.entries(row.post!) as [Caller, PostOutcome][]) {
        const page = await knock(await proof(caller), path, { method: 'POST', body: new URLSearchParams() });
        await expectPostOutcome(`${caller} POST ${path}`, page, outcome);
        expectNoLeak(row, caller, `${caller} POST ${path}`, page.headers, await page.clone().text());
      }
    },
  );
});

function expectNoLeak({ byLink }: Row, caller: Caller, what: string, headers: Headers, body: string): void {
  if (byLink) return;
  const said = body + JSON.stringify([...headers]);
  if (caller === 'foreign' || caller === 'foreignKey')
    expect.soft(CANARY.exec(said)?.[0], what).toBeUndefined();
  if (caller === 'executive') expect.soft(said.includes(PERSON), `${what} names a person`).toBe(false);
}

async function expectOutcome(what: string, answer: Response, outcome: Outcome): Promise<void> {
  expect.soft(outcomeOf(answer.status, answer.headers.get('location') ?? ''), what).toBe(outcome);
}

/** A redirect inside the data answer is a 202 that names the place. */
async function expectDataOutcome(what: string, answer: Response, outcome: Outcome): Promise<void> {
  const body = await answer.clone().text();
  const place = answer.status === 202 ? (/"(\/[^"]*)"/.exec(body)?.[1] ?? '') : '';
  expect.soft(outcomeOf(answer.status === 202 ? 302 : answer.status, place), what).toBe(outcome);
}

async function expectPostOutcome(what: string, answer: Response, outcome: PostOutcome): Promise<void> {
  const got = outcomeOf(answer.status, answer.headers.get('location') ?? '');
  if (outcome !== 'in') return expect.soft(got, what).toBe(outcome);
  expect.soft(['sign-in', 401, 403, 'fault'], `${what} is let in`).not.toContain(got);
}

function outcomeOf(status: number, location: string): Outcome | 'fault' | number {
  if (status >= 500) return 'fault';
  if (status < 300 || status >= 400) return status;
  return location.startsWith('/sign-in') ? 'sign-in' : 'away';
}

function dataPath(path: string, routeId: string): string {
  const [pathname, search = ''] = path.split('?', 2) as [string, string?];
  const query = new URLSearchParams(search);
  query.set('_routes', routeId);
  return `${pathname === '/' ? '/_root' : pathname}.data?${query}`;
}

function title({ path }: Row): string {
  return typeof path === 'string' ? path : '(a thing of the workspace)';
}

async function builtRoutes(): Promise<BuiltRoute[]> {
  const bundles = await Promise.all([loadBundle('workspace'), loadBundle('respondent')]);
  const routes = new Map(bundles.flatMap(({ routes }) => Object.entries(routes)));
  return [...routes]
    .map(([id, route]) => ({
      id,
      name: id.replace(/^routes\//, '').replace(/\/route$/, ''),
      loads: Boolean(route?.module.loader),
      acts: Boolean(route?.module.action),
      isPage: Boolean(route?.module.default),
    }))
    .filter(({ loads, acts }) => loads || acts);
}
