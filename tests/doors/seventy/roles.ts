import { expect } from 'vitest';
import type { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import type { WaveResultsOut } from '#app/results/wire/result-wire.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { KEY } from '#tests/support/held.ts';
import { asksNow, rolesIn, say } from '#tests/support/who.ts';
import type { Case } from './case.ts';
import type { World } from './world.ts';

let desks = 0;
async function fresh({ api }: World): Promise<{ desk: Desk; waveId: string }> {
  desks += 1;
  const desk = await anotherDesk(api.open.house, `Roles ${desks}`);
  const { waveId } = await draftWave(desk, ['end_user', 'buyer']);
  return { desk, waveId };
}

const dana = (personaIds: string[]) => ({ name: 'Dana Reyes', account: 'Meridian Foods', personaIds });

const answered = async ({ house, workspace }: Desk) => {
  const rows = await house.db
    .selectFrom('response')
    .select(['persona_id', 'persona_at_invite'])
    .where('workspace_id', '=', workspace.id)
    .orderBy('id')
    .execute();
  return rows.map(({ persona_id, persona_at_invite }) => [persona_id, persona_at_invite]);
};

/** At which account each answered, in the order they answered. */
const accountsOf = async ({ house, workspace }: Desk) => {
  const rows = await house.db
    .selectFrom('response')
    .select('account_id')
    .where('workspace_id', '=', workspace.id)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.account_id);
};

const ONE_BUYER = [
  ['end_user', 0],
  ['buyer', 1],
];

/** How many of each persona are heard, as anybody asks for it. */
const heardOf = async ({ api }: World, desk: Desk, waveId: string) => {
  const caller = await api.caller(desk);
  const path = `/results/waves/${toSlug('wave', waveId)}`;
  const { by_persona: figures } = (await caller.get<z.infer<typeof WaveResultsOut>>(path)).body;
  return figures.map(({ persona, heard }) => [persona.id, heard]);
};

/** A person in a role, in two, in another one than before, in none. */
export const ROLES: readonly Case[] = [
  {
    no: 26,
    what: 'a person holds two roles at one account',
    ruling: 'condition',
    on: ['api'],
    check: async (world) => {
      const { desk, waveId } = await fresh(world);
      const caller = await world.api.caller(desk);
      await seat(desk, { ...dana(['buyer', 'end_user']), email: 'dana@people.example' });
      const { data } = (await caller.get<{ data: { id: string }[] }>('/people')).body;
      const send = { people: [data[0]!.id] };
      const { status, body } = await caller.post<Problem>(`/waves/${toSlug('wave', waveId)}/send`, send);
      expect([status, body.detail]).toEqual([422, expect.stringContaining('say which hat is asked')]);
    },
  },
  {
    no: 27,
    what: 'a person holds roles at two accounts',
    ruling: 'allowed',
    on: ['code'],
    check: async (world) => {
      const { desk, waveId } = await fresh(world);
      const tokens = [];
      for (const account of ['Acme', 'Beta'])
        tokens.push(await ask(desk, waveId, { ...dana(['buyer']), account, email: 'dana@people.example' }));
      for (const [i, token] of tokens.entries())
        expect(await answer(desk.house, token, { [KEY]: String(3 + 6 * i) })).toEqual({ kind: 'kept' });
      expect(await answered(desk)).toEqual([
        ['buyer', 'buyer'],
        ['buyer', 'buyer'],
      ]);
      const caller = await world.api.caller(desk);
      const { data } = (await caller.get<{ data: { id: string }[] }>('/accounts')).body;
      const asked = data.map(({ id }) => id);
      const heard = (await accountsOf(desk)).map((id) => toSlug('account', id!));
      // One person, two accounts: each answer stands at the one it is about.
      expect(new Set(heard)).toEqual(new Set(asked));
      expect([asked, new Set(heard)].map((ids) => [...ids].length)).toEqual([2, 2]);
      expect((await caller.get<{ data: object[] }>('/people')).body.data).toHaveLength(1);
    },
  },
  {
    no: 32,
    what: 'the role changes after the invitation, before the answer',
    ruling: 'condition',
    on: ['code'],
    check: async (world) => {
      const { desk, waveId } = await fresh(world);
      const token = await ask(desk, waveId, dana(['buyer']));
      await say(desk, token, { kind: 'other', personaId: 'end_user' });
      expect(await asksNow(desk, token)).toBe('end_user');
      await answer(desk.house, token, { [KEY]: '9' });
      expect(await answered(desk)).toEqual([['end_user', 'buyer']]);
    },
  },
  {
    no: 33,
    what: 'the role changes after the answer',
    ruling: 'allowed',
    on: ['code'],
    check: async (world) => {
      const { desk, waveId } = await fresh(world);
      const token = await ask(desk, waveId, dana(['buyer']));
      await answer(desk.house, token, { [KEY]: '3' });
      await say(desk, token, { kind: 'other', personaId: 'end_user' });
      expect(await answered(desk)).toEqual([['buyer', 'buyer']]);
      expect(await heardOf(world, desk, waveId)).toEqual(ONE_BUYER);
      const open = (await rolesIn(desk, 'Dana Reyes')).filter((role) => role.open);
      expect(open).toMatchObject([{ persona: 'end_user', source: 'self' }]);
    },
  },
  {
    no: 34,
    what: 'a respondent disputes the role while answering',
    ruling: 'condition',
    on: ['code'],
    check: async (world) => {
      const { desk, waveId } = await fresh(world);
      const token = await ask(desk, waveId, dana(['buyer']));
      await say(desk, token, { kind: 'other', personaId: 'end_user' });
      const open = (await rolesIn(desk, 'Dana Reyes')).filter((role) => role.open);
      expect(open).toMatchObject([{ persona: 'end_user', source: 'self' }]);
    },
  },
  {
    no: 35,
    what: 'a respondent says “none of these”',
    ruling: 'condition',
    on: ['code'],
    check: async (world) => {
      const { desk, waveId } = await fresh(world);
      const token = await ask(desk, waveId, dana(['buyer']));
      const said = await say(desk, token, { kind: 'none', words: 'I only translate.' });
      expect(said).toEqual({ kind: 'none' });
      expect(await answer(desk.house, token, { [KEY]: '9' })).toEqual({ kind: 'unknown' });
      expect((await rolesIn(desk, 'Dana Reyes')).filter((role) => role.open)).toEqual([]);
      expect(await answered(desk)).toEqual([]);
      // Whoever was asked beside them and says nothing of the kind is heard, and alone.
      const other = await ask(desk, waveId, { ...dana(['buyer']), name: 'Bea Buyer' });
      expect(await answer(desk.house, other, { [KEY]: '9' })).toEqual({ kind: 'kept' });
      expect(await heardOf(world, desk, waveId)).toEqual(ONE_BUYER);
    },
  },
  {
    no: 36,
    what: 'one person came in twice',
    ruling: 'condition',
    on: ['api'],
    check: async (world) => {
      // The address is the person: saved again, roles are united, and answers keep their personas.
      const { desk, waveId } = await fresh(world);
      const email = 'dana@people.example';
      const token = await ask(desk, waveId, { ...dana(['buyer']), email });
      await answer(desk.house, token, { [KEY]: '3' });
      const again = await ask(desk, waveId, { ...dana(['end_user']), email: ` ${email.toUpperCase()} ` });
      await answer(desk.house, again, { [KEY]: '9' });
      const caller = await world.api.caller(desk);
      expect((await caller.get<{ data: object[] }>('/people')).body.data).toHaveLength(1);
      expect((await answered(desk)).sort()).toEqual([
        ['buyer', 'buyer'],
        ['end_user', 'end_user'],
      ]);
    },
  },
];
