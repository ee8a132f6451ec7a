import { expect } from 'vitest';
import type { z } from 'zod';
import { createAttribute } from '#app/audience/attribute/create-attribute.server.ts';
import { saveValues } from '#app/audience/attribute/save-values.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import type { PersonaDepthOut } from '#app/results/wire/depth-wire.ts';
import type { ApiCaller } from '#tests/support/api.ts';
import type { Desk } from '#tests/support/asking.ts';
import type { Visitor } from '#tests/support/doors.ts';
import { heardWave } from '#tests/support/heard.ts';
import type { Case } from './case.ts';
import { anotherRoom, type World, wordsOf } from './world.ts';

type Depth = z.infer<typeof PersonaDepthOut>;
type Cell = readonly [title: string, persona: string, heard: number, score: number | null];

/** Accounts 0 to 4 are in the north: end-users are glad there and buyers are not; in the south, the buyers alone. */
const SCORES = { end_user: [9, 9, 9, 9, 9, 7, 7, 7, 7, 7], buyer: [3, 3, 3, 3, 3, 9, 9, 9, 9, 9] };

interface Room {
  desk: Desk;
  caller: ApiCaller;
  reader: Visitor;
  wave: string;
}

async function openRoom(world: World, name: string): Promise<Room> {
  const room = await anotherRoom(world, name);
  return { ...room, wave: toSlug('wave', await heardWave(room.desk, SCORES)) };
}

/** Says of each account in which region it is; what `by` has to be. */
async function placeInRegions({ desk: { house, workspace, memberId: actor } }: Room): Promise<string> {
  const made = await createAttribute(house, workspace, { about: 'account', name: 'Region', actor });
  if (made.kind !== 'created') throw new Error(made.message);
  const accounts = await house.db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('workspace_id', '=', workspace.id)
    .execute();
  for (const { id: holderId, name } of accounts) {
    const values = { Region: name < 'Account 5' ? 'North' : 'South' };
    await saveValues(house, workspace, { about: 'account', holderId, values, actor });
  }
  return toSlug('attribute', made.id);
}

/** The groups of each persona, as the API tells them; its page has the same, and nobody is in the cell of another. */
async function cellsOf({ caller, reader, wave }: Room, by: string): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const [persona, plural] of Object.entries({ end_user: 'End-users', buyer: 'Buyers' })) {
    const { status, body } = await caller.get<Depth>(`/results/waves/${wave}/personas/${persona}?by=${by}`);
    expect([status, body.breakdown.by]).toEqual([200, by]);
    const page = await wordsOf(reader, `/results/${wave}/${persona}?by=${by}`);
    for (const group of body.breakdown.groups) {
      if (group.kind === 'withheld') throw new Error(group.title);
      const { figure } = group;
      cells.push([group.title, figure.persona.id, figure.heard!, figure.score]);
      expect(page).toContain(`${plural} by ${group.title.split(/, |:/)[1]}`);
    }
  }
  return cells;
}

/** No request takes them for one: not without a persona, and not with two. */
async function expectNoPot({ caller, wave }: Room, by: string): Promise<void> {
  for (const path of [`/results?wave=${wave}&by=${by}`, `/results/waves/${wave}?by=${by}`]) {
    const { status, body } = await caller.get<Problem>(path);
    expect([status, body.code], path).toEqual([422, 'INVALID']);
    expect(body.errors, path).toEqual([{ pointer: '#', detail: 'Unrecognized key: "by"' }]);
  }
  for (const persona of ['end_user,buyer', '*', 'all'])
    expect((await caller.get(`/results/waves/${wave}/personas/${persona}?by=${by}`)).status).toBe(404);
}

/** A group is a part of one persona: whoever is in it as another one stands in another cell. */
export const GROUPS: readonly Case[] = [
  {
    no: 50,
    what: 'groups of one persona beside each other',
    ruling: 'condition',
    on: ['api', 'page'],
    check: async (world) => {
      const room = await openRoom(world, 'Groups of one persona');
      expect(await cellsOf(room, 'language')).toEqual([
        ['End-users, Language: English', 'end_user', 10, 50],
        ['Buyers, Language: English', 'buyer', 10, 0],
      ]);
      await expectNoPot(room, 'language');
    },
  },
  {
    no: 51,
    what: 'a group that spans personas',
    ruling: 'refused',
    on: ['api', 'page'],
    check: async (world) => {
      const room = await openRoom(world, 'Groups of two personas');
      const region = await placeInRegions(room);
      // Ten in the north: five end-users and five buyers, in two cells and never in one of ten.
      expect(await cellsOf(room, region)).toEqual([
        ['End-users, Region: North', 'end_user', 5, 100],
        ['End-users, Region: South', 'end_user', 5, 0],
        ['Buyers, Region: North', 'buyer', 5, -100],
        ['Buyers, Region: South', 'buyer', 5, 100],
      ]);
      await expectNoPot(room, region);
    },
  },
  {
    no: 52,
    what: 'a cluster of accounts',
    ruling: 'condition',
    on: ['api', 'page'],
    check: async (world) => {
      const room = await openRoom(world, 'Clusters of accounts');
      const cells = await cellsOf(room, 'account');
      // An account is two cells, with one answer each.
      expect(cells).toHaveLength(20);
      expect(cells.filter(([title]) => title.endsWith(': Account 3'))).toEqual([
        ['End-users, Account: Account 3', 'end_user', 1, null],
        ['Buyers, Account: Account 3', 'buyer', 1, null],
      ]);
      await expectNoPot(room, 'account');
    },
  },
];
