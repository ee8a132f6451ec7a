import { expect } from 'vitest';
import { toSlug } from '#app/platform/ids.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { KEY } from '#tests/support/held.ts';
import { asksNow, rolesIn, say } from '#tests/support/who.ts';
import type { Case } from './case.ts';
import { type World, wordsOf } from './world.ts';

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
      expect(await answered(desk)).toHaveLength(2);
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
      await say(desk, token, { kind: 'none', words: 'I only translate.' });
      expect(await answer(desk.house, token, { [KEY]: '9' })).not.toEqual({ kind: 'kept' });
      expect(await answered(desk)).toEqual([]);
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
  {
    no: 29,
    what: 'a persona that swallows the others',
    ruling: 'refused',
    on: ['page'],
    check: ({ admin }) => expectGeneric(admin, ['Stakeholder', 'All contacts', 'Everybody']),
  },
  {
    no: 64,
    what: 'two roles in one word',
    ruling: 'refused',
    on: ['page', 'api'],
    check: async (world) => {
      await expectGeneric(world.admin, ['Buyer/User', 'Buyer & Influencer']);
      const path = `/results?wave=${world.wave}&persona=${encodeURIComponent('buyer/end_user')}`;
      expect((await world.caller.get(path)).status).toBe(422);
    },
  },
  {
    no: 68,
    what: '“unknown” as a persona',
    ruling: 'refused',
    on: ['page'],
    check: ({ admin }) => expectGeneric(admin, ['Unknown', 'N/A', 'Other']),
  },
  {
    no: 30,
    what: 'two personas are merged',
    ruling: 'refused',
    on: ['page', 'api'],
    check: async ({ admin, caller }) => {
      const page = await wordsOf(admin, '/settings/personas');
      expect(page).not.toMatch(/\bmerge\b/i);
      const { paths } = (await caller.get<{ paths: Record<string, object> }>('/openapi.json')).body;
      const ofPersonas = Object.entries(paths).filter(([path]) => path.startsWith('/personas'));
      // Personas are read; nothing writes them, merges them or takes them away.
      expect(ofPersonas.map(([path, ways]) => [path, Object.keys(ways)])).toEqual([['/personas', ['get']]]);
      for (const intent of ['merge', 'delete', 'rebase'])
        await admin.post('/settings/personas', { intent, persona: 'buyer', into: 'end_user' });
      expect(await basesOf(caller)).toEqual(['end_user', 'influencer', 'buyer', 'advocate']);
    },
  },
  {
    no: 31,
    what: 'a persona is put under another base',
    ruling: 'condition',
    on: ['sql'],
    check: async ({ desk }) => {
      const moving = desk.house.db
        .updateTable('persona')
        .set({ base: 'end_user' } as never)
        .where('workspace_id', '=', desk.workspace.id)
        .where('id', '=', 'buyer')
        .execute();
      await expect(moving).rejects.toThrow(/FROZEN|never changes/);
    },
  },
  {
    no: 67,
    what: 'a persona is deleted',
    ruling: 'refused',
    on: ['sql', 'page'],
    check: async ({ desk, admin, caller }) => {
      const gone = desk.house.db
        .deleteFrom('persona')
        .where('workspace_id', '=', desk.workspace.id)
        .where('id', '=', 'buyer')
        .execute();
      await expect(gone).rejects.toThrow();
      await admin.post('/settings/personas', { intent: 'delete', persona: 'buyer' });
      expect(await basesOf(caller)).toContain('buyer');
    },
  },
  {
    no: 28,
    what: 'custom personas rolled up into their base',
    ruling: 'refused',
    on: ['api', 'page'],
    check: async (world) => {
      // A custom persona stands on a row of its own, and its base is no sum of them.
      const form = {
        ...{ name: 'Procurement lead', base: 'buyer' },
        definition: 'Runs the tender and the contract for others who pay.',
      };
      await world.admin.post('/settings/personas', form);
      const desk = world.desk;
      const { waveId } = await draftWave(desk, ['buyer', 'procurement_lead']);
      const give = async (personaId: string, i: number, score: string) => {
        const given = {
          name: `${personaId} of case 28 no ${i}`,
          account: `Account ${i}`,
          personaIds: [personaId],
        };
        await answer(desk.house, await ask(desk, waveId, given), { [KEY]: score });
      };
      for (let i = 0; i < 5; i += 1) await give('buyer', i, '9');
      for (let i = 0; i < 5; i += 1) await give('procurement_lead', i, '2');
      const { by_persona } = (
        await world.caller.get<{ by_persona: { persona: { id: string }; score: number }[] }>(
          `/results/waves/${toSlug('wave', waveId)}`,
        )
      ).body;
      expect(by_persona.map(({ persona, score }) => [persona.id, score])).toEqual([
        ['buyer', 100],
        ['procurement_lead', -100],
      ]);
    },
  },
];

async function expectGeneric(admin: World['admin'], names: readonly string[]): Promise<void> {
  for (const name of names) {
    const form = { name, base: 'buyer', definition: 'Everybody whom we know at an account.' };
    const refused = await admin.post('/settings/personas', form);
    expect([name, refused.status]).toEqual([name, 422]);
    expect(await refused.text()).toContain('say what these people do');
  }
}

const basesOf = async (caller: World['caller']) => {
  const { data } = (await caller.get<{ data: { id: string; base: string }[] }>('/personas')).body;
  return data.filter(({ id, base }) => id === base).map(({ id }) => id);
};
