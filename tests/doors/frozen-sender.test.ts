import { describe, expect, test } from 'vitest';
import { freezeSenders } from '#tests/chaos/freeze.ts';
import { ENGINES } from '#tests/support/databases.ts';

describe.each(ENGINES)('a sender that stands still past its hold and goes on, on %s', (engine) => {
  test('sends nothing that another has sent, but what was in doubt', async () => {
    const mode = engine === 'postgres' ? 'hold' : 'resend-once';
    const { broken } = await freezeSenders({ engine, mode, recipients: 60, frozen: 1, hurried: true });
    expect(broken).toEqual([]);
  }, 120_000);
});
