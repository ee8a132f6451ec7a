import { describe, expect, test } from 'vitest';
import { chaosOfAnswers } from '#tests/chaos/answers.ts';
import { ENGINES } from '#tests/support/databases.ts';

/** How quickly a page is back is a figure of the full run: here other tests take the processor from it. */
const SOME_TIME = 60_000;

describe.each(ENGINES)('a server that is killed while people answer, on %s', (engine) => {
  test('has kept all that it acknowledged, once, and nothing by halves', async () => {
    const chaos = { engine, respondents: 30, kills: 2, backWithin: SOME_TIME };
    const { figures, broken } = await chaosOfAnswers(chaos);
    expect(broken).toEqual([]);
    expect(figures).toMatchObject({ acknowledged: 27, responses: 27, saves_acknowledged: 3 });
  }, 240_000);
});
