import { expect } from 'vitest';
import type { z } from 'zod';
import type { ExportOut } from '#app/results/export/export-wire.ts';
import { runExports } from '#app/results/export/run-exports.server.ts';
import { csvRows } from '#tests/support/exports.ts';
import { namedIn } from '#tests/support/moved.ts';
import type { Case } from './case.ts';
import { expectNoBlend, type World } from './world.ts';

type Export = z.infer<typeof ExportOut>;

/** Orders a CSV as a program does, lets it be made, and takes the file that ends so. */
async function ordered(
  { caller, desk, wave }: World,
  what: 'rows' | 'figures',
  name: string,
): Promise<string> {
  const order = await caller.post<Export>('/exports', { what, format: 'csv', wave });
  expect(order.status).toBe(201);
  await runExports(desk.house);
  const { body } = await caller.get<Export>(`/exports/${order.body.id}`);
  expect(body.state).toBe('done');
  const file = body.files.find((one) => one.name.endsWith(name))!;
  const { status, text } = await caller.get(file.href.replace('/api/v1', ''));
  expect(status).toBe(200);
  return text;
}

const columnsOf = (text: string) => text.replace('\uFEFF', '').split('\r\n')[0]!.split(',');

/** What leaves as a file. */
export const EXPORTED: readonly Case[] = [
  {
    no: 18,
    what: 'an export of rows',
    ruling: 'condition',
    on: ['api', 'export'],
    check: async (world) => {
      const { text } = await world.caller.get(`/responses?wave=${world.wave}&format=csv`);
      const file = await ordered(world, 'rows', 'answers.csv');
      expect(columnsOf(text).slice(0, 2)).toEqual(['persona', 'persona_at_invite']);
      expect(columnsOf(file)[0]).toBe('persona');
      for (const given of [text, file]) {
        const rows = csvRows(Buffer.from(given));
        // No line but those of somebody: no total below them.
        expect(rows).toHaveLength(16);
        for (const row of rows) expect(namedIn(row.persona!), JSON.stringify(row)).toHaveLength(1);
        expect(given).not.toMatch(/total|all personas/i);
        expectNoBlend(given);
      }
    },
  },
  {
    no: 19,
    what: 'an aggregated export',
    ruling: 'condition',
    on: ['api', 'export'],
    check: async (world) => {
      const text = await ordered(world, 'figures', 'figures.csv');
      const rows = csvRows(Buffer.from(text));
      const figures = columnsOf(text).filter((name) => /^(score$|interval_(low|high)|percent)/.test(name));
      expect([columnsOf(text)[0], figures]).toEqual(['persona', FIGURES]);
      const count = rows.pop()!;
      expect(rows.map(({ persona, score }) => [persona, score])).toEqual([
        ['End-user', '30'],
        ['Influencer', ''],
        ['Buyer', '-33'],
      ]);
      expect(count).toMatchObject({ persona: 'All personas', metric: 'Count of responses', heard: '16' });
      for (const figure of FIGURES) expect(count[figure], figure).toBe('not defined across personas');
      // Nothing else in the line is a number but the two counts.
      expect(Object.values(count).filter((cell) => /^[+\-−']*\d/.test(cell))).toEqual(['16', '17']);
      expectNoBlend(text);
      const page = await (await world.admin.get(`/results.csv?wave=${world.wave}`)).text();
      const lines = csvRows(Buffer.from(page));
      expect(lines.map(({ persona }) => persona)).toEqual(['End-user', 'Influencer', 'Buyer']);
      expectNoBlend(page);
    },
  },
];

const FIGURES = [
  ...['score', 'interval_low', 'interval_high'],
  ...['percent', 'percent_low', 'percent_high'],
];
