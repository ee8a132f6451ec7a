import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from '#app/platform/db.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { listWaves } from '#app/results/lane.store.server.ts';
import { readLanes } from '#app/results/read-lanes.server.ts';
import { readQuestions } from '#app/results/read-questions.server.ts';
import { THRESHOLDS } from '#app/results/thresholds.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import type { Question } from '#app/survey/question.ts';
import { tallyValues } from '#app/survey/read-answer.ts';
import { type Form, hearSet } from '#tests/support/asked-set.ts';
import { anotherDesk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { heardWave } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';
import { everyKind, goodFields } from '#tests/support/surveys.ts';

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
    await countWaiting(open.house);
    for (const [personaId, given] of Object.entries(scores)) {
      expect(await heardOf(open.house.db, desk.workspace.id, personaId)).toBe(given.length);
      const { tally, rows } = await both(open.house.db, desk.workspace.id, personaId);
      expect(tally).toEqual(rows);
      expect(rows).toHaveLength(given.length);
    }
    await open.close();
  },
);

/** The tally made again from the kept answers, as `account question value: people`. */
async function recount(db: Db, workspaceId: string, questions: readonly Question[]): Promise<string[]> {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('response', (on) =>
      on
        .onRef('response.workspace_id', '=', 'answer.workspace_id')
        .onRef('response.id', '=', 'answer.response_id'),
    )
    .select([
      'response.account_id',
      'answer.question_key',
      'answer.score',
      'answer.choices',
      'answer.verbatim',
    ])
    .where('answer.workspace_id', '=', workspaceId)
    .where('answer.persona_id', '=', 'buyer')
    .execute();
  const people = new Map<string, number>();
  for (const row of rows) {
    const question = questions.find(({ key }) => key === row.question_key)!;
    const value = {
      score: row.score ?? undefined,
      choices: row.choices === null ? undefined : (JSON.parse(row.choices) as string[]),
      verbatim: row.verbatim ?? undefined,
    };
    for (const one of tallyValues(question, value)) {
      const cell = `${row.account_id} ${question.key} ${one}`;
      people.set(cell, (people.get(cell) ?? 0) + 1);
    }
  }
  return [...people].map(([cell, count]) => `${cell}: ${count}`).sort();
}

test.each(ENGINES)(
  'whatever is answered to whatever kind of question, the tally equals a recount and everybody is in it once, on %s',
  async (engine) => {
    const open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
    const desk = await anotherDesk(open.house, 'Every kind');
    const forms = fc
      .sample(fc.tuple(...everyKind.map(goodFields)), { numRuns: 25, seed: 7 })
      .map((drawn): Form => Object.fromEntries(drawn.flat()));
    await hearSet(desk, everyKind, { buyer: forms });
    const { db } = open.house;
    await countWaiting(open.house);
    const tally = await db
      .selectFrom('answer_tally')
      .select(['account_id', 'question_key', 'value', 'people'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('persona_id', '=', 'buyer')
      .execute();
    const kept = tally
      .map((row) => `${row.account_id} ${row.question_key} ${row.value}: ${row.people}`)
      .sort();
    expect(kept).toEqual(await recount(db, desk.workspace.id, everyKind));

    const [wave] = await listWaves(db, desk.workspace);
    const [lane] = await readLanes(db, desk.workspace, wave!);
    const results = await readQuestions(db, desk.workspace, { wave: wave!, lane: lane! }, THRESHOLDS);
    const answered = await countAnswered(db, desk.workspace.id);
    const told = [lane!.score!, ...results.map(factsOf)].map(({ question, n, declined }) => [
      question.key,
      n + (declined ?? 0),
    ]);
    const counted = everyKind.filter((one) => !['words', 'none'].includes(roomOf(one).reading(one).view));
    expect(told).toEqual(counted.map(({ key }) => [key, answered.get(key)]));
    await open.close();
  },
);

function factsOf(result: Awaited<ReturnType<typeof readQuestions>>[number]) {
  switch (result.view) {
    case 'score':
      return result.figure;
    case 'shares':
      return result.shares;
    case 'grid':
      return result.grid;
    case 'spread':
      return result.spread;
    default:
      return result satisfies never;
  }
}

/** How many answered each question, whatever they said. */
async function countAnswered(db: Db, workspaceId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('answer')
    .select((eb) => ['question_key', eb.fn.countAll<number>().as('people')])
    .where('workspace_id', '=', workspaceId)
    .groupBy('question_key')
    .execute();
  return new Map(rows.map(({ question_key, people }) => [question_key, Number(people)]));
}
