import { expect } from 'vitest';
import { toSlug } from '#app/platform/ids.ts';
import { KNOWN_TABLES } from '#app/platform/persona-guard/known-tables.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import { Visitor } from '#tests/support/doors.ts';
import { namedIn } from '#tests/support/moved.ts';
import { shareWave } from '#tests/support/overview-links.ts';
import { MATRIX } from '../matrix.ts';
import type { Case } from './case.ts';
import { expectNoBlend, wordsOf } from './world.ts';

/** Alerts, trends, stored figures and everything else that carries answers away. */
export const SURFACES: readonly Case[] = [
  {
    no: 14,
    what: 'themes: who raised what',
    ruling: 'allowed',
    on: ['api', 'page'],
    check: async ({ caller, admin, wave }) => {
      const { body } = await caller.get<{ by_persona: object }>(`/results/waves/${wave}/themes`);
      expect(Object.keys(body)).toEqual(['by_persona']);
      expect(Object.keys(body.by_persona)).toEqual(['end_user', 'influencer', 'buyer']);
      expect(await wordsOf(admin, `/results/${wave}/themes`)).toMatch(
        /End-users[\s\S]*Influencers[\s\S]*Buyers/,
      );
    },
  },
  {
    no: 15,
    what: 'themes in the order of all mentions',
    ruling: 'condition',
    on: ['api', 'page'],
    check: async ({ caller, admin, wave }) => {
      const overall = `/results/waves/${wave}/themes?sort=overall`;
      expect((await caller.get(overall)).status).toBe(422);
      const page = await wordsOf(admin, `/results/${wave}/themes?sort=overall`);
      expect(page).toMatch(/End-users[\s\S]*Buyers/);
    },
  },
  {
    no: 16,
    what: 'the average sentiment over personas',
    ruling: 'refused',
    on: ['api', 'page'],
    check: async ({ caller }) => {
      expect(JSON.stringify((await caller.get('/openapi.json')).body)).not.toMatch(/sentiment|mood/i);
      expect(MATRIX.filter(({ route }) => /sentiment|mood/.test(route))).toEqual([]);
    },
  },
  {
    no: 17,
    what: 'a cloud of words, or a summary, over personas',
    ruling: 'refused',
    on: ['api', 'page'],
    check: async ({ caller }) => {
      const contract = JSON.stringify((await caller.get('/openapi.json')).body);
      expect(contract).not.toMatch(/word_cloud|summary_of|"summaries"/i);
      expect(MATRIX.filter(({ route }) => /cloud|summar/.test(route))).toEqual([]);
    },
  },
  {
    no: 23,
    what: 'a segment “All”, an audience “Everyone”',
    ruling: 'refused',
    on: ['api', 'page'],
    check: async ({ caller, wave }) => {
      for (const all of ['all', 'everyone', 'ALL', 'total'])
        expect((await caller.get(`/results?wave=${wave}&persona=${all}`)).status).toBe(422);
      for (const all of ['all', 'everyone'])
        expect((await caller.get(`/results/waves/${wave}/personas/${all}`)).status).toBe(404);
    },
  },
  {
    no: 45,
    what: 'a digest, a slide, a mail',
    ruling: 'condition',
    on: ['digest', 'page', 'export'],
    check: async ({ admin, executive, wave }) => {
      const lines = (await (await executive.get(`/overview/lines.csv?wave=${wave}`)).text())
        .trim()
        .split('\r\n');
      expect(lines.slice(1).map((line) => namedIn(line).length)).toEqual([1, 1, 1]);
      for (const path of [`/overview/lines?wave=${wave}`, '/overview/monday'])
        expectNoBlend(await wordsOf(admin, path));
    },
  },
  {
    no: 48,
    what: 'a trend over waves',
    ruling: 'condition',
    on: ['code'],
    // Where a wording changed the line is broken and says so: tests/databases/question-results.test.ts, app/results/comparable.test.ts.
    check: async ({ caller, wave }) => {
      const { status, body } = await caller.get<object>(`/results/waves/${wave}/personas/buyer`);
      expect(status).toBe(200);
      expect(namedIn(JSON.stringify(body))).toContain('buyer');
      expect((await caller.get(`/results/waves/${wave}/personas/buyer?by=persona`)).text).not.toMatch(
        /end_user/,
      );
    },
  },
  ...[50, 51, 52].map(
    (no): Case => ({
      no,
      what: [
        'groups of one persona beside each other',
        'a group that spans personas',
        'a cluster of accounts',
      ][no - 50]!,
      ruling: no === 51 ? 'refused' : 'condition',
      on: ['api', 'page'],
      check: async ({ caller, admin, wave }) => {
        // A group is a part of one persona: whoever is in it as another one stands in another cell.
        for (const persona of ['buyer', 'end_user']) {
          const other = persona === 'buyer' ? 'end_user' : 'buyer';
          const { text } = await caller.get(`/results/waves/${wave}/personas/${persona}?by=language`);
          expect(text).not.toContain(`"${other}"`);
          expectNoBlend(await wordsOf(admin, `/results/${wave}/${persona}?by=language`));
        }
        expect((await caller.get(`/results?wave=${wave}&by=language`)).status).toBe(422);
      },
    }),
  ),
  {
    no: 55,
    what: 'what was asked in other words, or on another scale',
    ruling: 'condition',
    on: ['code'],
    // Held over all pairs of questions by app/results/compare.test.ts; here that a gap says it of itself.
    check: async ({ caller, wave }) => {
      const { body } = await caller.get<{ error: { instead: { gap: object } } }>(`/results?wave=${wave}`);
      expect(JSON.stringify(body.error.instead.gap)).toMatch(/worded_differently/);
    },
  },
  {
    no: 58,
    what: 'a picture or a page for others with one score',
    ruling: 'condition',
    on: ['share', 'export'],
    check: async ({ desk, admin, executive, waveId, wave, api }) => {
      expect((await executive.get(`/overview/lane.png?wave=${wave}&persona=buyer`)).status).toBe(200);
      for (const persona of ['', 'all', 'buyer,end_user'])
        expect((await executive.get(`/overview/lane.png?wave=${wave}&persona=${persona}`)).status).not.toBe(
          200,
        );
      const token = await shareWave(desk, waveId);
      const stranger = new Visitor(api.doors.origin);
      expectNoBlend(await wordsOf(stranger, `/share/${token}`));
      expect((await admin.get('/overview/shares')).status).toBe(200);
    },
  },
  {
    no: 59,
    what: 'views for programs outside',
    ruling: 'condition',
    on: ['sql'],
    check: async ({ desk }) => {
      // The app itself may not read them: a view could hide a blend behind a name.
      for (const view of ['bi_lane', 'bi_response', 'bi_answer', 'bi_figure_counts']) {
        expect(KNOWN_TABLES.has(view)).toBe(false);
        const reading = desk.house.db
          .selectFrom(view as never)
          .selectAll()
          .execute();
        await expect(reading, view).rejects.toThrow();
      }
    },
  },
  {
    no: 65,
    what: 'the example and what tests make up',
    ruling: 'refused',
    on: ['code'],
    check: async ({ admin }) => {
      // The one page that shows what a pot would say draws it without a number.
      const page = await wordsOf(admin, '/docs/orples');
      expect(page).toMatch(/rising/i);
      expectNoBlend(page);
    },
  },
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
      const path = `/programmes/${toSlug('programme', id)}/alerts`;
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
