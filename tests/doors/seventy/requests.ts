import { expect } from 'vitest';
import type { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import type { FigureAnswerOut, SplitOut } from '#app/results/wire/result-wire.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { COUNTED, hearSet, LOW_AND_HIGH } from '#tests/support/asked-set.ts';
import { anotherDesk } from '#tests/support/asking.ts';
import { heardWave, QUESTION } from '#tests/support/heard.ts';
import type { Case } from './case.ts';
import { expectNoMeasure, expectSplit } from './expected.ts';
import { anotherRoom, expectNoBlend, wordsOf } from './world.ts';

type Split = z.infer<typeof SplitOut>;
type Answer = z.infer<typeof FigureAnswerOut>;

/** What is asked of figures: without a persona, with two, with anything else in its place. */
export const REQUESTS: readonly Case[] = [
  {
    no: 20,
    what: 'the filter leaves out the persona',
    ruling: 'split',
    on: ['api', 'page'],
    check: async (world) => {
      const { message, instead } = await expectSplit(world, '', 'PERSONA_REQUIRED');
      expect(message).toContain('These 16 answers come from 10 end-users and 6 buyers.');
      expect(instead.coverage.influencer).toEqual({ heard: 0, known: 1 });
      const page = await wordsOf(world.admin, `/results?wave=${world.wave}`);
      expect(page).toContain('These 16 answers come from 10 end-users and 6 buyers.');
      expectNoBlend(page);
    },
  },
  {
    no: 21,
    what: 'the filter picks two personas',
    ruling: 'split',
    on: ['api', 'page'],
    check: async (world) => {
      const { message } = await expectSplit(world, '&persona=end_user,buyer', 'PERSONA_MIX');
      expect(message).toContain('We don’t blend personas: that would be an orple.');
      expect(message).toContain('End-users +30 (n=10) · Buyers −33 (n=6) · gap 63.');
      const page = await wordsOf(
        world.executive,
        `/results?wave=${world.wave}&persona=end_user&persona=buyer`,
      );
      expect(page).toContain('The gap: 63 points');
      expectNoBlend(page);
    },
  },
  {
    no: 22,
    what: 'a filter matches one persona today and two tomorrow',
    ruling: 'condition',
    on: ['page'],
    check: async (world) => {
      const { desk, caller, reader } = await anotherRoom(world, 'Today and tomorrow');
      const waveId = await heardWave(desk, { end_user: [9], buyer: [] });
      const { data } = (await caller.get<{ data: { id: string }[] }>('/accounts')).body;
      const path = `/results?wave=${toSlug('wave', waveId)}&account=${data[0]!.id}`;
      const today = await wordsOf(reader, path);
      expect(today).toContain('One end-user at Account 0 was heard.');
      const buyer = { name: 'Bea Buyer', account: 'Account 0', personaIds: ['buyer'] };
      const kept = await answer(desk.house, await ask(desk, waveId, buyer), { [QUESTION]: '3' });
      expect(kept).toEqual({ kind: 'kept' });
      // The same address: what it may say is judged by the answers behind it, not by its words.
      const tomorrow = await wordsOf(reader, path);
      expect(tomorrow).toContain('These 2 answers come from 1 end-user and 1 buyer.');
      expect(tomorrow).not.toContain('One end-user at Account 0 was heard.');
    },
  },
  {
    no: 25,
    what: 'the whole workspace has one persona',
    ruling: 'condition',
    on: ['api'],
    check: async ({ api }) => {
      const desk = await anotherDesk(api.open.house, 'Only buyers');
      const wave = toSlug('wave', await heardWave(desk, { buyer: [9, 9, 9, 8, 3] }));
      const caller = await api.caller(desk);
      expect((await caller.get(`/results?wave=${wave}`)).status).toBe(422);
      const { body } = await caller.get<Answer>(`/results?wave=${wave}&persona=buyer`);
      expect(body.figure).toMatchObject({ persona: { id: 'buyer', plural: 'Buyers' } });
    },
  },
  {
    no: 56,
    what: 'the API is read without a persona',
    ruling: 'split',
    on: ['api'],
    check: async (world) => {
      await expectSplit(world, '', 'PERSONA_REQUIRED');
      const { body } = await world.caller.get<{ by_persona: object[] }>(`/results/waves/${world.wave}`);
      expect(Object.keys(body)).toEqual(['by_persona']);
      expect(body.by_persona).toHaveLength(3);
    },
  },
  {
    no: 62,
    what: 'the persona is written in every other way',
    ruling: 'split',
    on: ['api', 'page'],
    check: async (world) => {
      const spellings = [
        '*',
        'all',
        'END_USER',
        'end_user%20',
        '%D0%B5nd_user',
        '',
        'end_user%00',
        '__proto__',
      ];
      for (const spelling of spellings) await expectSplit(world, `&persona=${spelling}`, 'PERSONA_REQUIRED');
      const twice = [
        'persona[]=end_user&persona[]=buyer',
        'persona=end_user&PERSONA=buyer',
        'personas=end_user,buyer',
      ];
      for (const query of twice) await expectSplit(world, `&${query}`, 'PERSONA_MIX');
      for (const spelling of spellings.slice(0, 5))
        expectNoBlend(await wordsOf(world.admin, `/results?wave=${world.wave}&persona=${spelling}`));
      const path = `/results/${world.wave}/${encodeURIComponent('end_user,buyer')}`;
      expect((await world.admin.get(path)).status).toBe(404);
    },
  },
  {
    no: 70,
    what: 'effort, satisfaction, choices and rankings',
    ruling: 'split',
    on: ['api'],
    // Kind by kind: tests/doors/api/results.test.ts and tests/refusals/results.test.ts. Here: none has a way around.
    check: async (world) => {
      const { desk, caller } = await anotherRoom(world, 'Satisfaction');
      const [low, high] = LOW_AND_HIGH.csat;
      const forms = { end_user: Array(5).fill(high), buyer: Array(5).fill(low) };
      const wave = toSlug('wave', (await hearSet(desk, [COUNTED.csat], forms)).waveId);
      for (const query of ['', '&persona=end_user,buyer', '&persona=*']) {
        const { status, body, text } = await caller.get<Split>(`/results?wave=${wave}${query}`);
        expect([query, status]).toEqual([query, 422]);
        expect(body.error.message).toContain('These 10 answers come from 5 end-users and 5 buyers.');
        expect(body.error.instead).toMatchObject({ by_persona: [], gap: null });
        // Half of them ticked one of the two best: of the end-users all, of the buyers none.
        expect(text).not.toMatch(/"share"|"top_two"|0\.5\b|50\s?%/);
      }
      const tops = [];
      for (const persona of ['end_user', 'buyer']) {
        const path = `/results?wave=${wave}&persona=${persona}`;
        const [question] = (await caller.get<Answer>(path)).body.questions;
        if (question?.view === 'shares') tops.push([question.persona.id, question.top_two?.share]);
      }
      expect(tops).toEqual([
        ['end_user', 1],
        ['buyer', 0],
      ]);
      await expectNoMeasure(world, ['metric=csat', 'question=q1', 'metric=ces&persona=end_user,buyer']);
    },
  },
];
