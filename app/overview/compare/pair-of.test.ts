import { expect, test } from 'vitest';
import { type Comparable, comparableWith, pairOf } from './pair-of.ts';

const wave = (id: string, sentAt: number, more: Partial<Comparable> = {}): Comparable => ({
  ...{ id, name: id, programmeId: 'p', programmeName: 'How we are doing', kind: 'asked', sentAt, ...more },
});
const spring = wave('spring', 1);
const autumn = wave('autumn', 2);
const other = wave('other', 3, { programmeId: 'q', programmeName: 'New accounts' });
const link = wave('link', 4, { kind: 'link' });
const WAVES = [link, other, autumn, spring];

test('two waves of one programme are compared in the order they were sent, whichever is named first', () => {
  const pair = { kind: 'pair', later: autumn, earlier: spring };
  expect(pairOf(WAVES, { waveId: 'autumn', withId: 'spring' })).toEqual(pair);
  expect(pairOf(WAVES, { waveId: 'spring', withId: 'autumn' })).toEqual(pair);
});

test.each([
  ['other', 'they were asked for different reasons'],
  ['link', 'another population'],
  ['autumn', 'nothing to tell about itself'],
])('beside %s nothing is told, and why', (withId, why) => {
  expect(pairOf(WAVES, { waveId: 'autumn', withId })).toMatchObject({
    kind: 'apart',
    message: expect.stringContaining(why),
  });
});

test('a wave that is not there is unknown', () => {
  expect(pairOf(WAVES, { waveId: 'autumn', withId: '' })).toEqual({ kind: 'unknown' });
});

test('only earlier waves of the programme are offered', () => {
  expect(comparableWith(WAVES, autumn)).toEqual([spring]);
  expect(comparableWith(WAVES, link)).toEqual([]);
});
