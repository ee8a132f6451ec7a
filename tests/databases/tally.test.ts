import { expect, test } from 'vitest';
import type { Db } from '#app/platform/db.server.ts';
import { anotherDesk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { heardWave } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';

/** Counts by account and score, from the tally and from the rows it stands for. */
async function both(db: Db, workspaceId: string, personaId: string) {
  const kept = await db
    .selectFrom('answer_tally')
    .select(['account_id', 'value', 'people'])
    .where('workspace_id', '=', workspaceId)
    .where('persona_id', '=', personaId)
    .execute();
  const counted = await db
    .selectFrom('answer')
    .innerJoin('response', (on) =>
      on
        .onRef('response.workspace_id', '=', 'answer.workspace_id')
        .onRef('response.id', '=', 'answer.response_id'),
    )
    .select((eb) => ['response.account_id', 'answer.score', eb.fn.countAll<number>().as('rows')])
    .where('answer.workspace_id', '=', workspaceId)
    .where('answer.persona_id', '=', personaId)
    .groupBy(['response.account_id', 'answer.score'])
    .execute();
  return {
    tally: kept.map(({ account_id, value, people }) => `${account_id} ${value}: ${people}`).sort(),
    rows: counted.map(({ account_id, score, rows }) => `${account_id} ${score}: ${Number(rows)}`).sort(),
  };
}

async function heardOf(db: Db, workspaceId: string, personaId: string): Promise<number> {
  const lanes = await db
    .selectFrom('lane_heard')
    .select('responses')
    .where('workspace_id', '=', workspaceId)
    .where('persona_id', '=', personaId)
    .execute();
  return lanes.reduce((sum, { responses }) => sum + responses, 0);
}

test.each(ENGINES)(
  'the tally equals the answers it stands for, persona by persona, on %s',
  async (engine) => {
    const open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
    const desk = await anotherDesk(open.house, 'Tally');
    const scores = { end_user: [9, 9, 9, 10, 0, 3, 7, 7], buyer: [3, 3, 10] };
    await heardWave(desk, scores);
    for (const [personaId, given] of Object.entries(scores)) {
      expect(await heardOf(open.house.db, desk.workspace.id, personaId)).toBe(given.length);
      const { tally, rows } = await both(open.house.db, desk.workspace.id, personaId);
      expect(tally).toEqual(rows);
      expect(rows).toHaveLength(given.length);
    }
    await open.close();
  },
);
