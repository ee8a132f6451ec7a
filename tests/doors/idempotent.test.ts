import { describe, expect, test } from 'vitest';
import { loseReplies } from '#tests/chaos/lost-replies.ts';
import { ENGINES } from '#tests/support/databases.ts';

describe.each(ENGINES)('a reply that is lost after the answers were kept, on %s', (engine) => {
  test('and any number of presses after it leave one response, the first', async () => {
    expect((await loseReplies({ engine, people: 8 })).broken).toEqual([]);
  }, 120_000);
});
