import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSession } from '#app/membership/sign-in/start-session.server.ts';
import { type IdKind, toSlug } from '#app/platform/ids.ts';
import type { Desk } from '#tests/support/asking.ts';
import type { CanaryIds } from '#tests/support/canary-workspace.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { heardWave, scoresOf } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { MATRIX } from './matrix.ts';

/** `property-translation-1` of the reference file: every persona of the second stands 20 points higher. */
const LOW = { end_user: scoresOf({ P: 5, Q: 3, D: 2 }), buyer: scoresOf({ P: 2, Q: 4, D: 4 }) };
const HIGH = { end_user: scoresOf({ P: 6, Q: 3, D: 1 }), buyer: scoresOf({ P: 3, Q: 4, D: 3 }) };

/** Pages whose every figure stands under the name of one persona; `tests/refusals/results.test.ts` holds what is in them. */
const NAMES_A_PERSONA = new Set([
  // The frame; its row looks at the overview.
  '_desk',
  '_desk.overview',
  '_desk.results._index',
  '_desk.results.$wave.$persona',
  '_desk.results[.]csv',
  '_desk.answers._index',
]);

interface World {
  open: TestHouse;
  doors: OpenDoors;
  ids: Partial<CanaryIds>;
  cookie: string;
}

let low: World;
let high: World;

beforeAll(async () => {
  low = await openWorld(LOW);
  high = await openWorld(HIGH);
});
afterAll(async () => {
  for (const { open, doors } of [low, high]) {
    await doors.close();
    await open.close();
  }
});

/** Rows of pages that an admin opens and that need nothing but what a heard wave brings. */
const pages = MATRIX.filter(({ route, get }) => get?.admin === 200 && !route.startsWith('api.'));

test.each(pages.map((row) => [row.route, row] as const))(
  'raise every persona by the same amount: %s does not move, unless each figure on it names its persona',
  async (route, { path }) => {
    const [before, after] = [await read(low, path), await read(high, path)];
    if (before === null || after === null) return;
    if (NAMES_A_PERSONA.has(route)) expect(after, 'this page shows figures').not.toEqual(before);
    else expect(after).toEqual(before);
  },
);

test('every page that names a persona is one of the build', () => {
  const routes = new Set(pages.map(({ route }) => route));
  expect([...NAMES_A_PERSONA].filter((route) => !routes.has(route))).toEqual([]);
});

async function openWorld(scores: typeof LOW): Promise<World> {
  const open = await openTestHouse();
  const { workspace, memberId } = await foundTestWorkspace(open.house);
  const desk: Desk = { house: open.house, workspace, memberId };
  const waveId = await heardWave(desk, scores);
  const doors = await openDoors(open.house);
  const admin = { id: memberId, permission: 'admin' as const };
  const cookie = (await startSession(open.house, open.house.db, workspace, admin)).split(';')[0]!;
  return { open, doors, cookie, ids: { ...(await idsOf(desk)), wave: toSlug('wave', waveId) } };
}

async function idsOf({ house, workspace }: Desk): Promise<Partial<CanaryIds>> {
  const first = async (table: 'person' | 'account' | 'programme' | 'survey', kind: IdKind) => {
    const rows = await house.db
      .selectFrom(table)
      .select('id')
      .where('workspace_id', '=', workspace.id)
      .orderBy('name')
      .execute();
    return toSlug(kind, rows[0]!.id);
  };
  return {
    person: await first('person', 'person'),
    account: await first('account', 'account'),
    programme: await first('programme', 'programme'),
    survey: await first('survey', 'survey'),
  };
}

/** The words of a page, sorted: ids are made at random and order some lists. Null when the page needs another thing. */
async function read(
  { doors, ids, cookie }: World,
  path: (typeof MATRIX)[number]['path'],
): Promise<string[] | null> {
  const address = typeof path === 'string' ? path : path(ids as CanaryIds);
  if (address.includes('undefined')) return null;
  const answer = await fetch(doors.origin + address, { headers: { cookie }, redirect: 'manual' });
  expect(answer.status, address).toBe(200);
  const words = (await answer.text())
    .replace(/<script[\s\S]*?<\/script>/g, ' ')
    .replaceAll(doors.origin, '')
    .replace(/\b[a-z]{3}_[0-9a-z]{26}\b/g, 'id')
    .replace(/nonce="[^"]*"/g, '');
  return words.split(/[\s<>"]+/).sort();
}
