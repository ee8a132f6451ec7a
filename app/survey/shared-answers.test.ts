import { expect, test } from 'vitest';
import { strictestOf } from './shared-answers.ts';

test.each([
  [[], 'held'],
  [[{}], 'held'],
  [[{ shared: 'counted' }], 'counted'],
  [[{ shared: 'counted' }, { shared: 'counted' }], 'counted'],
  [[{ shared: 'counted' }, {}], 'held'],
  [[{ shared: 'held' }, { shared: 'counted' }], 'held'],
] as const)('of %j the strictest says what becomes of the answers: %s', (sets, expected) => {
  expect(strictestOf(sets)).toBe(expected);
});
