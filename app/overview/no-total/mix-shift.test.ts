import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BASES, type PersonaBase } from '#app/persona/persona.ts';
import { type HeardTwice, mixShiftOf } from './mix-shift.ts';

function heard(counts: Partial<Record<PersonaBase, [earlier: number, later: number]>>): HeardTwice[] {
  return Object.entries(counts).map(([id, [earlier, later]]) => {
    const base = id as PersonaBase;
    return { persona: { id, base, name: id, plural: id }, earlier, later };
  });
}

test('more end-users and fewer buyers answered: both fall, and the line of a total rises', () => {
  const shift = mixShiftOf(heard({ end_user: [20, 60], buyer: [20, 5] }));
  expect(shift?.lanes.map(({ from, to }) => [from, to])).toEqual([
    [60, 50],
    [-20, -30],
  ]);
  expect(shift!.drawn.to).toBeGreaterThan(shift!.drawn.from);
});

test('who was heard only once has no fall to show, and nobody else takes their place', () => {
  expect(mixShiftOf(heard({ end_user: [20, 60], buyer: [20, 0] }))).toBeNull();
  const shift = mixShiftOf(heard({ end_user: [20, 60], influencer: [0, 9], buyer: [20, 5] }));
  expect(shift?.lanes.map(({ persona }) => persona.id)).toEqual(['end_user', 'buyer']);
});

test('the same people twice can show nothing of the kind', () => {
  expect(mixShiftOf(heard({ end_user: [20, 20], buyer: [7, 7] }))).toBeNull();
  expect(mixShiftOf(heard({ end_user: [1000, 1003], buyer: [70, 70] }))).toBeNull();
});

test('whatever the numbers are, each persona falls by the same and the line rises', () => {
  const counts = fc.record(
    Object.fromEntries(BASES.map((base) => [base, fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 300 }))])),
  ) as fc.Arbitrary<Record<PersonaBase, [number, number]>>;
  fc.assert(
    fc.property(counts, (given) => {
      const shift = mixShiftOf(heard(given));
      if (!shift) return;
      for (const { from, to } of shift.lanes) expect(from - to).toBe(shift.fall);
      expect(shift.drawn.to).toBeGreaterThan(shift.drawn.from);
      for (const at of [...shift.lanes.flatMap(({ from, to }) => [from, to]), ...Object.values(shift.drawn)])
        expect(Math.abs(at)).toBeLessThanOrEqual(100);
    }),
  );
});
