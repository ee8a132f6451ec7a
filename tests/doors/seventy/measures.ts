import { expect } from 'vitest';
import type { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import type { FigureAnswerOut, SplitOut } from '#app/results/wire/result-wire.ts';
import type { Case } from './case.ts';
import { expectNoSlot } from './contract.ts';
import { asks, expectInvalid, expectNoComposite, expectNoMeasure, expectSplit } from './expected.ts';
import { accountNamed } from './world.ts';

type Split = z.infer<typeof SplitOut>;
type Answer = z.infer<typeof FigureAnswerOut>;

/** One number made of the numbers of several personas. */
export const MEASURES: readonly Case[] = [
  {
    no: 40,
    what: 'the mean of the scores of personas',
    ruling: 'refused',
    on: ['api'],
    check: (world) => expectNoComposite(world, ['aggregate=mean', 'stat=mean_of_personas', 'weights=equal']),
  },
  {
    no: 41,
    what: 'a composite weighted by influence, seats or revenue',
    ruling: 'refused',
    on: ['api'],
    check: (world) => expectNoComposite(world, ['weights=seats', 'weight_by=revenue', 'composite=1']),
  },
  {
    no: 42,
    what: 'the lowest or the highest persona',
    ruling: 'condition',
    on: ['api'],
    check: async (world) => {
      // As an end of the gap, which has its persona's name.
      const { instead } = await expectSplit(world, '&persona=*', 'PERSONA_REQUIRED');
      expect(instead.gap).toMatchObject({
        apart: { higher: { persona: { id: 'end_user' } }, lower: { persona: { id: 'buyer' } } },
      });
      await expectNoComposite(world, ['stat=min', 'stat=max']);
      await expectNoMeasure(world, ['sort=score']);
    },
  },
  {
    no: 43,
    what: 'a median over personas, a health score, a traffic light',
    ruling: 'refused',
    on: ['api', 'page'],
    check: async (world) => {
      await expectNoComposite(world, ['stat=median', 'health=1', 'stat=pca', 'trim=0.1']);
      await expectNoSlot(world);
    },
  },
  {
    no: 53,
    what: 'one persona over several programmes',
    ruling: 'refused',
    on: ['api'],
    check: async (world) => {
      // A figure is of one wave, and a wave of one programme.
      const { status, body } = await world.caller.get<Problem>('/results?persona=buyer');
      expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([422, 'INVALID', '#/wave']);
      await expectNoMeasure(world, ['programme=all', 'programme=*']);
      await expectInvalid(world, `wave=${world.wave}`, { pointer: '#/wave' });
    },
  },
  {
    no: 63,
    what: 'sums over disjoint requests: by day, by region, without a persona',
    ruling: 'refused',
    on: ['api'],
    check: async (world) => {
      await expectNoMeasure(world, ['group_by=day', 'by=region', 'since=2026-11-01']);
      await expectInvalid(world, 'account=*', { pointer: '#/account' });
      for (const name of ['Account 0', 'Account 3', 'Account 5']) {
        const at = `&account=${toSlug('account', await accountNamed(world, name))}`;
        const { status, body } = await asks<Split>(world, at);
        expect([status, body.error.code]).toEqual([422, 'PERSONA_REQUIRED']);
        // One of each there: asked for by name, they are told one by one.
        for (const persona of ['end_user', 'buyer']) {
          const named = await asks<Answer>(world, `${at}&persona=${persona}`);
          expect([named.status, named.body.figure?.heard]).toEqual([200, 1]);
        }
      }
    },
  },
];
