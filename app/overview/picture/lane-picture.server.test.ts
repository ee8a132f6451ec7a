import { expect, test } from 'vitest';
import { openTypesetter } from '../type/typesetter.server.ts';
import { SCORE_ROOM, scoreStyle } from './lane-picture.server.ts';

const set = await openTypesetter();

test.each(['+100', '−100', '0', '94 points apart', '200 points apart', 'Not heard', 'No score', '0 0 0 10'])(
  '“%s” stands whole beside its line',
  (score) => {
    const style = scoreStyle(set, score);
    expect(set.width(score, style)).toBeLessThanOrEqual(SCORE_ROOM);
    expect(set.lines(score, style, SCORE_ROOM, 1)).toEqual([score]);
  },
);

test('a score is the largest word of the picture', () => {
  expect(scoreStyle(set, '−100').size).toBe(112);
  expect(scoreStyle(set, '94 points apart').size).toBeLessThan(56);
});
