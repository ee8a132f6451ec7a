import { expect, test } from 'vitest';
import { HOUR } from '#app/platform/clock.ts';
import { medianHours } from './pace.ts';

test.each([
  [[], { n: 0, hours: null }],
  [[3], { n: 1, hours: 3 }],
  [[1, 9, 2], { n: 3, hours: 2 }],
  [[1, 2, 4, 100], { n: 4, hours: 3 }],
  [[0.26, 0.26], { n: 2, hours: 0.3 }],
])('of %j hours the median is %j', (hours, expected) => {
  expect(medianHours(hours.map((hour) => hour * HOUR))).toEqual(expected);
});
