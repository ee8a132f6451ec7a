import { describe, expect, test } from 'vitest';
import { HOUR } from '#app/platform/clock.ts';
import { chaosOfWebhooks } from '#tests/chaos/webhooks.ts';
import { ENGINES } from '#tests/support/databases.ts';

describe.each(ENGINES)('npm run chaos:webhooks in small, on %s', (engine) => {
  test('nothing is lost while one is down for a day, one hangs and processes die', async () => {
    const { figures, broken } = await chaosOfWebhooks({ engine, events: 300, down: 24 * HOUR, kills: 3 });
    expect(broken).toEqual([]);
    expect(figures).toMatchObject({ lost: 0, forged: 0 });
  }, 120_000);
});
