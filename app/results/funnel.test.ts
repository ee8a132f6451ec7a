import { expect, test } from 'vitest';
import { funnelOf } from './funnel.ts';
import { toFunnelOut } from './wire/funnel-wire.ts';

const TEN = { known: 12, invited: 11, delivered: 10, began: 8, heard: 6, heardExactly: 6, heardTold: '6' };

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
  const quiet = funnelOf({ ...TEN, began: null, heard: 5, heardExactly: null, heardTold: '5 to 9' });
  expect(quiet.at(-1)).toEqual({
    step: 'answered',
    people: 5,
    exactly: null,
    told: '5 to 9',
    of: { step: 'delivered', people: 10 },
  });
  expect(quiet.map(({ step }) => step)).not.toContain('began');
});

test('whoever came in another way is no part of those who were reached', () => {
  expect(funnelOf({ ...TEN, delivered: 3, began: 8 })[3]).toMatchObject({ step: 'began', of: null });
});

test('the API tells no number where a band is told, and the number where it is', () => {
  const answered = (heard: number, heardExactly: number | null, heardTold: string) =>
    toFunnelOut(funnelOf({ ...TEN, heard, heardExactly, heardTold })).at(-1);
  expect(answered(5, null, '5 to 9')).toMatchObject({ people: null, told: '5 to 9' });
  expect(answered(0, null, 'too few to tell')).toMatchObject({ people: null, told: 'too few to tell' });
  expect(answered(6, 6, '6')).toMatchObject({ people: 6, told: '6' });
});
