import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OverviewLane } from '#app/overview/read-overview.server.ts';
import type { House } from '#app/platform/house.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import { listWaves, type WaveLine } from '#app/results/lane.store.server.ts';
import { readPersonaPage } from '#app/results/read-persona-page.server.ts';
import { THRESHOLDS } from '#app/results/thresholds.ts';
import { MEMBERS } from '#db/seed/firm.ts';
import { playExampleOnce } from '#db/seed.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { overviewOf } from '#tests/support/overview.ts';

const COUNTED = [
  'account',
  'person',
  'employment',
  'role_assignment',
  'invitation',
  'outbound_message',
  'told_respondent',
  'mailbox_message',
  'response',
  'audit_entry',
] as const;

async function countRows({ db }: House): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of COUNTED) {
    const query = db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('rows'));
    counts[table] = Number((await query.executeTakeFirstOrThrow()).rows);
  }
  return counts;
}

async function onlyWorkspace({ db }: House): Promise<Workspace> {
  const { id } = await db.selectFrom('workspace').select('id').executeTakeFirstOrThrow();
  return mintWorkspace(id);
}

/** Each wave's lanes by persona, of the programme that was asked twice: the earlier wave first. */
async function readTwoWaves({ db }: House, workspace: Workspace) {
  const closed = (await listWaves(db, workspace)).filter(({ state }) => state === 'closed');
  const read = async (wave: WaveLine) => {
    const page = await overviewOf(db, workspace, wave.id);
    return new Map(page!.lanes.map((lane) => [lane.lane.row.persona.id, lane]));
  };
  const [latest, earlier] = closed;
  return { earlier: await read(earlier!), latest: await read(latest!), wave: latest! };
}

/** The number that the product refuses, computed here only, to show that it would have risen. */
function forbiddenBlend(lanes: ReadonlyMap<string, OverviewLane>): number {
  const all = [...lanes.values()].map(({ lane }) => lane.score!.histogram);
  const sum = (from: number, to: number) =>
    all.reduce((total, counts) => total + counts.slice(from, to).reduce((a, b) => a + b, 0), 0);
  return (100 * (sum(9, 11) - sum(0, 7))) / sum(0, 11);
}

/** What was played on each engine, as told by its rows and figures. */
const stories = new Map<string, Awaited<ReturnType<typeof storyOf>>>();

async function storyOf(house: House, { latest }: Awaited<ReturnType<typeof readTwoWaves>>) {
  const lanes = [...latest].map(([id, { figure, said }]) => [id, figure!.histogram, said?.words]);
  return { counts: await countRows(house), lanes };
}

describe.each(ENGINES)('the example on %s', (engine) => {
  let test: TestHouse;
  let workspace: Workspace;
  let told: string;
  let waves: Awaited<ReturnType<typeof readTwoWaves>>;

  beforeAll(async () => {
    test = await openTestHouse({ engine });
    told = await playExampleOnce(test.house);
    workspace = await onlyWorkspace(test.house);
    waves = await readTwoWaves(test.house, workspace);
    stories.set(engine, await storyOf(test.house, waves));
  }, 180_000);
  afterAll(() => test.close());

  it('says that it is invented, and how to sign in as each of three', () => {
    expect(told).toContain('invented');
    for (const { email, password } of Object.values(MEMBERS)) {
      expect(told).toContain(email);
      expect(told).toContain(password);
    }
  });

  it('is loaded once: loading again changes nothing and says so', async () => {
    const before = await countRows(test.house);
    expect(await playExampleOnce(test.house)).toContain('nothing was changed');
    expect(await countRows(test.house)).toEqual(before);
  });

  it('has about 40 accounts and 400 people, all asked by mail that lies in the mailbox', async () => {
    const counts = await countRows(test.house);
    expect(counts.account).toBe(40);
    expect(counts.person).toBeGreaterThan(380);
    const { db } = test.house;
    const byVoice = db.selectFrom('told_respondent').select('invitation_id').where('way', '=', 'follow_up');
    const toldInPerson = (await byVoice.execute()).length;
    expect(toldInPerson).toBe(2);
    // A letter to everybody asked, and one more to whoever was told by letter what came of the earlier wave.
    expect(counts.outbound_message).toBe(counts.invitation! + counts.told_respondent! - toldInPerson);
    expect(counts.told_respondent).toBeGreaterThan(70);
    expect(counts.mailbox_message).toBeGreaterThan(counts.outbound_message!);
    const unsent = await db.selectFrom('outbound_message').select('id').where('state', '!=', 'accepted');
    expect(await unsent.execute()).toEqual([]);
  });

  it.each(['end_user', 'influencer', 'buyer'])('lets %s fall a little between the waves', (persona) => {
    const [earlier, latest] = [waves.earlier.get(persona)!.figure!, waves.latest.get(persona)!.figure!];
    expect(earlier.showing).toBe('shown');
    expect(latest.showing).toBe('shown');
    expect(latest.perPerson!).toBeLessThan(earlier.perPerson!);
    expect(latest.perAccount!).toBeLessThan(earlier.perAccount!);
    expect(latest.score!).toBeLessThan(earlier.score!);
  });

  it('would have risen as one number across personas, by nothing but who was heard', () => {
    expect(forbiddenBlend(waves.latest)).toBeGreaterThan(forbiddenBlend(waves.earlier) + 5);
    const heard = (lanes: typeof waves.latest, persona: string) => lanes.get(persona)!.figure!.n;
    expect(heard(waves.latest, 'end_user')).toBeGreaterThan(heard(waves.earlier, 'end_user'));
    expect(heard(waves.latest, 'buyer')).toBeLessThan(heard(waves.earlier, 'buyer'));
  });

  it('has four advocates, who are listed and get no score, and procurement leads nobody heard', () => {
    const advocates = waves.latest.get('advocate')!.figure!;
    expect(advocates.showing).toBe('answers_only');
    expect(advocates.answers).toHaveLength(4);
    expect(advocates.score).toBeNull();
    const procurement = waves.latest.get('procurement_lead')!.figure!;
    expect(procurement.showing).toBe('none');
    expect(procurement.known).toBe(3);
  });

  it('has one account that gives a third of what end-users say', () => {
    const { largest } = waves.latest.get('end_user')!.figure!.dominance;
    expect(largest?.accountName).toBe('Halvorsen Freight');
    expect(largest!.share).toBeCloseTo(1 / 3, 1);
  });

  it('has rules that clear, that do not, and that nobody can tell', () => {
    const rulings = new Set([...waves.latest.values()].map(({ ruling }) => ruling));
    expect(rulings).toEqual(new Set(['clears', 'does_not_clear', 'cant_tell']));
  });

  it('puts a headline and the words of each heard persona on the overview', () => {
    expect(waves.wave.headline).not.toBeNull();
    for (const { figure, said } of waves.latest.values()) {
      if (figure!.n > 0) expect(said?.words).toBeTruthy();
    }
  });

  it('lets nobody write what another wrote', async () => {
    const words: string[] = [];
    for (const { id } of await listWaves(test.house.db, workspace)) {
      for (const personaId of ['end_user', 'influencer', 'buyer', 'advocate']) {
        words.push(...(await textsOf(test.house, id, personaId)));
      }
    }
    expect(words.length).toBeGreaterThan(115);
    expect(new Set(words).size).toBe(words.length);
  });

  it('labels every figure of every wave with one persona', async () => {
    for (const { id: waveId } of await listWaves(test.house.db, workspace)) {
      const overview = await overviewOf(test.house.db, workspace, waveId);
      for (const { lane } of overview!.lanes) {
        const personaId = lane.row.persona.id;
        const page = await readPersonaPage(test.house.db, workspace, { waveId, personaId }, THRESHOLDS);
        const figures = page!.trend.map(({ figure }) => figure);
        expect(figures.every(({ persona }) => persona.id === personaId)).toBe(true);
        expect(page!.figure?.persona.id ?? personaId).toBe(personaId);
      }
    }
  });

  it('leaves work: a drafted wave with roles to confirm, people without a role, and two hats', async () => {
    const { id: waveId } = await test.house.db
      .selectFrom('wave')
      .select('id')
      .where('state', '=', 'draft')
      .executeTakeFirstOrThrow();
    const sorted = await sortPiles(test.house, workspace, { waveId });
    if (sorted.kind !== 'sorted') throw new Error(sorted.kind);
    const { ready, stale, missing } = sorted.piles;
    expect(ready.filter(({ held }) => held === null).length).toBeGreaterThan(200);
    expect(ready.some(({ held }) => held?.reason === 'two_hats')).toBe(true);
    expect(stale.length).toBeGreaterThanOrEqual(1);
    expect(missing.length).toBeGreaterThanOrEqual(5);
  });

  it('has a buyer who left: the answer stays, the seat stands empty, the person is elsewhere', async () => {
    const { db } = test.house;
    const roles = await db
      .selectFrom('role_assignment as role')
      .innerJoin('person', 'person.id', 'role.person_id')
      .innerJoin('account', 'account.id', 'role.account_id')
      .select(['account.name as account', 'role.persona_id as personaId', 'role.ended_at as endedAt'])
      .where('person.name', '=', 'João Brito')
      .orderBy('role.started_at')
      .execute();
    expect(roles.map(({ account, personaId }) => ({ account, personaId }))).toEqual([
      { account: 'Tagus Telecom', personaId: 'buyer' },
      { account: 'Orchard Road Logistics', personaId: 'end_user' },
    ]);
    expect(roles[0]!.endedAt).not.toBeNull();
    expect(roles[1]!.endedAt).toBeNull();
  });
});

it('loaded twice, into two databases, is the same story', () => {
  expect([...stories.keys()]).toEqual(ENGINES);
  expect(stories.get('postgres')).toEqual(stories.get('sqlite'));
});

describe('a database with a workspace of its own', () => {
  it('keeps it, and gets no example', async () => {
    const { house, close } = await openTestHouse();
    await foundTestWorkspace(house);
    const before = await countRows(house);
    const told = await playExampleOnce(house);
    expect(told).toContain('was not loaded');
    expect(told).not.toContain('password');
    expect(await countRows(house)).toEqual(before);
    await close();
  });
});

async function textsOf({ db }: House, waveId: string, personaId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('answer')
    .select('verbatim')
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .where('verbatim', 'is not', null)
    .execute();
  return rows.map(({ verbatim }) => verbatim!);
}
