import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { countAnswers } from '#app/results/count-answers.server.ts';
import { countLater } from '#app/results/count-later.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { figureOf } from '#app/results/figure.ts';
import { accountsOf } from '#app/results/gathered-sums.ts';
import { gridOf } from '#app/results/grid.ts';
import { listWaves, type WaveLine } from '#app/results/lane.store.server.ts';
import type { Countable } from '#app/results/lane-count.ts';
import { type Lane, readLanes } from '#app/results/read-lanes.server.ts';
import { readSample, type SampleOf } from '#app/results/read-sample.server.ts';
import { readTally } from '#app/results/read-tally.server.ts';
import { mintSample, type Sample } from '#app/results/sample.ts';
import { valuesOf } from '#app/results/scale.ts';
import { sharesOf } from '#app/results/shares.ts';
import { spreadOf } from '#app/results/spread.ts';
import { readAnswer, tallyValues } from '#app/survey/read-answer.ts';
import { hearSet } from '#tests/support/asked-set.ts';
import { anotherDesk, type Desk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';
import { everyKind, goodFields } from '#tests/support/surveys.ts';

const PERSONAS = ['buyer', 'end_user'] as const;
/** Few, so that several people answer from one; a large one; and some from an account nobody named. */
const account = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5') },
  { weight: 3, arbitrary: fc.constant('a6') },
  { weight: 1, arbitrary: fc.constant(null) },
);
const response = fc.record({
  personaId: fc.constantFrom(...PERSONAS),
  account,
  fields: fc.tuple(...everyKind.map(goodFields)),
});
/** Some answers, and when they are counted: with the transaction, a while later, or not yet. */
const burst = fc.record({
  how: fc.constantFrom('at once', 'counted', 'waiting'),
  responses: fc.array(response, { minLength: 1, maxLength: 6 }),
});

type Drawn = typeof response extends fc.Arbitrary<infer R> ? R : never;

function countable(desk: Desk, lanes: readonly Lane[], drawn: Drawn, isNamed: boolean): Countable {
  const lane = lanes.find(({ row }) => row.persona.id === drawn.personaId)!;
  const given = new Map(drawn.fields.flat());
  return {
    responseId: desk.house.ids.make(),
    waveId: lane.row.waveId,
    personaId: drawn.personaId,
    surveyVersionId: lane.row.surveyVersionId,
    accountId: isNamed ? (drawn.account ?? 'a1') : drawn.account,
    answers: everyKind.flatMap((question) => {
      const read = readAnswer(question, given);
      return read.kind === 'answered'
        ? [{ questionKey: question.key, values: tallyValues(question, read.value) }]
        : [];
    }),
  };
}

/** The same sample as the tally gives it, account by account: what the sums stand for. */
async function fromTally(desk: Desk, of: SampleOf, sample: Sample): Promise<Sample> {
  const pin = { waveId: of.wave.id, personaId: of.lane.persona.id, questionKey: of.question.key };
  const rows = await readTally(desk.house.db, desk.workspace, pin);
  const values = valuesOf(sample.question.scale, sample.question.options ?? []);
  const { persona, wave, question, known, invited, confidentiality, declined } = sample;
  const accounts = accountsOf(rows, of.question, values);
  return mintSample({ persona, wave, question, accounts, known, invited, confidentiality, declined });
}

/** All that is ever told of a sample. */
function told(sample: Sample, { question }: SampleOf): unknown {
  const { view } = question.reading;
  if (view === 'score') return figureOf(sample as never);
  if (view === 'grid') return gridOf(sample as never);
  return view === 'spread' ? spreadOf(sample as never) : sharesOf(sample as never);
}

async function expectEqual(desk: Desk, wave: WaveLine): Promise<number> {
  const { db } = desk.house;
  let compared = 0;
  for (const lane of await readLanes(db, desk.workspace, wave))
    for (const question of lane.questions) {
      const of = { wave, lane: { ...lane.row, known: null }, invited: null, question };
      const sample = await readSample(db, desk.workspace, of);
      expect(told(sample, of)).toEqual(told(await fromTally(desk, of, sample), of));
      compared += sample.n;
    }
  return compared;
}

test.each(ENGINES)(
  'whatever is answered, and whenever it is counted, a figure from the sums is that of the tally to the last bit, on %s',
  async (engine) => {
    const open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
    const desk = await anotherDesk(open.house, 'Sums');
    const { waveId } = await hearSet(desk, everyKind, { buyer: [], end_user: [] });
    const { db } = open.house;
    await db.updateTable('wave').set({ state: 'open', sent_at: 1 }).where('id', '=', waveId).execute();
    const wave = (await listWaves(db, desk.workspace)).find(({ id }) => id === waveId)!;
    const lanes = await readLanes(db, desk.workspace, wave);
    const bursts = fc.sample(burst, { numRuns: 24, seed: 11 });
    let compared = 0;
    for (const [at, { how, responses }] of bursts.entries()) {
      // An account that nobody named silences all that counts accounts: it comes last.
      const kept = responses.map((one) => countable(desk, lanes, one, at < 18));
      const count = how === 'at once' ? countAnswers : countLater;
      await inTransaction(db, (tx) => count(tx, desk.workspace, kept));
      if (how === 'counted') await countWaiting(open.house);
      if (at % 3 === 2) compared += await expectEqual(desk, wave);
    }
    expect(compared).toBeGreaterThan(500);
    await open.close();
  },
);
