import { expect, test } from 'vitest';
import { type Away, standInFor } from './away.ts';

const away = (memberId: string, deputyId: string, fromDay = '2026-12-01', toDay = '2026-12-10'): Away => ({
  ...{ id: memberId, memberId, deputyId, fromDay, toDay },
});
const on = (aways: Away[], day = '2026-12-05') => standInFor('ann', aways, day);

test('work stays with whoever is there', () => {
  expect(on([])).toEqual({ ownerId: 'ann', instead: null });
  expect(on([away('bo', 'ann')])).toEqual({ ownerId: 'ann', instead: null });
});

test('the deputy gets it on the first and on the last day, and not the day before or after', () => {
  const aways = [away('ann', 'bo')];
  for (const day of ['2026-12-01', '2026-12-10'])
    expect(on(aways, day)).toEqual({ ownerId: 'bo', instead: { of: 'ann', until: '2026-12-10' } });
  for (const day of ['2026-11-30', '2026-12-11'])
    expect(on(aways, day)).toEqual({ ownerId: 'ann', instead: null });
});

test('where the deputy is away too their deputy gets it', () => {
  expect(on([away('ann', 'bo'), away('bo', 'cy')])).toMatchObject({ ownerId: 'cy', instead: { of: 'ann' } });
});

test('where all of a ring are away it stays with whom it was meant for', () => {
  expect(on([away('ann', 'bo'), away('bo', 'cy'), away('cy', 'bo')])).toEqual({
    ownerId: 'ann',
    instead: null,
  });
  expect(on([away('ann', 'bo'), away('bo', 'ann')])).toEqual({ ownerId: 'ann', instead: null });
});
