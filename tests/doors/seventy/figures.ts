import { expect } from 'vitest';
import type { z } from 'zod';
import type { SplitOut } from '#app/results/wire/result-wire.ts';
import { openOne } from '#tests/support/following.ts';
import { namedIn } from '#tests/support/moved.ts';
import type { Case } from './case.ts';
import { expectNoSlot } from './contract.ts';
import { type World, wordsOf } from './world.ts';

const overview = ({ executive, wave }: World) => wordsOf(executive, `/overview?wave=${wave}`);
const file = async ({ admin, wave }: World) => (await admin.get(`/results.csv?wave=${wave}`)).text();

/** Figures beside each other, counts, and what is drawn or exported of them. */
export const FIGURES: readonly Case[] = [
  {
    no: 1,
    what: 'scores of personas side by side',
    ruling: 'allowed',
    on: ['page', 'api', 'export'],
    check: async (world) => {
      const html = await (await world.executive.get(`/overview?wave=${world.wave}`)).text();
      // In the fixed order of lanes, whoever stands higher, and never one without how many were heard.
      const lanes = [...html.matchAll(/<h3[^>]*>([\s\S]*?)<\/h3>/g)].flatMap(([, words]) => namedIn(words!));
      expect(lanes).toEqual(['end_user', 'influencer', 'buyer']);
      const page = await overview(world);
      for (const words of ['+30', '−33', 'all 10 heard', 'all 6 heard']) expect(page).toContain(words);
      const lines = (await file(world)).trim().split('\r\n').slice(1);
      expect(lines.map((line) => line.split(',')[0])).toEqual(['End-user', 'Influencer', 'Buyer']);
    },
  },
  {
    no: 9,
    what: 'the number of answers over personas',
    ruling: 'allowed',
    on: ['page'],
    check: async ({ admin, wave }) => {
      const page = await wordsOf(admin, `/results?wave=${wave}`);
      expect(page).toMatch(/16 answers come from 10 end-users and 6 buyers/);
    },
  },
  {
    no: 10,
    what: 'the response rate of everybody',
    ruling: 'condition',
    on: ['page', 'api'],
    check: async (world) => {
      // A rate stands on the page of one persona, which names no other, and on no page of several.
      for (const persona of ['end_user', 'buyer']) {
        const page = await wordsOf(world.admin, `/results/${world.wave}/${persona}`);
        expect(page).toMatch(/\d of \d+ reached: 100%/);
        // Its title names whose page it is, and beside none of its rates is another named.
        expect(namedIn(page.split('·')[0]!)).toEqual([persona]);
        for (const rate of page.match(/.{0,60}\d\s?%/g)!)
          expect([[], [persona]], rate).toContainEqual(namedIn(rate));
      }
      for (const path of ['/sends/', '/overview?wave=', '/results?wave=', '/committees?wave=']) {
        const page = await wordsOf(world.admin, `${path}${world.wave}`);
        expect(page).toContain('nd-users');
        expect(page).not.toMatch(/response rate|\d\s?%/i);
      }
      expect(await overview(world)).toContain(
        'Heard: 10 of 10 end-users, 0 of 1 influencer and 6 of 6 buyers.',
      );
      await expectNoSlot(world);
    },
  },
  {
    no: 11,
    what: 'the number of promoters over personas',
    ruling: 'refused',
    on: ['page', 'api', 'export'],
    check: async (world) => {
      const told = [];
      for (const persona of ['end_user', 'buyer'])
        told.push(await jsonOf(world, `/results/waves/${world.wave}/personas/${persona}?by=account`));
      expect(told.map(({ inputs }) => (inputs as { promoters: number }).promoters)).toEqual([5, 1]);
      for (const path of [`/results/waves/${world.wave}`, `/results?wave=${world.wave}`])
        told.push(await jsonOf(world, path));
      for (const body of told) expect(nobodysIn(body)).toEqual([]);
      // Six in all: five end-users and one buyer.
      for (const text of [await overview(world), await file(world)])
        expect(text).not.toMatch(/\b6 promoters\b/i);
    },
  },
  {
    no: 12,
    what: 'open follow-ups over personas',
    ruling: 'condition',
    on: ['page'],
    check: async (world) => {
      const { id } = await world.desk.house.db
        .selectFrom('programme')
        .select('id')
        .where('workspace_id', '=', world.desk.workspace.id)
        .orderBy('id')
        .executeTakeFirstOrThrow();
      for (const personaId of ['end_user', 'buyer']) await openOne(world.desk, id, { personaId });
      const page = await wordsOf(world.admin, '/follow-ups?whose=team');
      expect(page).toContain('The team’s: 2');
      // A queue, and nothing that it is divided by.
      expect(page).not.toMatch(/\d+\s?%|per cent| of \d+ answers/);
    },
  },
  {
    no: 13,
    what: 'one histogram of all answers',
    ruling: 'refused',
    on: ['page', 'api'],
    check: async (world) => {
      const html = await (await world.executive.get(`/overview?wave=${world.wave}`)).text();
      const titles = [...html.matchAll(/<svg[^>]*role="img"[^>]*>\s*<title[^>]*>([^<]*)/g)].map(
        ([, t]) => t!,
      );
      expect(titles.filter((title) => /answers/i.test(title))).toEqual([
        '10 answers of End-users: 2 × 3, 3 × 7, 5 × 9',
        '6 answers of Buyers: 3 × 3, 2 × 7, 1 × 9',
      ]);
      for (const title of titles) expect(namedIn(title).length, title).toBeGreaterThan(0);
      const { status, body } = await world.caller.get<z.infer<typeof SplitOut>>(
        `/results?wave=${world.wave}`,
      );
      expect([status, Object.keys(body.error)]).toEqual([
        422,
        ['code', 'message', 'personas', 'instead', 'why'],
      ]);
      expect(body.error.instead.by_persona.map(({ persona, histogram }) => [persona.id, histogram])).toEqual([
        ['end_user', [0, 0, 0, 2, 0, 0, 0, 3, 0, 5, 0]],
        ['buyer', [0, 0, 0, 3, 0, 0, 0, 2, 0, 1, 0]],
      ]);
    },
  },
];

async function jsonOf({ caller }: World, path: string): Promise<Record<string, unknown>> {
  return (await caller.get(path)).body;
}

/** Counts of promoters, passives or detractors that stand in no object of one persona. */
function nobodysIn(part: unknown, path = ''): string[] {
  if (typeof part !== 'object' || part === null || 'persona' in part) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    /promoters|passives|detractors/.test(key) ? [`${path}/${key}`] : nobodysIn(value, `${path}/${key}`),
  );
}
