import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_SCOPES, type ApiScope } from '#app/membership/keys/api-scope.ts';
import { createKey } from '#app/membership/keys/create-key.server.ts';
import { startSession } from '#app/membership/sign-in/start-session.server.ts';
import type { Desk } from '#tests/support/asking.ts';
import type { CanaryIds } from '#tests/support/canary-workspace.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { fillHouse } from '#tests/support/fill-house.ts';
import { scoresOf } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { MATRIX, type Row } from './matrix.ts';

/** `property-translation-1` of the reference file: every persona of the second stands 20 points higher. */
const LOW = { end_user: scoresOf({ P: 5, Q: 3, D: 2 }), buyer: scoresOf({ P: 2, Q: 4, D: 4 }) };
const HIGH = { end_user: scoresOf({ P: 6, Q: 3, D: 1 }), buyer: scoresOf({ P: 3, Q: 4, D: 3 }) };

/** Answers whose every figure stands under the name of one persona; `tests/refusals/results.test.ts` holds what is in them. */
const NAMES_A_PERSONA = new Set([
  // The frame; its row looks at the overview.
  '_desk',
  '_desk.overview',
  '_desk.results._index',
  '_desk.results.$wave.$persona',
  '_desk.results[.]csv',
  '_desk.answers._index',
  // Each end of a gap stands under its persona, and so does each answer; `committee-order.test.ts` holds what may not move.
  '_desk.committees._index',
  '_desk.committees[.]csv',
  'api.v1.committees',
  'api.v1.results',
  'api.v1.results.waves.$wave',
  'api.v1.responses',
]);

/** Doors that answer a reader with 200 and are not compared all the same, and why. */
const PASSED_OVER: Readonly<Record<string, string>> = {};

interface World {
  open: TestHouse;
  doors: OpenDoors;
  ids: CanaryIds;
  /** What an admin's browser sends, a program with every scope, and somebody unknown. */
  proofs: Record<(typeof READERS)[number], Record<string, string>>;
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

const READERS = ['admin', 'key', 'anonymous'] as const;

/** As whom a row is read; undefined where nobody is answered with 200, so that there is nothing to read. */
function readerOf({ get }: Row): (typeof READERS)[number] | undefined {
  return READERS.find((reader) => get?.[reader] === 200);
}

const read = MATRIX.filter((row) => readerOf(row) && !(row.route in PASSED_OVER));

test.each(read.map((row) => [row.route, row] as const))(
  'raise every persona by the same amount: %s does not move, unless each figure on it names its persona',
  async (route, row) => {
    const [before, after] = [await wordsOf(low, row), await wordsOf(high, row)];
    if (NAMES_A_PERSONA.has(route)) expect(after, 'this page shows figures').not.toEqual(before);
    else expect(after).toEqual(before);
  },
);

test('every page that names a persona, and every one that is passed over, is one of the build', () => {
  const routes = new Set(MATRIX.filter(readerOf).map(({ route }) => route));
  const named = [...NAMES_A_PERSONA, ...Object.keys(PASSED_OVER)];
  expect(named.filter((route) => !routes.has(route))).toEqual([]);
});

async function openWorld(scores: typeof LOW): Promise<World> {
  const open = await openTestHouse();
  const { workspace, memberId } = await foundTestWorkspace(open.house);
  const desk: Desk = { house: open.house, workspace, memberId };
  const ids = await fillHouse(desk, scores);
  const doors = await openDoors(open.house);
  const admin = { id: memberId, permission: 'admin' as const };
  const cookie = (await startSession(open.house, open.house.db, workspace, admin)).split(';')[0]!;
  const scopes = Object.keys(API_SCOPES) as ApiScope[];
  const { token } = await createKey(open.house, workspace, { name: 'Reader', scopes, actor: memberId });
  const key = { authorization: `Bearer ${token}` };
  return { open, doors, ids, proofs: { admin: { cookie }, key, anonymous: {} } };
}

/** What is made at random: ids as URLs and as forms write them, the tokens of links, and what seals a page. */
const RANDOM = [
  /\b[a-z]{3}_[0-9a-z]{26}\b/g,
  /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g,
  /(?<=\/(join|reset|r|s|u)\/)[\w-]{23,43}/g,
  /(?<=name="shown" value=")[^"]*/g,
  /(?<=nonce=")[^"]*/g,
];

/** The words of an answer, sorted, brackets and commas apart: random ids order some lists. */
async function wordsOf({ doors, ids, proofs }: World, row: Row): Promise<string[]> {
  const address = typeof row.path === 'string' ? row.path : row.path(ids);
  expect(address, 'the house holds what this row needs').not.toContain('undefined');
  const headers = proofs[readerOf(row)!];
  const answer = await fetch(doors.origin + address, { headers, redirect: 'manual' });
  expect(answer.status, address).toBe(200);
  // An address may carry a name before the host.
  const isOwn = new RegExp(`http://([\\w:]+@)?${new URL(doors.origin).host}`, 'g');
  const text = (await answer.text()).replace(/<script[\s\S]*?<\/script>/g, ' ').replaceAll(isOwn, '');
  const words = RANDOM.reduce((so, random) => so.replace(random, 'random'), text);
  return words.split(/[\s<>"[\]{},]+/).sort();
}
