import { expect, test } from 'vitest';
import { answerWithoutScript } from '#tests/chaos/without-script.ts';

test('a survey of several pages is answered by forms alone, without cookies and from no origin', async () => {
  expect((await answerWithoutScript({ engine: 'sqlite', people: 6, inBrowser: 0 })).broken).toEqual([]);
}, 120_000);
