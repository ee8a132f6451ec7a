import { describe, expect, test } from 'vitest';
import { hostileCases, sendHostileMail } from '#tests/chaos/hostile-mail.ts';

describe('hostile names, subjects, accounts and addresses', () => {
  test('make no other header, reach nobody else and break no line', async () => {
    expect((await sendHostileMail({ count: 60 })).broken).toEqual([]);
  }, 60_000);

  test('there are enough of them', () => {
    expect(hostileCases(10_000).length).toBeGreaterThan(200);
  });
});
