import { expect, test } from 'vitest';
import { countWays, layOutSnake, ROW } from './snake.ts';

const touch = (momentId: string, day: number) => ({
  momentId,
  momentName: momentId.toUpperCase(),
  at: Date.UTC(2027, 0, day),
});
const monthOf = (at: number) => new Date(at).toISOString().slice(0, 7);

test('a way forth, back and round is drawn in the order in which it happened', () => {
  const snake = layOutSnake([touch('a', 1), touch('b', 2), touch('a', 3), touch('a', 4)], monthOf);
  expect(snake.points.map(({ y }) => y)).toEqual([ROW / 2, ROW * 1.5, ROW / 2, ROW / 2]);
  const xs = snake.points.map(({ x }) => x);
  expect(xs).toEqual([...xs].sort((a, b) => a - b));
  expect(snake.points.map(({ words }) => words)).toEqual([
    '1. A',
    '2. B',
    '3. A, back again',
    '4. A, once more',
  ]);
  expect(snake.path.match(/C/g)).toHaveLength(3);
});

test('each moment has one line, by the first contact', () => {
  const snake = layOutSnake([touch('c', 1), touch('a', 2), touch('c', 3), touch('b', 4)], monthOf);
  expect(snake.rows.map(({ name }) => name)).toEqual(['C', 'A', 'B']);
});

test('steps are counted: first times, returns, and once more at the same moment', () => {
  const touches = ['a', 'b', 'a', 'a', 'c', 'b'].map((id, at) => touch(id, at + 1));
  expect(countWays(touches)).toEqual({ new: 3, back: 2, again: 1 });
});

test('a month is named where it begins and where there is room', () => {
  const early = [
    touch('a', 30),
    touch('b', 31),
    touch('a', 32),
    touch('b', 33),
    touch('a', 70),
    touch('b', 71),
  ];
  const { months } = layOutSnake(early, monthOf);
  expect(months.map(({ at }) => monthOf(at))).toEqual(['2027-01', '2027-03']);
});

test('nobody met us: nothing is drawn', () => {
  expect(layOutSnake([], monthOf)).toMatchObject({ points: [], path: '', rows: [], months: [] });
});
