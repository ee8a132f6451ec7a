import { describe, expect, test } from 'vitest';
import { canTrace, proveDurable } from '#tests/chaos/durable.ts';
import { ENGINES } from '#tests/support/databases.ts';

/** A machine without strace, or a container that forbids it, shows this by the settings alone (tests/databases). */
describe.runIf(canTrace()).each(ENGINES)('what is acknowledged on %s', (engine) => {
  test('was forced to the disk before', async () => {
    expect((await proveDurable({ engine, submits: 8 })).broken).toEqual([]);
  }, 120_000);

  test('would not have been with less, and the proof sees it', async () => {
    const { broken } = await proveDurable({ engine, submits: 8, spoiled: true });
    expect(broken).toContain('each was on the disk before it was said');
  }, 120_000);
});
