import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { figureOf } from '#app/results/figure.ts';
import { listWaves, type WaveLine } from '#app/results/lane.store.server.ts';
import { readAccountSamples } from '#app/results/read-account-samples.server.ts';
import { type Lane, readLanes } from '#app/results/read-lanes.server.ts';
import type { Sample } from '#app/results/sample.ts';
import { type Connection, connect } from '#db/connection.ts';
import { guideExamples } from '#tests/support/bi-guide.ts';
import { openExampleHouse } from '#tests/support/example-house.ts';
import type { TestHouse } from '#tests/support/house.ts';

/** What the guide names each of its queries by, as far as they make a figure. */
const NPS = 'NPS of each persona';
const SPREAD = 'The spread of scores';
const APART = 'How far two personas are apart';

type Row = Record<string, string | number>;

/** The example asks on several scales at once, which a query that forgets the scale blends. */
describe('on the example, the guide to the views says what the product says', () => {
  let open: TestHouse;
  let plain: Connection;
  let workspace: Workspace;
  let waves: { wave: WaveLine; lanes: Lane[] }[];

  beforeAll(async () => {
    open = await openExampleHouse();
    plain = connect(open.house.env.databaseUrl);
    const { db } = open.house;
    const { id } = await db.selectFrom('workspace').select('id').executeTakeFirstOrThrow();
    workspace = mintWorkspace(id);
    const sent = (await listWaves(db, workspace)).filter(
      ({ confidentiality }) => confidentiality === 'attributed',
    );
    waves = await Promise.all(
      sent.map(async (wave) => ({ wave, lanes: await readLanes(db, workspace, wave) })),
    );
  }, 180_000);
  afterAll(async () => {
    await plain.close();
    await open.close();
  });

  const told = async (name: string): Promise<Row[]> => {
    const [, query] = guideExamples('sqlite').find(([title]) => title.startsWith(name))!;
    return (await sql.raw<Row>(query.replaceAll('YOUR-WORKSPACE', workspace.id)).execute(plain.db)).rows;
  };
  const waveNamed = (name: unknown) => waves.find(({ wave }) => wave.name === name)!;

  test('of the NPS of each persona', async () => {
    const rows = await told(NPS);
    expect(rows.length).toBeGreaterThanOrEqual(8);
    for (const row of rows) {
      const lane = waveNamed(row.wave).lanes.find((one) => one.row.persona.name === row.persona)!;
      expect(row.people).toBe(lane.score!.n);
      const { perPerson } = figureOf(lane.score!);
      // The query rounds to one digit, which moves it by half of one at most.
      if (perPerson !== null) expect(Math.abs(Number(row.nps) - perPerson)).toBeLessThanOrEqual(0.05 + 1e-9);
    }
  });

  test('of the spread of its scores', async () => {
    const rows = await told(SPREAD);
    for (const { wave, lanes } of waves) {
      const lane = lanes.find(({ row }) => row.persona.id === 'end_user');
      const counts = Array.from({ length: 11 }, () => 0);
      for (const row of rows.filter((one) => one.wave === wave.name))
        counts[Number(row.score)]! += Number(row.people);
      expect(counts).toEqual(lane!.score!.histogram);
    }
  });

  test('of how far two personas are apart at each account', async () => {
    const rows = await told(APART);
    for (const { wave, lanes } of waves) {
      const accounts = await readAccountSamples(open.house.db, workspace, { wave, lanes });
      const both = [...accounts.values()].flatMap((samples) => {
        const [users, buyers] = ['end_user', 'buyer'].map((id) => samples.find((of) => of.persona.id === id));
        return users?.within && buyers ? [{ account: users.within.name, users, buyers }] : [];
      });
      const found = rows.filter((row) => row.wave === wave.name);
      expect(found.map(({ account }) => account).toSorted()).toEqual(
        both.map(({ account }) => account).toSorted(),
      );
      for (const { account, users, buyers } of both) {
        const row = found.find((one) => one.account === account)!;
        expect([row.end_users_heard, row.buyers_heard]).toEqual([users.n, buyers.n]);
        expect(row.end_users).toBeCloseTo(meanOf(users), 9);
        expect(row.buyers).toBeCloseTo(meanOf(buyers), 9);
        expect(row.apart).toBeCloseTo(meanOf(buyers) - meanOf(users), 9);
      }
    }
  });

  test.each([
    ['Meridian Foods', -5.4],
    ['Nilgiri Tea Exchange', -0.25],
    ['Longqiao Packaging', -4.25],
  ])('%s in autumn: %s', async (account, apart) => {
    const row = (await told(APART)).find((one) => one.account === account && one.wave === 'Autumn 2026')!;
    expect(row.apart).toBeCloseTo(apart, 9);
  });
});

/** Of ONE persona at one account, over the answers of 0 to 10 that the product counts there. */
function meanOf({ histogram, n }: Sample): number {
  return histogram.reduce((sum, people, score) => sum + people * score, 0) / n;
}
