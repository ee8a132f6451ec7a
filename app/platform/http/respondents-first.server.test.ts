import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { behindRespondents, countRespondent } from './respondents-first.server.ts';
import { streamText } from './stream-text.server.ts';

/** What happened, in order. */
let said: string[] = [];
const say = (words: string) => () => void said.push(words);

test('what is long goes on once the respondents have their pages', async () => {
  said = [];
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const pages = [first, second].map(({ promise }) => countRespondent(promise.then(say('a page'))));
  const long = behindRespondents()().then(say('the next piece'));
  first.resolve();
  await pages[0];
  second.resolve();
  await Promise.all([...pages, long]);
  expect(said).toEqual(['a page', 'a page', 'the next piece']);
});

test('and goes on all the same where somebody waits for ever, also when their page failed', async () => {
  const stuck = Promise.withResolvers<void>();
  const page = countRespondent(stuck.promise);
  await behindRespondents()();
  stuck.reject(new Error('no page'));
  await expect(page).rejects.toThrow('no page');
  said = [];
  await Promise.all([behindRespondents()().then(say('the next piece')), pause(15).then(say('a while'))]);
  expect(said).toEqual(['the next piece', 'a while']);
});

test('while they keep coming, what is long rests as long as it worked; once nobody has come for a while it does not', async () => {
  const restAfterWork = async () => {
    const goOn = behindRespondents();
    await pause(15);
    const since = performance.now();
    await goOn();
    return performance.now() - since;
  };
  await countRespondent(Promise.resolve());
  expect(await restAfterWork()).toBeGreaterThan(12);
  await pause(300);
  expect(await restAfterWork()).toBeLessThan(12);
});

test('a file that is written piece by piece lets them in between its pieces', async () => {
  said = [];
  async function* pieces() {
    for (const piece of ['one', 'two', 'three']) {
      said.push(piece);
      yield piece;
    }
  }
  const { promise, resolve } = Promise.withResolvers<void>();
  const page = countRespondent(promise.then(say('a page')));
  const text = new Response(streamText({ behindRespondents }, pieces())).text();
  setImmediate(resolve);
  await Promise.all([page, text]);
  expect(said[0]).toBe('a page');
  expect(await text).toBe('onetwothree');
});
