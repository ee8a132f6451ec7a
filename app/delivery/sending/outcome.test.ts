import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { soon } from './outcome.ts';

describe('what a mail came to', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is written down at once when it is hurried, and once only', async () => {
    const write = vi.fn(() => Promise.resolve());
    const { settled, hurry } = soon(write);
    expect(write).not.toHaveBeenCalled();
    hurry();
    hurry();
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

  test('that could not be written down is heard of by whoever waits', async () => {
    const { settled, hurry } = soon(() => Promise.reject(new Error('no database')));
    hurry();
    await expect(settled).rejects.toThrow('no database');
  });
});
