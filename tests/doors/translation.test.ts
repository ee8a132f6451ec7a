import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_SCOPES, type ApiScope } from '#app/membership/keys/api-scope.ts';
import { createKey } from '#app/membership/keys/create-key.server.ts';
import { startSession } from '#app/membership/sign-in/start-session.server.ts';
import type { Desk } from '#tests/support/asking.ts';
import type { CanaryIds } from '#tests/support/canary-workspace.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { fillHouse } from '#tests/support/fill-house.ts';
import { countingRandom, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { isSameGap, type Moved, movedIn, namedIn } from '#tests/support/moved.ts';
import { MATRIX, type Row } from './matrix.ts';

/**
 * Everybody in `HIGH` answers one more than in `LOW`, by which each persona rises by 20, as in `property-translation-1` of
 * the reference file. In `ONE` the end-users alone do.
 */
const LOW = { end_user: [9, 9, 9, 9, 9, 8, 7, 7, 6, 3], buyer: [9, 9, 8, 7, 7, 7, 6, 3, 3, 3] };
const raised = (scores: readonly number[]) => scores.map((score) => score + 1);
const HIGH = { end_user: raised(LOW.end_user), buyer: raised(LOW.buyer) };
const ONE = { end_user: HIGH.end_user, buyer: LOW.buyer };

/** Answers whose every figure stands under the name of one persona; `tests/refusals/results.test.ts` holds what is in them. */
const NAMES_A_PERSONA = new Set([
  // The frame; its row looks at the overview.
  '_desk',
  '_desk.overview',
  '_desk.overview[.]pdf',
  '_desk.overview_.lane[.]png',
  '_desk.overview_.lines',
  '_desk.overview_.lines[.]csv',
  '_desk.overview_.monday',
  'share.$token',
  '_desk.results._index',
  '_desk.results.$wave.$persona',
  '_desk.results[.]csv',
  '_desk.exports.$export.$file',
  'api.v1.exports.$export.files.$file',
  '_desk.answers._index',
  '_desk.map.$persona._index',
  // Each end of a gap stands under its persona, and so does each answer; `committee-order.test.ts` holds what may not move.
  '_desk.committees._index',
  '_desk.committees[.]csv',
  'api.v1.committees',
  '_desk.committees.$account',
  'api.v1.committees.$account',
  'api.v1.results.waves.$wave.personas.$persona',
  'api.v1.results',
  'api.v1.results.waves.$wave',
  'api.v1.responses',
]);

interface World {
  open: TestHouse;
  doors: OpenDoors;
  ids: CanaryIds;
  /** What an admin's browser sends, a program with every scope, and somebody unknown. */
  proofs: Record<(typeof READERS)[number], Record<string, string>>;
}

let low: World;
let high: World;
let one: World;

beforeAll(async () => {
  low = await openWorld(LOW);
  high = await openWorld(HIGH);
  one = await openWorld(ONE);
});
afterAll(async () => {
  for (const { open, doors } of [low, high, one]) {
    await doors.close();
    await open.close();
  }
});

const READERS = ['admin', 'key', 'anonymous'] as const;

/** As whom a row is read; undefined where nobody is answered with 200, so that there is nothing to read. */
/** Refused where the matrix looks, at answers given in confidence; these here are not. */
const OPEN_HERE: Readonly<Record<string, (typeof READERS)[number]>> = { 'api.v1.responses': 'key' };

function readerOf({ route, get }: Row): (typeof READERS)[number] | undefined {
  return OPEN_HERE[route] ?? READERS.find((reader) => get?.[reader] === 200);
}

const read = MATRIX.filter(readerOf);

test.each(read.map((row) => [row.route, row] as const))(
  'raise every persona by the same amount: %s does not move, unless each figure on it names its persona',
  async (route, row) => {
    const [before, after] = [await wordsOf(low, row), await wordsOf(high, row)];
    if (NAMES_A_PERSONA.has(route)) expect(after, 'this page shows figures').not.toEqual(before);
    else expect(after).toEqual(before);
  },
);

/** What moves where, as far as the answer itself says whose it is: an address that names a persona says it too. */
async function movedBetween(a: World, b: World, row: Row): Promise<Moved[]> {
  const [before, after] = [await answerOf(a, row), await answerOf(b, row)];
  return movedIn(before.type, before.text, after.text).map(({ personas, ...part }) => ({
    ...part,
    personas: personas.length > 0 ? personas : namedIn(before.address),
  }));
}

/** What says whose it is in another way than by the nearest name, and what holds it. */
const HELD_ELSEWHERE: Readonly<Record<string, string>> = {
  '_desk.overview[.]pdf': 'drawn: `tests/refusals/overview.test.ts` reads the paper',
  '_desk.overview_.lane[.]png': 'drawn: `tests/refusals/overview.test.ts` reads the picture',
  '_desk.committees[.]csv': 'both ends of a gap in one line: `tests/databases/committee-order.test.ts`',
};

const figures = read.filter(({ route }) => NAMES_A_PERSONA.has(route) && !(route in HELD_ELSEWHERE));

test.each(figures.map((row) => [row.route, row] as const))(
  'raise every persona by the same amount: what moves on %s stands under the name of one of them',
  async (_, row) => {
    const moved = await movedBetween(low, high, row);
    expect(moved.filter((part) => part.personas.length !== 1 && !isSameGap(part))).toEqual([]);
  },
);

test.each(figures.map((row) => [row.route, row] as const))(
  'raise one persona alone: nothing moves on %s that is of another',
  async (_, row) => {
    const moved = await movedBetween(low, one, row);
    expect(moved.filter(({ personas }) => !personas.includes('end_user'))).toEqual([]);
  },
);

test('every page that names a persona is one of the build', () => {
  const routes = new Set(MATRIX.filter(readerOf).map(({ route }) => route));
  expect([...NAMES_A_PERSONA].filter((route) => !routes.has(route))).toEqual([]);
});

async function openWorld(scores: typeof LOW): Promise<World> {
  const open = await openTestHouse({ random: countingRandom() });
  const { workspace, memberId } = await foundTestWorkspace(open.house);
  const desk: Desk = { house: open.house, workspace, memberId };
  const scopes = Object.keys(API_SCOPES) as ApiScope[];
  const made = await createKey(open.house, workspace, { name: 'Reader', scopes, actor: memberId });
  const ids = await fillHouse(desk, scores, made.id);
  const doors = await openDoors(open.house);
  const admin = { id: memberId, permission: 'admin' as const };
  const cookie = (await startSession(open.house, open.house.db, workspace, admin)).split(';')[0]!;
  const key = { authorization: `Bearer ${made.token}` };
  return { open, doors, ids, proofs: { admin: { cookie }, key, anonymous: {} } };
}

/** What is made at random, or goes with it: ids as URLs and as forms write them, the tokens of links, and what seals a page. */
const RANDOM = [
  /\b[a-z]{3}_[0-9a-z]{26}\b/g,
  /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g,
  /(?<=\/(join|reset|r|s|u)\/)[\w-]{23,43}/g,
  /(?<=name="shown" value=")[^"]*/g,
  /(?<=nonce=")[^"]*/g,
];

/** Of a file that holds figures of each persona: its checksum, and how large it is, in figures and in words. */
const OF_FILES = [/\b[0-9a-f]{64}\b/g, /(?<="size":)\d+/g, /\b\d+(\.\d)? [kMG]?B\b/g];

/** The words of an answer, sorted, brackets and commas apart. */
async function wordsOf(world: World, row: Row): Promise<string[]> {
  return (await answerOf(world, row)).text.split(/[\s<>"[\]{},]+/).sort();
}

/** The text of an answer without what is made at random, and the address it was asked at. */
async function answerOf({ doors, ids, proofs }: World, row: Row) {
  const address = typeof row.path === 'string' ? row.path : row.path(ids);
  expect(address, 'the house holds what this row needs').not.toContain('undefined');
  const headers = proofs[readerOf(row)!];
  const answer = await fetch(doors.origin + address, { headers, redirect: 'manual' });
  expect(answer.status, address).toBe(200);
  // An address may carry a name before the host.
  const isOwn = new RegExp(`http://([\\w:]+@)?${new URL(doors.origin).host}`, 'g');
  const said = await answer.text();
  if (answer.headers.get('content-type')?.startsWith('text/html')) expect(said, address).not.toContain('\0');
  const text = said.replace(/<script[\s\S]*?<\/script>/g, '').replaceAll(isOwn, '');
  const type = answer.headers.get('content-type') ?? '';
  const masked = row.route.includes('exports') ? [...RANDOM, ...OF_FILES] : RANDOM;
  return { address, type, text: masked.reduce((so, random) => so.replace(random, 'random'), text) };
}
