import { expect } from 'vitest';
import { toSlug } from '#app/platform/ids.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { draftWave, seat } from '#tests/support/asking.ts';
import { KEY } from '#tests/support/held.ts';
import type { Case } from './case.ts';
import { type World, wordsOf } from './world.ts';

/** What a persona may be called, and what may become of one. */
export const PERSONAS: readonly Case[] = [
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
      const form = {
        name: 'Works council',
        base: 'influencer',
        definition: 'Speaks for all who work there.',
      };
      const made = await admin.post('/settings/personas', form);
      expect([made.status, made.headers.get('location')]).toEqual([303, '/settings/personas#works_council']);
      // Whether it was asked and answered in or only given to one person, it is used, and can be closed alone.
      const seated = { name: 'Wim Council', account: 'Account 0', personaIds: ['works_council'] };
      await seat(desk, seated);
      for (const persona of ['works_council', 'buyer', 'influencer']) {
        const gone = desk.house.db
          .deleteFrom('persona')
          .where('workspace_id', '=', desk.workspace.id)
          .where('id', '=', persona)
          .execute();
        await expect(gone, persona).rejects.toThrow(/foreign key/i);
      }
      const asked = await admin.post('/settings/personas', { intent: 'delete', persona: 'works_council' });
      expect(asked.status).toBe(422);
      expect(await personasOf(caller)).toContain('works_council');
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

const personasOf = async (caller: World['caller']) => {
  const { data } = (await caller.get<{ data: { id: string }[] }>('/personas')).body;
  return data.map(({ id }) => id);
};

const basesOf = async (caller: World['caller']) => {
  const { data } = (await caller.get<{ data: { id: string; base: string }[] }>('/personas')).body;
  return data.filter(({ id, base }) => id === base).map(({ id }) => id);
};
