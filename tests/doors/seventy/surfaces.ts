import { expect } from 'vitest';
import { toSlug } from '#app/platform/ids.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import { seat } from '#tests/support/asking.ts';
import { Visitor } from '#tests/support/doors.ts';
import { namedIn } from '#tests/support/moved.ts';
import { shareWave } from '#tests/support/overview-links.ts';
import type { Case } from './case.ts';
import { anotherRoom, expectNoBlend, wordsOf } from './world.ts';

/** Alerts, mails, pictures and everything else that carries answers away. */
export const SURFACES: readonly Case[] = [
  {
    no: 23,
    what: 'a segment “All”, an audience “Everyone”',
    ruling: 'refused',
    on: ['api', 'page'],
    check: async ({ caller, wave }) => {
      for (const all of ['all', 'everyone', 'ALL', 'total'])
        expect((await caller.get(`/results?wave=${wave}&persona=${all}`)).status).toBe(422);
      for (const all of ['all', 'everyone'])
        expect((await caller.get(`/results/waves/${wave}/personas/${all}`)).status).toBe(404);
    },
  },
  {
    no: 45,
    what: 'a digest, a slide, a mail',
    ruling: 'condition',
    on: ['digest', 'page', 'export'],
    check: async ({ admin, executive, wave }) => {
      const lines = (await (await executive.get(`/overview/lines.csv?wave=${wave}`)).text())
        .trim()
        .split('\r\n');
      expect(lines.slice(1).map(namedIn)).toEqual([['end_user'], ['influencer'], ['buyer']]);
      expect([lines[1], lines[3]]).toEqual([
        expect.stringMatching(/^End-users,Winter 2027,30,/),
        expect.stringMatching(/^Buyers,Winter 2027,-33,/),
      ]);
      expectNoBlend(lines.join('\r\n'));
      for (const path of [`/overview/lines?wave=${wave}`, '/overview/monday']) {
        const page = await wordsOf(admin, path);
        expect(page).toMatch(/End-users.*\+30.*Buyers.*−33/);
        expectNoBlend(page);
      }
      expect(await wordsOf(admin, '/overview/monday')).toMatch(
        /of the \d+ accounts that answered (was|were) heard from every role .* committees with at least two personas heard pulls? apart.*overdue/,
      );
    },
  },
  {
    no: 58,
    what: 'a picture or a page for others with one score',
    ruling: 'condition',
    on: ['share', 'export'],
    check: async ({ desk, executive, waveId, wave, api }) => {
      const statusOf = async (persona: string) =>
        (await executive.get(`/overview/lane.png?wave=${wave}&persona=${persona}`)).status;
      expect([await statusOf('buyer'), await statusOf('end_user')]).toEqual([200, 200]);
      for (const several of ['', 'buyer&persona=end_user', '&persona=buyer'])
        expect([several, await statusOf(several)]).toEqual([several, 422]);
      for (const several of ['all', '*', 'buyer,end_user'])
        expect([several, await statusOf(several)]).toEqual([several, 404]);
      const token = await shareWave(desk, waveId);
      const page = await wordsOf(new Visitor(api.doors.origin), `/share/${token}`);
      expect(page).toMatch(/End-users all 10 heard .*\+30 .*Buyers Heard: 6, of 6\. Fewer than 10/);
      expectNoBlend(page);
      // A shared link is of a wave with all its lanes: it takes no word that would make another page of it.
      const asked = `/share/${token}?persona=all&total=1`;
      expect(await wordsOf(new Visitor(api.doors.origin), asked)).toBe(page);
    },
  },
  {
    no: 46,
    what: 'an alert on a threshold',
    ruling: 'condition',
    on: ['page', 'api'],
    check: async ({ admin, caller, desk }) => {
      const { id } = await desk.house.db
        .selectFrom('programme')
        .select('id')
        .where('workspace_id', '=', desk.workspace.id)
        .executeTakeFirstOrThrow();
      const path = `/programmes/${toSlug('programme', id)}/alerts`;
      const form = { kind: 'fell', points: '20', name: 'All of them fall' };
      const refused = await admin.post(path, form);
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain('Choose the persona.');
      const named = await admin.post(path, { ...form, persona: 'buyer' });
      expect([named.status, named.headers.get('location')]).toEqual([303, `${path}?done=made`]);
      expect(await wordsOf(admin, path)).toMatch(/Buyer\s*: All of them fall/);
      const contract = (await caller.get('/openapi.json')).body as {
        components: { schemas: Record<string, { required?: string[] }> };
      };
      expect(contract.components.schemas.Alert!.required).toContain('persona');
    },
  },
  {
    no: 57,
    what: 'the API writes without a persona',
    ruling: 'refused',
    on: ['api'],
    check: async (world) => {
      const { desk, caller } = await anotherRoom(world, 'Written without a persona');
      await seat(desk, { name: 'Dana Reyes', account: 'Account 0', personaIds: ['influencer'] });
      const idOf = async (path: string) =>
        (await caller.get<{ data: { id: string }[] }>(path)).body.data[0]!.id;
      const role = { person: await idOf('/people'), account: await idOf('/accounts'), evidence: 'Told us' };
      const before = await countRoles(desk);
      for (const persona of [undefined, '', null, '*', 'buyer,end_user', ['buyer', 'end_user']]) {
        const { status, body } = await caller.post<Problem>('/role-assignments', { ...role, persona });
        expect([persona, status, body.code]).toEqual([persona, 422, 'PERSONA_REQUIRED']);
      }
      expect(await countRoles(desk)).toBe(before);
      // Nothing else was wrong with it.
      expect((await caller.post('/role-assignments', { ...role, persona: 'buyer' })).status).toBe(201);
      expect(await countRoles(desk)).toBe(before + 1);
    },
  },
];

async function countRoles({ house, workspace }: Parameters<Case['check']>[0]['desk']): Promise<number> {
  const { roles } = await house.db
    .selectFrom('role_assignment')
    .select((eb) => eb.fn.countAll<number>().as('roles'))
    .where('workspace_id', '=', workspace.id)
    .executeTakeFirstOrThrow();
  return Number(roles);
}
