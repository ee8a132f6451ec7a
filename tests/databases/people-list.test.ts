import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignRole } from '#app/audience/assign-role.server.ts';
import { listPeople } from '#app/audience/people/list-people.server.ts';
import type { PeopleFilter, PeoplePage } from '#app/audience/people/people-filter.ts';
import { saveAccount } from '#app/audience/save-account.server.ts';
import { savePerson } from '#app/audience/save-person.server.ts';
import { DAY } from '#app/platform/clock.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

const REVIEW_DAYS = 180;
const ALL: PeopleFilter = { q: '', personaId: null, role: null, accountId: null };
const FIRST: PeoplePage = { limit: 50, descending: false, cursor: null, backwards: false };

describe.each(ENGINES)('the list of people on %s', (engine) => {
  let test: TestHouse;
  let workspace: Workspace;
  let actor: string;
  const accounts: Record<string, string> = {};

  beforeAll(async () => {
    test = await openTestHouse({ engine });
    const founded = await foundTestWorkspace(test.house);
    workspace = founded.workspace;
    actor = founded.memberId;
    for (const name of ['Acme', 'Beta']) {
      const saved = await saveAccount(test.house, workspace, { name, actor });
      if (saved.kind === 'saved') accounts[name] = saved.id;
    }
    await add('Åsa 100%_sure', 'asa@acme.example', 'Acme', 'buyer');
    test.clock.advance(200 * DAY);
    await add('Ruth Achterberg', 'ruth.achterberg@acme.example', 'Acme', 'buyer');
    await add('Ruth Adler', 'ruth.adler@beta.example', 'Beta', 'end_user');
    await add('Kofi Mensah', 'kofi.mensah@beta.example', 'Beta', null);
    await add('Noor El-Amin', 'noor@acme.example', 'Acme', 'influencer', false);
  });
  afterAll(() => test.close());

  async function add(
    name: string,
    email: string,
    account: string,
    personaId: string | null,
    confirmed = true,
  ) {
    const accountId = accounts[account]!;
    const emails = [email];
    const employment = { accountId };
    const saved = await savePerson(test.house, workspace, { name, emails, employment, source: 'csm', actor });
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    if (!personaId) return;
    const startedAt = test.clock.now();
    const role = {
      personId: saved.id,
      accountId,
      personaId,
      source: 'csm',
      evidence: 'said so',
      startedAt,
    } as const;
    await assignRole(test.house, workspace, { ...role, actor, confirmed });
  }

  async function names(filter: Partial<PeopleFilter>, page: Partial<PeoplePage> = {}) {
    const review = { now: test.clock.now(), reviewDays: REVIEW_DAYS };
    const asked = { filter: { ...ALL, ...filter }, page: { ...FIRST, ...page }, review };
    const list = await listPeople(test.house.db, workspace, asked);
    return { names: list.people.map(({ name }) => name), list };
  }

  it.each<[string, Partial<PeopleFilter>, string[]]>([
    ['every word of a search, in names and addresses', { q: 'ruth ACHT' }, ['Ruth Achterberg']],
    ['an address', { q: 'kofi.mensah@beta' }, ['Kofi Mensah']],
    ['signs as they are, never as wild cards', { q: '0%_' }, ['Åsa 100%_sure']],
    ['who holds a persona', { personaId: 'buyer' }, ['Ruth Achterberg', 'Åsa 100%_sure']],
    ['a confirmed role', { role: 'confirmed' }, ['Ruth Achterberg', 'Ruth Adler']],
    ['a stale role', { role: 'stale' }, ['Åsa 100%_sure']],
    ['a role nobody confirmed', { role: 'unconfirmed' }, ['Noor El-Amin']],
    ['no role', { role: 'missing' }, ['Kofi Mensah']],
    ['a persona in a state', { personaId: 'buyer', role: 'stale' }, ['Åsa 100%_sure']],
  ])('finds %s', async (_what, filter, expected) => {
    const found = await names(filter);
    expect(found.names.sort()).toEqual(expected.sort());
    expect(found.list.total).toBe(expected.length);
  });

  it('finds who is at an account', async () => {
    const found = await names({ accountId: accounts.Beta! });
    expect(found.names.sort()).toEqual(['Kofi Mensah', 'Ruth Adler']);
  });

  it('goes on page by page in either order, and back again, without losing anybody', async () => {
    for (const descending of [false, true]) {
      const whole = (await names({}, { descending })).names;
      const pages: string[] = [];
      let cursor: string | null = null;
      let backCursor = '';
      for (;;) {
        const { list, names: page } = await names({}, { descending, cursor, limit: 2 });
        pages.push(...page);
        backCursor = list.people[0]!.id;
        if (!list.hasNext) break;
        cursor = list.people.at(-1)!.id;
      }
      expect(pages).toEqual(whole);
      const back = await names({}, { descending, cursor: backCursor, backwards: true, limit: 2 });
      expect(back.names).toEqual(whole.slice(2, 4));
    }
  });
});
