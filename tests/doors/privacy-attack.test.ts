import { expect, test } from 'vitest';
import { policyFor } from '#app/results/confidence/policy.ts';
import { attackConfidence } from '#tests/privacy/attack.ts';

const SMALL = { engine: 'sqlite', people: 40, days: 1, seed: 7, watching: ['executive'] } as const;

test('whoever writes down everything that a permission opens learns of no group of fewer than five', async () => {
  const { figures, broken } = await attackConfidence(SMALL);
  expect(broken).toEqual([]);
  expect(figures).toMatchObject({ determined: 0 });
});

test('where numbers move with every answer, the same attack names whose answer it was', async () => {
  const policyOf = (thresholds: Parameters<typeof policyFor>[0]) => ({ ...policyFor(thresholds), people: 1 });
  const careless = { ...SMALL, people: 30, watching: ['cx'] as const, policyOf };
  const { figures, broken } = await attackConfidence(careless);
  expect(broken).toContain('no group of fewer than k has a determined sum, count or text');
  expect(figures.determined).toBeGreaterThan(0);
});
