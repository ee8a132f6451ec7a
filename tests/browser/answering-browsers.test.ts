import { expect, it } from 'vitest';
import { scanLinks } from '#tests/chaos/scanners.ts';
import { answerWithoutScript } from '#tests/chaos/without-script.ts';

it('a browser with JavaScript turned off answers a survey of several pages', async () => {
  expect((await answerWithoutScript({ engine: 'sqlite', people: 0, inBrowser: 1 })).broken).toEqual([]);
});

it('a browser that runs every script of a page and presses nothing writes nothing', async () => {
  expect((await scanLinks({ engine: 'sqlite', links: 2, inBrowser: 2, stay: 2000 })).broken).toEqual([]);
});
