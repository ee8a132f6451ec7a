import { describe, expect, test } from 'vitest';
import { MOST_READ, mostReadFor, READ_UNASKED, unreadOf, unreadWords } from './each.ts';

describe('what takes reading many one by one', () => {
  test('is read of itself up to a size, further where the address asks for it, and never beyond', () => {
    expect([mostReadFor(null), mostReadFor('all'), mostReadFor('each')]).toEqual([
      ...[READ_UNASKED, READ_UNASKED, MOST_READ],
    ]);
    const sizes = { likeness: 12_000, panel: 2001, halves: 2000 };
    expect(unreadOf(sizes, mostReadFor(null))).toEqual({ onDemand: ['panel'], tooLarge: ['likeness'] });
    expect(unreadOf(sizes, mostReadFor('each'))).toEqual({ onDemand: [], tooLarge: ['likeness'] });
    expect(unreadOf({}, 0)).toEqual({ onDemand: [], tooLarge: [] });
  });

  test('says what is not there, and nothing where everything is', () => {
    expect(unreadWords({ onDemand: [], tooLarge: [] })).toEqual([]);
    expect(unreadWords({ onDemand: ['likeness', 'halves'], tooLarge: ['panel'] })).toEqual([
      'Not on this page yet, because it takes reading more than 2,000 people one by one: whether those heard are like the silent and the later half of the answers against the earlier.',
      'Not read, because it would take reading more than 10,000 people one by one: the same people of the wave before.',
    ]);
  });
});
