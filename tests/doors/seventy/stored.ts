import { sql } from 'kysely';
import { expect } from 'vitest';
import { GUARDED_TABLES, KNOWN_TABLES } from '#app/platform/persona-guard/known-tables.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import { connect } from '#db/connection.ts';
import type { Desk } from '#tests/support/asking.ts';
import type { Case } from './case.ts';
import { expectNoBlend, wordsOf } from './world.ts';

type Row = Record<string, unknown>;

const FIGURE = /score|nps|mean|average|promoter|passive|detractor|median|histogram|percent|sums|(^|_)counts$/;
const SIGNED = />[+−]\d+/g;

/** What is kept, shown as an example, or could be switched off. */
export const STORED: readonly Case[] = [
  {
    no: 59,
    what: 'views for programs outside',
    ruling: 'condition',
    on: ['sql'],
    check: async ({ desk }) => {
      const plain = connect(desk.house.env.databaseUrl);
      try {
        for (const view of ['bi_lane', 'bi_response', 'bi_answer', 'bi_figure_counts']) {
          // The app itself may not read them: a view could hide a blend behind a name.
          expect(KNOWN_TABLES.has(view)).toBe(false);
          const reading = desk.house.db
            .selectFrom(view as never)
            .selectAll()
            .execute();
          await expect(reading, view).rejects.toThrow(
            `PERSONA_REQUIRED: ${view} is not a table of the product; a view could hide a blend`,
          );
          // Whoever may read them finds the persona in every row.
          const { rows } = await sql.raw<Row>(`select * from ${view}`).execute(plain.db);
          expect(rows.length, view).toBeGreaterThan(1);
          for (const row of rows) {
            expect(Object.keys(row).slice(0, 2)).toEqual(['workspace_id', 'persona_id']);
            expect(row.persona_id).toEqual(expect.any(String));
          }
        }
      } finally {
        await plain.close();
      }
    },
  },
  {
    no: 60,
    what: 'caches, totals kept for later, the index of a search',
    ruling: 'refused',
    on: ['sql'],
    check: async ({ desk }) => {
      // Every table that holds answers or anything counted from them, by the guard's own list.
      expect([...GUARDED_TABLES].sort()).toEqual(
        ['answer', 'answer_tally', 'lane_sum', 'series_release', 'waiting_count'], // A new one is thought about here.
      );
      for (const table of GUARDED_TABLES) {
        expect(KNOWN_TABLES.has(table)).toBe(true);
        const pot = desk.house.db
          .selectFrom(table as 'answer_tally')
          .selectAll()
          .where('workspace_id', '=', desk.workspace.id);
        await expect(pot.execute(), table).rejects.toThrow(
          `PERSONA_REQUIRED: ${table} is read without one persona`,
        );
        await expect(pot.where('persona_id', '=', 'buyer').execute(), table).resolves.toBeInstanceOf(Array);
      }
      // By the database itself: what is called like a figure stands in one of them, and each row has a persona.
      const columns = await columnsOf(desk);
      const called = columns.filter(({ table, column }) => FIGURE.test(column) && !GUARDED_TABLES.has(table));
      // A setting is nobody’s figure.
      expect(called.map(({ table, column }) => `${table}.${column}`)).toEqual(['asking_rule.debt_percent']);
      const ofSomebody = columns.filter(({ column, required }) => column === 'persona_id' && required === 1);
      expect(ofSomebody.map(({ table }) => table)).toEqual(expect.arrayContaining([...GUARDED_TABLES]));
    },
  },
  {
    no: 65,
    what: 'the example and what tests make up',
    ruling: 'refused',
    on: ['code'],
    check: async ({ admin }) => {
      // The one page that shows what a pot would say draws it without a number.
      const page = await (await admin.get('/docs/orples')).text();
      const [drawing] = /<svg class="mix-shift"[\s\S]*?<\/svg>/.exec(page)!;
      expect(drawing).toMatch(/class="total-line"[\s\S]*a total would say “rising”/);
      const lanes = drawing.match(/<g class="(?:end_user|buyer)">[\s\S]*?<\/g>/g)!;
      expect(lanes.map((lane) => lane.match(SIGNED))).toEqual([
        ['>+50', '>+45'],
        ['>−20', '>−40'],
      ]);
      const [said] = /<desc[^>]*>[^<]*/.exec(drawing)!;
      expect(said).toMatch(/End-users go from \+50 to \+45\. Buyers go from −20 to −40\. [^+−]*$/);
      const rest = lanes.reduce((left, lane) => left.replace(lane, ''), drawing.replace(said, ''));
      expect(rest.match(/>[^<]*[+−-]\d[^<]*/g)).toBeNull();
      expectNoBlend(page.replace(/<[^>]*>/g, ' '));
    },
  },
  {
    no: 66,
    what: 'an admin, support or whoever runs the server overrides it',
    ruling: 'refused',
    on: ['page', 'api', 'code'],
    check: async ({ admin, caller, wave }) => {
      const paths = [`/overview?wave=${wave}`, `/results?wave=${wave}`];
      const plain = await Promise.all(paths.map((path) => wordsOf(admin, path)));
      expect(plain.join()).toContain('−33');
      for (const name of ['total', 'blend', 'include_total', 'admin', 'override', 'force', 'allow_blend']) {
        // As if it were not there, or not known at all.
        for (const [i, path] of paths.entries())
          expect(await wordsOf(admin, `${path}&${name}=1`), name).toBe(plain[i]);
        const { status, body } = await caller.get<Problem>(`/results?wave=${wave}&${name}=1`);
        expect([status, body.code, body.errors]).toEqual([
          ...[422, 'INVALID', [{ pointer: '#', detail: `Unrecognized key: "${name}"` }]],
        ]);
      }
    },
  },
];

/** Every column of every table, as the database describes them. */
async function columnsOf({ house }: Desk) {
  const plain = connect(house.env.databaseUrl);
  try {
    const { rows } = await sql<{ table: string; column: string; required: number }>`
      select m.name as "table", c.name as "column", c."notnull" as required
      from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'`.execute(plain.db);
    return rows;
  } finally {
    await plain.close();
  }
}
