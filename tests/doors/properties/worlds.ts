import { expect } from 'vitest';
import { API_SCOPES, type ApiScope } from '#app/membership/keys/api-scope.ts';
import { createKey } from '#app/membership/keys/create-key.server.ts';
import { startSession } from '#app/membership/sign-in/start-session.server.ts';
import type { Desk } from '#tests/support/asking.ts';
import type { CanaryIds } from '#tests/support/canary-workspace.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { fillHouse } from '#tests/support/fill-house.ts';
import type { Asked } from '#tests/support/heard.ts';
import { countingRandom, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import type { Row } from '../matrix.ts';
import { type Reader, readerOf } from './readers.ts';

/** As in `property-translation-1` of the reference file: end-users 5/3/2, buyers 2/4/4. */
const LOW = { end_user: [9, 9, 9, 9, 9, 8, 7, 7, 6, 3], buyer: [9, 9, 8, 7, 7, 7, 6, 3, 3, 3] };
const raised = (scores: readonly number[]) => scores.map((score) => score + 1);
const HIGH = { end_user: raised(LOW.end_user), buyer: raised(LOW.buyer) };

/** The houses that the properties hold against each other (DOMAIN 3.1). They differ in what was answered, and in nothing else. */
export const WORLDS = {
  low: LOW,
  /** Everybody answers one more, by which each persona rises by 20. */
  high: HIGH,
  /** The end-users alone do. */
  one: { end_user: HIGH.end_user, buyer: LOW.buyer },
  /** The same answers of each persona, given by others of it, so that they come from other accounts and at other times. */
  permuted: { end_user: LOW.end_user.toReversed(), buyer: [...LOW.buyer.slice(3), ...LOW.buyer.slice(0, 3)] },
  /** The answers of one persona are the other's. */
  relabelled: { end_user: LOW.buyer, buyer: LOW.end_user },
  /** The end-users were asked, and none of them answered. */
  empty: { end_user: LOW.end_user.map(() => null), buyer: LOW.buyer },
} as const satisfies Record<string, Asked>;

export interface World {
  open: TestHouse;
  doors: OpenDoors;
  ids: CanaryIds;
  /** What an admin's browser sends, a program with every scope, and somebody unknown. */
  proofs: Record<Reader, Record<string, string>>;
  /** What it answered already, by address: a door says the same however often it is read. */
  answered: Map<string, Promise<Answer>>;
}

export type Worlds = Record<keyof typeof WORLDS, World>;

export async function openWorlds(): Promise<Worlds> {
  const opened: [string, World][] = [];
  for (const [name, scores] of Object.entries(WORLDS)) opened.push([name, await openWorld(scores)]);
  return Object.fromEntries(opened) as Worlds;
}

export async function closeWorlds(worlds: Worlds | undefined): Promise<void> {
  for (const { open, doors } of Object.values(worlds ?? {})) {
    await doors.close();
    await open.close();
  }
}

async function openWorld(scores: Asked): Promise<World> {
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
  // Whoever looks at the keys reads that it was used.
  await fetch(`${doors.origin}/api/v1/personas`, { headers: key });
  return { open, doors, ids, proofs: { admin: { cookie }, key, anonymous: {} }, answered: new Map() };
}

/** What is made at random, or goes with it: ids as URLs and as forms write them, the tokens of links, and what seals a page. */
const RANDOM = [
  /\b[a-z]{3}_[0-9a-z]{26}\b/g,
  /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g,
  /(?<=\/(join|reset|r|s|u)\/)[\w-]{23,43}/g,
  /(?<=name="shown" value=")[^"]*/g,
  /(?<=nonce=")[^"]*/g,
  // Where it stands among what React drew.
  /:R[0-9a-z]+:/g,
];

/** Of a file that holds figures of each persona: its checksum, and how large it is, in figures and in words. */
const OF_FILES = [/\b[0-9a-f]{64}\b/g, /(?<="size":)\d+/g, /\b\d+(\.\d)? [kMG]?B\b/g];

export interface Answer {
  status: number;
  address: string;
  type: string;
  text: string;
}

export function addressOf({ ids }: World, { path }: Pick<Row, 'path'>): string {
  const address = typeof path === 'string' ? path : path(ids);
  expect(address, 'the house holds what this row needs').not.toContain('undefined');
  return address;
}

/** The text of an answer without what is made at random, and the address it was asked at. */
export async function answerOf(world: World, row: Row): Promise<Answer> {
  const address = addressOf(world, row);
  const asked = `${readerOf(row)} ${address}`;
  const answer = await (world.answered.get(asked) ?? answerAt(world, row, address));
  world.answered.set(asked, Promise.resolve(answer));
  expect(answer.status, answer.address).toBe(200);
  return answer;
}

/** The same at another address of this door, whatever it answers. */
export async function answerAt({ doors, proofs }: World, row: Row, address: string): Promise<Answer> {
  const headers = proofs[readerOf(row)!];
  const answer = await fetch(doors.origin + address, { headers, redirect: 'manual' });
  // An address may carry a name before the host.
  const isOwn = new RegExp(`http://([\\w:]+@)?${new URL(doors.origin).host}`, 'g');
  const said = await answer.text();
  const type = answer.headers.get('content-type') ?? '';
  if (type.startsWith('text/html')) expect(said, address).not.toContain('\0');
  const text = said.replace(/<script[\s\S]*?<\/script>/g, '').replaceAll(isOwn, '');
  const masked = row.route.includes('exports') ? [...RANDOM, ...OF_FILES] : RANDOM;
  return {
    ...{ status: answer.status, address, type },
    text: masked.reduce((so, random) => so.replace(random, '0'), text),
  };
}

/** The words of an answer, sorted, brackets and commas apart. */
export async function wordsOf(world: World, row: Row): Promise<string[]> {
  return (await answerOf(world, row)).text.split(/[\s<>"[\]{},]+/).sort();
}
