import { expect } from 'vitest';
import type { z } from 'zod';
import type { CommitteeOut, SortRefusalOut } from '#app/committee/wire/committee-wire.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import { seat } from '#tests/support/asking.ts';
import { heardWave } from '#tests/support/heard.ts';
import type { Case } from './case.ts';
import { expectNoSlot } from './contract.ts';
import { accountNamed, anotherRoom, expectNoBlend, type World, wordsOf } from './world.ts';

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

/** All that a line of the list holds: of one account, with no slot for a rate of them. */
const LINE = [
  ...['account', 'renews_on', 'seats', 'coverage', 'widest_gap', 'silent_seats', 'overdue_promises'],
  'of_persona',
];

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
      const room = await anotherRoom(world, 'Three gaps');
      const scores = { end_user: [9, 5], influencer: [6, 10], buyer: [2, 4] };
      const wave = toSlug('wave', await heardWave(room.desk, scores));
      const { status, body } = await room.caller.get<{ data: Committee[] }>(`/committees?wave=${wave}`);
      expect(status).toBe(200);
      const told = body.data.map(({ account, widest_gap: gap }) => [
        ...[account.name, gap?.points_of_10, gap?.higher.persona.id, gap?.lower.persona.id],
      ]);
      expect(told).toEqual([
        ['Account 0', 7, 'end_user', 'buyer'],
        ['Account 1', 6, 'influencer', 'buyer'],
      ]);
      const pages = body.data.map(({ account: { id } }) => `/committees/${id}?wave=${wave}`);
      expect(await wordsOf(room.reader, pages[0]!)).toContain('7 points of 10 apart: end-user at 9');
      expect(await wordsOf(room.reader, pages[1]!)).toContain('6 points of 10 apart: influencer at 10');
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
      const { status, text, body } = await world.caller.get<{
        data: Committee[];
        pulling_apart: Record<string, number>;
      }>(`/committees?wave=${world.wave}`);
      expect([status, Object.keys(body)]).toEqual([
        200,
        ['data', 'next_cursor', 'pulling_apart', 'heard_whole'],
      ]);
      expect(body.data).toHaveLength(10);
      for (const line of body.data) expect(Object.keys(line)).toEqual(LINE);
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
      await expectNoSlot(world);
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
      const [first, second] = await Promise.all(
        ['Account 0', 'Account 3'].map(async (name) => toSlug('account', await accountNamed(world, name))),
      );
      const path = `/results?wave=${world.wave}&persona=buyer`;
      const told = [first, second].map((account) => world.caller.get(`${path}&account=${account}`));
      const heard = (await Promise.all(told)).map(({ text }) => JSON.parse(text).figure.heard);
      expect(heard).toEqual([1, 1]);
      for (const both of [`&account=${first}&account=${second}`, `&account=${first},${second}`]) {
        const { status, body } = await world.caller.get<Problem>(`${path}${both}`);
        expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([422, 'INVALID', '#/account']);
      }
      const page = await wordsOf(world.executive, `${path}&account=${first}&account=${second}`);
      expect(page).toContain('One buyer at Account 0 was heard.');
      expect(page).not.toMatch(/\b(2|two) (answers|buyers)\b|Buyers at Account 0 and/i);
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
      expect(coverage).toMatchObject({ roles_required: 3, missing: ['influencer', 'buyer'] });
      const seats = { 'people.end_user': '1', 'people.influencer': '1', 'people.buyer': '1' };
      const refused = await world.admin.post('/settings/committee', { ...seats, 'people.advocate': '1' });
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain('This persona has no seat at every account.');
      const coverageNow = async () =>
        (await committees(world)).find(({ account }) => account.name === 'Account 8')!.coverage;
      expect(await coverageNow()).toEqual(coverage);
      // What the setting does take changes who is missed, and an advocate is still not among them.
      const fewer = { 'people.end_user': '1', 'people.buyer': '1', 'people.advocate': '' };
      expect((await world.admin.post('/settings/committee', fewer)).status).toBe(303);
      expect(await coverageNow()).toMatchObject({ roles_required: 2, missing: ['buyer'] });
      expect((await world.admin.post('/settings/committee', seats)).status).toBe(303);
      expect(await coverageNow()).toEqual(coverage);
    },
  },
];
