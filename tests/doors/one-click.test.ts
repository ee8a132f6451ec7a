import { describe, expect, test } from 'vitest';
import { pressOnce } from '#tests/chaos/one-click.ts';
import { ENGINES } from '#tests/support/databases.ts';

describe.each(ENGINES)('the one click of a mail program, on %s', (engine) => {
  test('stops, once and at once, whatever form it comes in; looking at it changes nothing', async () => {
    expect((await pressOnce({ engine, people: 20 })).broken).toEqual([]);
  }, 120_000);
});
