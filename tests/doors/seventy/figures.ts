import { expect } from 'vitest';
import { namedIn } from '#tests/support/moved.ts';
import type { Case } from './case.ts';
import { expectNoBlend, type World, wordsOf } from './world.ts';

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
      // No rate stands anywhere without its persona: who was asked and heard is said lane by lane.
      const page = await wordsOf(world.admin, `/sends/${world.wave}`);
      expect(page).not.toMatch(/response rate/i);
      for (const percent of page.match(/.{0,80}\d+\s?%/g) ?? [])
        expect(namedIn(percent), percent).toHaveLength(1);
      expect(await overview(world)).toContain('Heard: 10 end-users, 0 influencers and 6 buyers.');
    },
  },
  {
    no: 11,
    what: 'the number of promoters over personas',
    ruling: 'refused',
    on: ['page', 'api', 'export'],
    check: async (world) => {
      const texts = [await overview(world), await file(world)];
      for (const path of [`/results/waves/${world.wave}`, `/results?wave=${world.wave}`])
        texts.push((await world.caller.get(path)).text);
      // Six in all: five end-users and one buyer.
      for (const text of texts) expect(text).not.toMatch(/\b6 promoters\b|"promoters":\s?6\b/);
    },
  },
  {
    no: 12,
    what: 'open follow-ups over personas',
    ruling: 'condition',
    on: ['page'],
    check: async (world) => {
      const page = await wordsOf(world.admin, '/follow-ups?of=team');
      expect(page).toMatch(/The team’s: \d+/);
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
      const drawings = [...html.matchAll(/<svg[^>]*>[\s\S]*?<\/svg>/g)].map(([svg]) => svg);
      const titled = drawings
        .map((svg) => /<title[^>]*>([^<]*)</.exec(svg)?.[1] ?? '')
        .filter((title) => /answers|0 to 10/i.test(title));
      for (const title of titled) expect(namedIn(title), title).toHaveLength(1);
      const { text } = await world.caller.get(`/results?wave=${world.wave}`);
      const { error } = JSON.parse(text) as { error: { instead: { by_persona: { histogram?: object }[] } } };
      expect(Object.keys(error)).not.toContain('histogram');
      expect(error.instead.by_persona.every(({ histogram }) => histogram !== undefined)).toBe(true);
    },
  },
  {
    no: 19,
    what: 'an aggregated export',
    ruling: 'condition',
    on: ['export'],
    check: async (world) => {
      const text = await file(world);
      const [head, ...lines] = text.replace('\uFEFF', '').trim().split('\r\n');
      expect(head!.split(',')[0]).toMatch(/^persona$/i);
      expect(lines.every((line) => namedIn(line).length === 1)).toBe(true);
      expect(text).not.toMatch(/total|all personas/i);
      expectNoBlend(text);
    },
  },
];
