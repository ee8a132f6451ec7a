import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FixedClock } from './clock.ts';
import { createIds, firstIdAt, fromSlug, toSlug } from './ids.ts';

const random = (size: number) => crypto.getRandomValues(new Uint8Array(size));

test('ids sort by the time they were made', () => {
  const clock = new FixedClock('2026-11-21T00:00:00Z');
  const ids = createIds(clock, random);
  const made = Array.from({ length: 50 }, () => {
    clock.advance(1);
    return ids.make();
  });
  expect([...made].sort()).toEqual(made);
  expect(made[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('what is made from a moment on sorts after its first id, and what was made before it does not', () => {
  const clock = new FixedClock('2026-11-21T00:00:00Z');
  const ids = createIds(clock, random);
  const before = ids.make();
  clock.advance(1);
  const first = firstIdAt(clock.now());
  expect(before < first).toBe(true);
  expect(first < ids.make()).toBe(true);
});

test('a slug leads back to its id, and only as its own kind', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(fromSlug('person', toSlug('person', id))).toBe(id);
      expect(fromSlug('account', toSlug('person', id))).toBeNull();
    }),
  );
});

test.each(['', 'p1', '01900000-0001-7000-8000', '0'.repeat(33), '01900000-0001-7000-8000-00000000000é'])(
  'what is no id has no slug: %j',
  (id) => expect(() => toSlug('person', id)).toThrow('is no id'),
);

test.each([
  '',
  'per_',
  'per_zzzzzzzzzzzzzzzzzzzzzzzzzz',
  'per_0i000000000000000000000000',
  "per_' or 1=1 --",
  undefined,
])('the slug %j is nobody', (slug) => expect(fromSlug('person', slug)).toBeNull());
