import { describe, expect, test } from 'vitest';
import { killAtEach } from '#tests/chaos/exhaustive.ts';
import { ENGINES } from '#tests/support/databases.ts';

describe.each(ENGINES)('a sender that is killed at one step after the other, on %s', (engine) => {
  test('leaves each message as it can be told, wherever that was', async () => {
    const { figures, broken } = await killAtEach({ engine, recipients: 2, every: 17 });
    expect(broken).toEqual([]);
    expect(figures.kills).toBeGreaterThan(0);
  }, 120_000);
});
