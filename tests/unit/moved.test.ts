import { describe, expect, it } from 'vitest';
import { isSameGap, movedIn } from '#tests/support/moved.ts';

const page = (body: string) => `<html><body><main>${body}</main></body></html>`;
const inPage = (before: string, after: string) => movedIn('text/html', page(before), page(after));

/** The tests of every door lean on this: it must see a blend wherever one could hide. */
describe('what moved, and whose it says it is', () => {
  const lanes = (endUsers: number, buyers: number) =>
    `<section><h3>End-users</h3><p>${endUsers}</p></section><section><h3>Buyers</h3><p>${buyers}</p></section>`;

  it('is nothing between two answers that are the same', () => {
    expect(inPage(lanes(30, -20), lanes(30, -20))).toEqual([]);
  });

  it('is of one persona in its own lane', () => {
    expect(inPage(lanes(30, -20), lanes(50, 0)).map(({ personas }) => personas)).toEqual([
      ['end_user'],
      ['buyer'],
    ]);
  });

  it.each([
    ['a number of its own', (n: number) => `${lanes(1, 2)}<p>Overall ${n}</p>`],
    ['a number in a sentence that names both', (n: number) => `<p>End-users and buyers: ${n}</p>`],
    ['the length of a bar', (n: number) => `${lanes(1, 2)}<svg><rect width="${n}"></rect></svg>`],
    ['a colour', (n: number) => `${lanes(1, 2)}<i style="color:${n > 7 ? 'red' : 'blue'}"></i>`],
    ['a word for those who do not see', (n: number) => `${lanes(1, 2)}<i aria-label="Score ${n}"></i>`],
    ['one mark more', (n: number) => `${lanes(1, 2)}<ul>${'<li></li>'.repeat(n)}</ul>`],
  ])('is of nobody, or of two, where the blend is %s', (_, blend) => {
    const moved = inPage(blend(5), blend(9));
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.every(({ personas }) => personas.length === 1)).toBe(false);
    expect(moved.some(isSameGap)).toBe(false);
  });

  it('is of one in a part of the data that has one, and of both beside the parts', () => {
    const by = (a: number) => ['buyer', 'end_user'].map((persona) => ({ persona, score: a }));
    const data = (a: number, all: number) => JSON.stringify({ by: by(a), all });
    const moved = movedIn('application/json', data(1, 5), data(2, 6));
    const both = ['end_user', 'buyer'];
    expect(moved.map(({ personas }) => personas)).toEqual([['buyer'], ['end_user'], both]);
  });

  it('is of nobody in a line of totals', () => {
    const file = (a: number, all: number) => `Persona,Score\nBuyer,${a}\nAll,${all}\n`;
    expect(movedIn('text/csv', file(1, 5), file(2, 6)).map(({ personas }) => personas)).toContainEqual([]);
  });

  it('is a gap only where the distance stands still', () => {
    const gap = (points: number, end: number) =>
      `<p>Gap: ${points} points, end-users +${end} over buyers</p>`;
    expect(inPage(gap(50, 30), gap(50, 40)).every(isSameGap)).toBe(true);
    expect(inPage(gap(50, 30), gap(60, 40)).some(isSameGap)).toBe(false);
  });
});
