import { expect } from 'vitest';
import type { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import type { ThemeSplitOut, WaveThemesOut } from '#app/results/theme/wire/raised-wire.ts';
import type { Visitor } from '#tests/support/doors.ts';
import { name, tag, wordsWave, write } from '#tests/support/themes.ts';
import type { Case } from './case.ts';
import { expectNoWay } from './contract.ts';
import { anotherRoom, type World, wordsOf } from './world.ts';

/**
 * In all four speak of speed and three of colours, and so do the end-users; the buyers, the other way about. Influencers
 * were asked and are silent.
 */
async function raised(world: World, room: string) {
  const { desk, caller, reader } = await anotherRoom(world, room);
  const { waveId } = await wordsWave(desk, ['end_user', 'influencer', 'buyer']);
  await write(desk, waveId, 'end_user', [
    'Slow on Mondays.',
    'Slow, always.',
    'Slow today.',
    'Fine colours.',
  ]);
  await write(desk, waveId, 'buyer', ['Slow to send an invoice.', 'Loud colours.', 'Pale colours.']);
  for (const [theme, words] of [
    ['Speed', 'Slow'],
    ['Colours', 'colours'],
  ] as const) {
    const themeId = await name(desk, theme);
    for (const personaId of ['end_user', 'buyer']) await tag(desk, { waveId, personaId }, themeId, words);
  }
  return { caller, reader, wave: toSlug('wave', waveId) };
}

/** The list of each persona, as a page tells it under its name. */
async function listsOf(reader: Visitor, path: string): Promise<string[]> {
  const page = await (await reader.get(path)).text();
  return [...page.matchAll(/<section aria-label="[^"]*">([\s\S]*?)<\/section>/g)].map(([, list]) =>
    list!
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

const LISTS = [
  'End-users Speed 3 of 4 end-users Colours 1 of 4 end-users',
  'Influencers Not heard: none of 0 answered.',
  'Buyers Colours 2 of 3 buyers Speed 1 of 3 buyers',
];

/** What was said in words, and what else no number may be made of. */
export const THEMES: readonly Case[] = [
  {
    no: 14,
    what: 'themes: who raised what',
    ruling: 'allowed',
    on: ['api', 'page'],
    check: async (world) => {
      const { caller, reader, wave } = await raised(world, 'Who raised what');
      const { status, body } = await caller.get<z.infer<typeof WaveThemesOut>>(
        `/results/waves/${wave}/themes`,
      );
      expect([status, Object.keys(body)]).toEqual([200, ['by_persona']]);
      const told = Object.entries(body.by_persona).map(([persona, { heard, themes }]) => [
        ...[persona, heard, themes.map((one) => [one.name, one.raised, one.speakers])],
      ]);
      expect(told).toEqual([
        [
          ...['end_user', 4],
          [
            ['Speed', 'raised', 3],
            ['Colours', 'raised', 1],
          ],
        ],
        [
          ...['influencer', 0],
          [
            ['Colours', 'not_heard', null],
            ['Speed', 'not_heard', null],
          ],
        ],
        [
          ...['buyer', 3],
          [
            ['Colours', 'raised', 2],
            ['Speed', 'raised', 1],
          ],
        ],
      ]);
      expect(await listsOf(reader, `/results/${wave}/themes`)).toEqual(LISTS);
      // Side by side a theme is raised by both, and by no number of people of both.
      const page = await wordsOf(reader, `/results/${wave}/themes?persona=buyer`);
      expect(page).toContain('Raised by both end-users and buyers');
      expect(page).not.toMatch(/\b[34] of 7|\b7 (people|heard)/);
    },
  },
  {
    no: 15,
    what: 'themes in the order of all mentions',
    ruling: 'condition',
    on: ['api', 'page'],
    check: async (world) => {
      const { caller, reader, wave } = await raised(world, 'All mentions');
      const path = `/results/waves/${wave}/themes`;
      const plain = (await caller.get(path)).body;
      const { status, body } = await caller.get<z.infer<typeof ThemeSplitOut>>(`${path}?sort=overall`);
      expect([status, body.error.code, body.error.instead]).toEqual([422, 'PERSONA_REQUIRED', plain]);
      const page = `/results/${wave}/themes?sort=overall`;
      expect(await listsOf(reader, page)).toEqual(LISTS);
      expect(await wordsOf(reader, page)).toContain('There are no top themes overall.');
    },
  },
  {
    no: 16,
    what: 'the average sentiment over personas',
    ruling: 'refused',
    on: ['api', 'page'],
    check: (world) => expectNoWay(world, /sentiment|mood/),
  },
  {
    no: 17,
    what: 'a cloud of words, or a summary, over personas',
    ruling: 'refused',
    on: ['api', 'page'],
    check: (world) => expectNoWay(world, /cloud|summar/),
  },
  {
    no: 47,
    what: 'one target for the whole firm',
    ruling: 'refused',
    on: ['api', 'page'],
    check: (world) => expectNoWay(world, /target|goal|bonus/),
  },
  {
    no: 49,
    what: 'a model that takes scores of several personas',
    ruling: 'refused',
    on: ['api', 'page'],
    check: (world) => expectNoWay(world, /forecast|predict|model|health(?!z)/),
  },
];
