import { expect } from 'vitest';
import { KNOWN_TABLES } from '#app/platform/persona-guard/known-tables.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import { MATRIX } from '../matrix.ts';
import type { Case } from './case.ts';
import { expectNoBlend, wordsOf } from './world.ts';

/** Alerts, trends, stored figures and everything else that carries answers away. */
export const SURFACES: readonly Case[] = [
  {
    no: 46,
    what: 'an alert on a threshold',
    ruling: 'condition',
    on: ['page', 'api'],
    check: async ({ admin, caller, desk }) => {
      const { id } = await desk.house.db
        .selectFrom('programme')
        .select('id')
        .where('workspace_id', '=', desk.workspace.id)
        .executeTakeFirstOrThrow();
      const path = `/programmes/${(await import('#app/platform/ids.ts')).toSlug('programme', id)}/alerts`;
      const form = { kind: 'fell', points: '20', name: 'All of them fall' };
      const refused = await admin.post(path, form);
      expect(refused.status).toBe(422);
      expect(await refused.text()).toMatch(/persona/i);
      const contract = (await caller.get('/openapi.json')).body as {
        components: { schemas: Record<string, { required?: string[] }> };
      };
      expect(contract.components.schemas.Alert!.required).toContain('persona');
    },
  },
  {
    no: 47,
    what: 'one target for the whole firm',
    ruling: 'refused',
    on: ['api', 'page'],
    check: async ({ caller }) => {
      // What would change a decision is written per persona, and held against an interval.
      expect(JSON.stringify((await caller.get('/openapi.json')).body)).not.toMatch(/"target|"goal|bonus/i);
      expect(MATRIX.filter(({ route }) => /target|goal|bonus/.test(route))).toEqual([]);
    },
  },
  {
    no: 49,
    what: 'a model that takes scores of several personas',
    ruling: 'refused',
    on: ['api', 'page'],
    check: async () => {
      expect(MATRIX.filter(({ route }) => /forecast|predict|model|health(?!z)/.test(route))).toEqual([]);
    },
  },
  {
    no: 57,
    what: 'the API writes without a persona',
    ruling: 'refused',
    on: ['api'],
    check: async ({ caller, desk }) => {
      const before = await countRoles(desk);
      for (const persona of [undefined, '', null, '*', 'buyer,end_user', ['buyer', 'end_user']]) {
        const body = {
          person: 'per_00000000000000000000000000',
          account: 'acc_00000000000000000000000000',
          persona,
        };
        const { status } = await caller.post<Problem>('/role-assignments', body);
        expect([persona, status]).toEqual([persona, 422]);
      }
      expect(await countRoles(desk)).toBe(before);
    },
  },
  {
    no: 60,
    what: 'caches, totals kept for later, the index of a search',
    ruling: 'refused',
    on: ['sql'],
    check: async ({ desk }) => {
      // Every table with something counted from answers has the persona in its key.
      const counted = ['answer_tally', 'waiting_count'] as const;
      for (const table of counted) {
        expect(KNOWN_TABLES.has(table)).toBe(true);
        const pot = desk.house.db.selectFrom(table).selectAll().where('workspace_id', '=', desk.workspace.id);
        await expect(pot.execute(), table).rejects.toThrow(/persona/i);
      }
    },
  },
  {
    no: 66,
    what: 'an admin, support or whoever runs the server overrides it',
    ruling: 'refused',
    on: ['page', 'api', 'code'],
    check: async ({ admin, caller, wave }) => {
      const contract = JSON.stringify((await caller.get('/openapi.json')).body);
      expect(contract).not.toMatch(/allow_blend|include_total|force|override/i);
      for (const query of ['total=1', 'blend=true', 'include_total=1', 'admin=1', 'override=1']) {
        expectNoBlend(await wordsOf(admin, `/overview?wave=${wave}&${query}`));
        expect((await caller.get(`/results?wave=${wave}&${query}`)).status).toBe(422);
      }
    },
  },
];

async function countRoles({ house, workspace }: Parameters<Case['check']>[0]['desk']): Promise<number> {
  const { roles } = await house.db
    .selectFrom('role_assignment')
    .select((eb) => eb.fn.countAll<number>().as('roles'))
    .where('workspace_id', '=', workspace.id)
    .executeTakeFirstOrThrow();
  return Number(roles);
}
