import { expect } from 'vitest';
import { toSlug } from '#app/platform/ids.ts';
import { ask } from '#tests/support/answering.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import { anotherDesk, type Desk } from '#tests/support/asking.ts';
import { Visitor } from '#tests/support/doors.ts';
import { heardWave, scoresOf } from '#tests/support/heard.ts';
import { ADMIN } from '#tests/support/house.ts';
import { addMember } from '#tests/support/members.ts';

export { expectNoBlend } from './blends.ts';

/** End-users +30 of ten, buyers −33 of six, influencers asked and silent. All sixteen in one pot would be +6 (+6.25). */
export const SCORES = {
  end_user: scoresOf({ P: 5, Q: 3, D: 2 }),
  influencer: [],
  buyer: scoresOf({ P: 1, Q: 2, D: 3 }),
};

export interface World {
  api: OpenApi;
  desk: Desk;
  caller: ApiCaller;
  admin: Visitor;
  executive: Visitor;
  waveId: string;
  /** As URLs name it. */
  wave: string;
}

/** One workspace with one wave, heard by its own doors: every case of the boundary is tried on it. */
export async function openWorld(): Promise<World> {
  const api = await openApi();
  const { desk } = api;
  const waveId = await heardWave(desk, SCORES);
  await ask(desk, waveId, { name: 'Ines Silent', account: 'Account 0', personaIds: ['influencer'] });
  const { email, password } = await addMember(desk.house, desk.workspace, 'executive');
  return {
    ...{ api, desk, waveId, wave: toSlug('wave', waveId) },
    caller: await api.caller(),
    admin: await new Visitor(api.doors.origin).signIn(ADMIN.email, ADMIN.password),
    executive: await new Visitor(api.doors.origin).signIn(email, password),
  };
}

/** A workspace of its own, for a case that must not change what the others count; an executive reads its pages. */
export async function anotherRoom(
  { api }: World,
  name: string,
): Promise<{ desk: Desk; caller: ApiCaller; reader: Visitor }> {
  const desk = await anotherDesk(api.open.house, name);
  const { email, password } = await addMember(desk.house, desk.workspace, 'executive');
  const reader = await new Visitor(api.doors.origin).signIn(email, password);
  return { desk, caller: await api.caller(desk), reader };
}

/** A page as it is read: its words without marks, and no more of React's. */
export async function wordsOf(visitor: Visitor, path: string, status = 200): Promise<string> {
  const answer = await visitor.get(path);
  expect(answer.status, path).toBe(status);
  const text = (await answer.text())
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll('<!-- -->', '');
  return text
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', '’')
    .replace(/\s+/g, ' ');
}

/** The id of an account by its name. */
export async function accountNamed({ desk }: World, name: string): Promise<string> {
  const { id } = await desk.house.db
    .selectFrom('account')
    .select('id')
    .where('workspace_id', '=', desk.workspace.id)
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return id;
}
