import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runners } from '#tests/support/reference/runners.ts';

const Case = z.object({
  id: z.string(),
  method: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()),
  tolerance: z.union([z.number(), z.record(z.string(), z.number())]),
});
const file = new URL('../../tests/reference/nps_reference.json', import.meta.url);
const { cases } = z.object({ cases: z.array(Case) }).parse(JSON.parse(readFileSync(file, 'utf8')));

describe('every reference case comes out as the reference file says', () => {
  test('the file is whole', () => {
    expect(cases).toHaveLength(125);
    expect(new Set(cases.map(({ method }) => method)).size).toBe(34);
  });

  test.each(cases)('$id ($method)', ({ method, inputs, expected, tolerance }) => {
    const run = runners[method];
    if (run === undefined) throw new Error(`No runner for ${method}: the method is not covered.`);
    const actual = run(inputs);
    for (const [field, wanted] of Object.entries(expected)) {
      const allowed = typeof tolerance === 'number' ? tolerance : (tolerance[field] ?? 0);
      expectWithin(actual[field], wanted, allowed, field);
    }
  });
});

/** The file prints ten decimals, so its own numbers are this far off. */
const PRINTED = 5e-11;

/** Numbers within the tolerance at any depth, everything else equal. */
function expectWithin(actual: unknown, wanted: unknown, tolerance: number, field: string): void {
  if (typeof wanted === 'number') {
    expect(actual, field).toBeTypeOf('number');
    expect(Math.abs(Number(actual) - wanted), `${field}: ${actual} for ${wanted}`).toBeLessThanOrEqual(
      tolerance + PRINTED,
    );
  } else if (wanted !== null && typeof wanted === 'object') {
    expect(actual, field).toBeTypeOf('object');
    expect(Object.keys(Object(actual)), field).toEqual(expect.arrayContaining(Object.keys(wanted)));
    for (const [key, value] of Object.entries(wanted)) {
      expectWithin(Object(actual)[key], value, tolerance, `${field}.${key}`);
    }
  } else {
    expect(actual, field).toBe(wanted);
  }
}
