import { expect, test } from 'vitest';
import { FixedClock, MINUTE } from '#app/platform/clock.ts';
import { FREE_GUESSES } from './guess-counter.ts';
import { DELAY, MOST_WAITING, slowGuessing } from './slow-guessing.server.ts';

const guesser = { peer: '203.0.113.7', forwarded: '' };

/** A guesser who has used up what is free, with every wait held until `release`. */
async function guessedOut() {
  const clock = new FixedClock('2026-11-02T09:00:00Z');
  const waits: number[] = [];
  const held: (() => void)[] = [];
  const ask = slowGuessing(clock, (ms) => {
    waits.push(ms);
    return new Promise<void>((resolve) => held.push(resolve));
  });
  for (let i = 0; i < FREE_GUESSES; i += 1) expect(await ask(guesser)).toBe(true);
  const release = () => {
    for (const resolve of held.splice(0)) resolve();
  };
  return { clock, ask, waits, release };
}

test('the guess after the fiftieth waits for its answer', async () => {
  const { ask, waits, release } = await guessedOut();
  expect(waits).toEqual([]);
  const late = ask(guesser);
  expect(waits).toEqual([DELAY]);
  release();
  expect(await late).toBe(true);
});

test('a bounded number waits; the next one is told to come back, until there is room', async () => {
  const { ask, waits, release } = await guessedOut();
  const late = Array.from({ length: MOST_WAITING }, () => ask(guesser));
  expect(await ask(guesser)).toBe(false);
  expect(waits).toHaveLength(MOST_WAITING);
  release();
  for (const one of late) expect(await one).toBe(true);
  const again = ask(guesser);
  expect(waits).toHaveLength(MOST_WAITING + 1);
  release();
  await again;
});

test('two quiet minutes make it quick again', async () => {
  const { clock, ask, waits } = await guessedOut();
  clock.advance(2 * MINUTE);
  expect(await ask(guesser)).toBe(true);
  expect(waits).toEqual([]);
});

test('behind a proxy the visitor is counted, not the proxy; a header from elsewhere is not believed', async () => {
  const { ask, waits, release } = await guessedOut();
  const spoofing = ask({ ...guesser, forwarded: '198.51.100.1' });
  expect(waits).toEqual([DELAY]);
  release();
  await spoofing;
  const proxy = (forwarded: string) => ask({ peer: '10.0.0.2', forwarded });
  for (let i = 0; i < FREE_GUESSES; i += 1) await proxy('192.0.2.1, 198.51.100.9');
  const late = proxy('192.0.2.2, 198.51.100.9');
  expect(waits).toHaveLength(2);
  release();
  await late;
  expect(await proxy('198.51.100.9, 192.0.2.1')).toBe(true);
  expect(waits).toHaveLength(2);
});
