import { describe, expect, test } from 'vitest';
import { pauseSending } from '#tests/chaos/pause.ts';
import { ENGINES } from '#tests/support/databases.ts';

describe.each(ENGINES)('a mailing that is held up and let go on, on %s', (engine) => {
  test('sends no more than what was on its way, and in the end everybody has one', async () => {
    const senders = engine === 'postgres' ? 2 : 1;
    const { broken } = await pauseSending({ engine, senders, cycles: 3, recipients: 160 });
    expect(broken).toEqual([]);
  }, 120_000);
});
