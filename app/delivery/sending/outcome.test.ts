import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { soon } from './outcome.ts';

describe('what a mail came to', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is written down at once when something joins it, and once only', async () => {
    const write = vi.fn(() => Promise.resolve());
    const { settled, join } = soon(write);
    expect(write).not.toHaveBeenCalled();
    void join();
    expect(write).toHaveBeenCalledTimes(1);
    void join();
    await settled;
    await vi.advanceTimersByTimeAsync(1000);
    expect(write).toHaveBeenCalledTimes(1);
  });

  test('is written down by itself within ten milliseconds', async () => {
    const write = vi.fn(() => Promise.resolve());
    const { settled } = soon(write);
    await vi.advanceTimersByTimeAsync(10);
    await settled;
    expect(write).toHaveBeenCalledTimes(1);
  });

  test('that has begun already is waited for by what joins it', async () => {
    let end = (): void => undefined;
    const { join } = soon(() => new Promise<void>((resolve) => (end = resolve)));
    await vi.advanceTimersByTimeAsync(10);
    let isJoined = false;
    const joined = join().then(() => (isJoined = true));
    await vi.advanceTimersByTimeAsync(1);
    expect(isJoined).toBe(false);
    end();
    await joined;
  });

  test('that could not be written down is heard of by whoever waits', async () => {
    const { settled, join } = soon(() => Promise.reject(new Error('no database')));
    void join();
    await expect(settled).rejects.toThrow('no database');
  });
});
