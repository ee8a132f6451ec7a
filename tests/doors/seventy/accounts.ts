import { expect } from 'vitest';
import type { z } from 'zod';
import type { CommitteeOut, SortRefusalOut } from '#app/committee/wire/committee-wire.ts';
import { toSlug } from '#app/platform/ids.ts';
import { seat } from '#tests/support/asking.ts';
import type { Case } from './case.ts';
import { accountNamed, expectNoBlend, type World, wordsOf } from './world.ts';

type Committee = z.infer<typeof CommitteeOut>;
type Refusal = z.infer<typeof SortRefusalOut>;

async function committees({ caller, wave }: World, query = ''): Promise<Committee[]> {
  const path = `/committees?limit=200&wave=${wave}${query}`;
  const { status, body } = await caller.get<{ data: Committee[] }>(path);
  expect(status).toBe(200);
  return body.data;
}

async function picture(world: World, name: string): Promise<string> {
  const slug = toSlug('account', await accountNamed(world, name));
  return wordsOf(world.admin, `/committees/${slug}?wave=${world.wave}`);
}

/** One account, and lists of accounts. */
export const ACCOUNTS: readonly Case[] = [
  {
    no: 2,
    what: 'the gap between two personas at one account',
    ruling: 'allowed',
    on: ['api', 'page'],
    check: async (world) => {
      const account = (await committees(world)).find(({ account: { name } }) => name === 'Account 3')!;
      // One end-user there said 9, and one buyer 3.
      expect(account.widest_gap).toMatchObject({
        points_of_10: 6,
        higher: { persona: { id: 'end_user' }, heard: 1, middle_answer: 9 },
        lower: { persona: { id: 'buyer' }, heard: 1, middle_answer: 3 },
      });
    },
  },
  {
    no: 3,
    what: 'gaps across many accounts',
    ruling: 'allowed',
    on: ['api'],
    check: async (world) => {
      const all = await committees(world, '&sort=gap');
      const gaps = all.map(({ widest_gap: gap }) => gap?.points_of_10 ?? null);
      const told = gaps.filter((points) => points !== null);
      // Only accounts at which both were heard have one; the widest stands first.
      expect(told).toHaveLength(6);
      expect(told).toEqual([...told].sort((a, b) => b - a));
      expect(gaps.indexOf(null)).toBe(6);
    },
  },
  {
    no: 4,
    what: 'the widest of several gaps',
    ruling: 'allowed',
    on: ['api', 'page'],
    check: async (world) => {
      for (const { widest_gap: gap } of await committees(world))
        if (gap) expect(gap.higher.persona.id).not.toBe(gap.lower.persona.id);
      expect(await picture(world, 'Account 3')).toMatch(/End-users?[\s\S]*Buyers?/);
    },
  },
  {
    no: 5,
    what: 'the pattern of an account in words',
    ruling: 'allowed',
    on: ['page'],
    check: async (world) => {
      const page = await picture(world, 'Account 3');
      expect(page).toMatch(/Buyer critical/);
      expect(page).toMatch(/End-user happy/);
      expect(page).not.toMatch(/NPS\s*[+−]\d|health\s+\d/i);
      expectNoBlend(page);
    },
  },
  {
    no: 6,
    what: 'the share of accounts that are split',
    ruling: 'allowed',
    on: ['api', 'page'],
    check: async (world) => {
      // Accounts are counted, of those where both were heard; no slot could hold a rate.
      const { text, body } = await world.caller.get<{ pulling_apart: Record<string, number> }>(
        `/committees?wave=${world.wave}`,
      );
      const { committees: of, more_than_1_point: pulling } = body.pulling_apart;
      expect([of, pulling! <= of!]).toEqual([6, true]);
      expect(text).not.toMatch(/share|rate|percent/i);
      expect(await wordsOf(world.executive, `/committees?wave=${world.wave}`)).toContain(
        `${pulling} of 6 committees with at least two personas heard`,
      );
      expect(await wordsOf(world.executive, `/committees?wave=${world.wave}`)).not.toMatch(/\d\s?%/);
    },
  },
  {
    no: 7,
    what: 'an index of alignment from 0 to 100',
    ruling: 'refused',
    on: ['api', 'page'],
    check: async (world) => {
      const contract = JSON.stringify((await world.caller.get('/openapi.json')).body);
      expect(contract).not.toMatch(/alignment_(index|score)|index_of/i);
      expect(await picture(world, 'Account 0')).not.toMatch(/alignment\s+\d/i);
    },
  },
  {
    no: 8,
    what: 'who of a buying committee was heard',
    ruling: 'allowed',
    on: ['api', 'page'],
    check: async (world) => {
      const all = await committees(world);
      const at = (name: string) => all.find(({ account }) => account.name === name)!.coverage;
      expect(at('Account 0')).toEqual({ roles_heard: 2, roles_required: 3, missing: ['influencer'] });
      // Nobody of one role fills the place of another.
      expect(at('Account 9')).toEqual({
        roles_heard: 1,
        roles_required: 3,
        missing: ['influencer', 'buyer'],
      });
    },
  },
  {
    no: 24,
    what: 'an account of which one persona was heard',
    ruling: 'condition',
    on: ['page', 'api'],
    check: async (world) => {
      const page = await picture(world, 'Account 9');
      expect(page).toContain('End-users at Account 9');
      expect(page).toMatch(/trunk/i);
      expect(page).not.toMatch(/Account 9:\s*[+−]\d/);
      const one = (await committees(world)).find(({ account }) => account.name === 'Account 9')!;
      expect([one.widest_gap, one.of_persona]).toEqual([null, null]);
    },
  },
  {
    no: 44,
    what: 'accounts in the order of their scores',
    ruling: 'condition',
    on: ['api', 'page'],
    check: async (world) => {
      const path = `/committees?wave=${world.wave}&sort=score`;
      const { status, body } = await world.caller.get<Refusal>(path);
      expect([status, body.error.code]).toEqual([422, 'PERSONA_REQUIRED']);
      expect(body.error.instead.sorts.length).toBeGreaterThan(2);
      expect(await wordsOf(world.executive, path)).toContain(body.error.message);
      const named = await committees(world, '&sort=score&persona=buyer');
      expect(new Set(named.flatMap(({ of_persona: own }) => (own ? [own.persona.id] : [])))).toEqual(
        new Set(['buyer']),
      );
    },
  },
  {
    no: 54,
    what: 'a parent over its subsidiaries',
    ruling: 'refused',
    on: ['api', 'page'],
    check: async (world) => {
      // An account stands for itself: no list, filter or figure takes several of them for one.
      const several = `&account=${toSlug('account', await accountNamed(world, 'Account 0'))}`;
      const path = `/results?wave=${world.wave}&persona=buyer${several}${several.replace('&', '&')}`;
      const { status, text } = await world.caller.get(path);
      if (status === 200) expect(JSON.parse(text).figure.heard).toBe(1);
      else expect(status).toBe(422);
    },
  },
  {
    no: 69,
    what: 'advocates outside any account',
    ruling: 'condition',
    on: ['page', 'api'],
    check: async (world) => {
      await seat(world.desk, { name: 'Ada Analyst', account: 'Account 8', personaIds: ['advocate'] });
      const { coverage } = (await committees(world)).find(({ account }) => account.name === 'Account 8')!;
      expect(coverage?.roles_required).toBe(3);
      expect(coverage?.missing).not.toContain('advocate');
      const form = { 'seat.advocate': '1', advocate: '1' };
      await world.admin.post('/settings/committee', form);
      const again = (await committees(world)).find(({ account }) => account.name === 'Account 8')!;
      expect(again.coverage?.missing).not.toContain('advocate');
    },
  },
];
