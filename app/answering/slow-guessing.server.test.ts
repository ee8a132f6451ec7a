import { expect, test } from 'vitest';
import { FixedClock, MINUTE } from '#app/platform/clock.ts';
import { FREE_GUESSES } from './guess-counter.ts';
import { DELAY, MOST_WAITING, slowGuessing } from './slow-guessing.server.ts';

const unknown = { status: 404, headers: { 'cache-control': 'no-store' }, body: 'This link opens nothing.' };
const known = { status: 200, headers: {}, body: 'A question' };
const guesser = { peer: '203.0.113.7', forwarded: '' };

/** A guesser who has used up what is free, with every wait held until `release`. */
async function guessedOut() {
  const clock = new FixedClock('2026-11-02T09:00:00Z');
  const waits: number[] = [];
  const held: (() => void)[] = [];
  const slow = slowGuessing(clock, (ms) => {
    waits.push(ms);
    return new Promise<void>((resolve) => held.push(resolve));
  });
  for (let i = 0; i < FREE_GUESSES; i += 1) expect(await slow(guesser, unknown)).toBe(unknown);
  const release = () => {
    for (const resolve of held.splice(0)) resolve();
  };
  return { clock, slow, waits, release };
}

test('the guess after the fiftieth waits for its answer, which is the same', async () => {
  const { slow, waits, release } = await guessedOut();
  expect(waits).toEqual([]);
  const late = slow(guesser, unknown);
  expect(waits).toEqual([DELAY]);
  release();
  expect(await late).toBe(unknown);
});

test('a link that opens is never slowed, also from the same address', async () => {
  const { slow, waits } = await guessedOut();
  expect(await slow(guesser, known)).toBe(known);
  expect(await slow(guesser, { ...known, status: 409 })).toMatchObject({ status: 409 });
  expect(waits).toEqual([]);
});

test('a bounded number waits; the next one is told to come back, on the same page, until there is room', async () => {
  const { slow, waits, release } = await guessedOut();
  const late = Array.from({ length: MOST_WAITING }, () => slow(guesser, unknown));
  const refused = await slow(guesser, unknown);
  expect(refused).toEqual({
    ...unknown,
    status: 429,
    headers: { 'cache-control': 'no-store', 'retry-after': '60' },
  });
  expect(waits).toHaveLength(MOST_WAITING);
  release();
  for (const one of late) expect(await one).toBe(unknown);
  const again = slow(guesser, unknown);
  expect(waits).toHaveLength(MOST_WAITING + 1);
  release();
  await again;
});

test('two quiet minutes make it quick again', async () => {
  const { clock, slow, waits } = await guessedOut();
  clock.advance(2 * MINUTE);
  expect(await slow(guesser, unknown)).toBe(unknown);
  expect(waits).toEqual([]);
});

test('behind a proxy the visitor is counted, not the proxy; a header from elsewhere is not believed', async () => {
  const { slow, waits, release } = await guessedOut();
  const spoofing = slow({ ...guesser, forwarded: '198.51.100.1' }, unknown);
  expect(waits).toEqual([DELAY]);
  release();
  await spoofing;
  const proxy = (forwarded: string) => slow({ peer: '10.0.0.2', forwarded }, unknown);
  for (let i = 0; i < FREE_GUESSES; i += 1) await proxy('192.0.2.1, 198.51.100.9');
  const late = proxy('192.0.2.2, 198.51.100.9');
  expect(waits).toHaveLength(2);
  release();
  await late;
  expect(await proxy('198.51.100.9, 192.0.2.1')).toBe(unknown);
  expect(waits).toHaveLength(2);
});

test('a clock without a wait of its own answers after a second', async () => {
  const slow = slowGuessing(new FixedClock('2026-11-02T09:00:00Z'));
  for (let i = 0; i < FREE_GUESSES; i += 1) await slow(guesser, unknown);
  const begun = performance.now();
  await slow(guesser, unknown);
  expect(performance.now() - begun).toBeGreaterThan(DELAY - 50);
});
