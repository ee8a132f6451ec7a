import { expect, test } from 'vitest';
import { funnelOf } from './funnel.ts';

const TEN = { known: 12, invited: 11, delivered: 10, began: 8, heard: 6, heardTold: '6' };

test('each step is so many of the step before', () => {
  expect(funnelOf(TEN).map(({ step, told, of }) => [step, told, of?.step, of?.people])).toEqual([
    ['known', '12', undefined, undefined],
    ['invited', '11', 'known', 12],
    ['delivered', '10', 'invited', 11],
    ['began', '8', 'delivered', 10],
    ['answered', '6', 'began', 8],
  ]);
});

test('what is not told is no step, and what follows is of the one before it', () => {
  const quiet = funnelOf({ ...TEN, began: null, heard: 5, heardTold: '5 to 9' });
  expect(quiet.at(-1)).toEqual({
    step: 'answered',
    people: 5,
    told: '5 to 9',
    of: { step: 'delivered', people: 10 },
  });
  expect(quiet.map(({ step }) => step)).not.toContain('began');
});

test('whoever came in another way is no part of those who were reached', () => {
  expect(funnelOf({ ...TEN, delivered: 3, began: 8 })[3]).toMatchObject({ step: 'began', of: null });
});
