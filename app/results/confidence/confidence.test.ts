import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandOf, bandWords } from './band.ts';
import { mayShow } from './may-show.ts';
import { CONFIDENCE, policyFor } from './policy.ts';
import { nextOpened, nextRelease, type ReleaseState } from './release.ts';

const K = CONFIDENCE.people;

describe('a cell', () => {
  test('is shown from five people on, where what it leaves of each parent is nobody or five', () => {
    expect(mayShow({ people: 4 })).toBe(false);
    expect(mayShow({ people: 5 })).toBe(true);
    expect(mayShow({ people: 5 }, [{ people: 9 }])).toBe(false);
    expect(mayShow({ people: 5 }, [{ people: 5 }, { people: 10 }])).toBe(true);
  });

  test('is not shown beside a released one that differs by fewer', () => {
    expect(mayShow({ people: 20 }, [], [4])).toBe(false);
    expect(mayShow({ people: 20 }, [], [0, 5])).toBe(true);
  });

  test('needs as many as the workspace raised it to', () => {
    expect(mayShow({ people: 7 }, [], [], policyFor({ showAnswers: 8 }))).toBe(false);
    expect(policyFor({ showAnswers: 3 }).people).toBe(K);
  });
});

/** Answers as they come, and whether the wave is over by then. */
const arrivals = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 40 });

describe('what is released', () => {
  test('changes by nobody or by five at a time, also at the end, and loses nobody then', () => {
    fc.assert(
      fc.property(arrivals, (come) => {
        let state: ReleaseState = { released: 0, staged: 0 };
        let live = 0;
        for (const [at, more] of come.entries()) {
          live += more;
          const isOver = at === come.length - 1;
          const before = state.released;
          state = moved(state, live, isOver);
          const change = state.released - before;
          expect(change === 0 || change >= K).toBe(true);
          if (isOver && live >= K) expect(state.released).toBe(live);
        }
      }),
    );
  });

  test('is one batch behind while answers come', () => {
    expect(nextRelease({ released: 0, staged: 0 }, 9, false)).toEqual({ kind: 'stage' });
    expect(nextRelease({ released: 0, staged: 9 }, 13, false)).toEqual({ kind: 'wait' });
    expect(nextRelease({ released: 0, staged: 9 }, 14, false)).toEqual({ kind: 'advance' });
    expect(nextRelease({ released: 9, staged: 14 }, 15, true)).toEqual({ kind: 'finish' });
    expect(nextRelease({ released: 15, staged: 15 }, 19, true)).toEqual({ kind: 'wait' });
  });

  test('of rows and texts ten together, and while answers may come with ten more behind them', () => {
    const batches = [6, 5, 7, 5].map((people, at) => ({ batch: at + 1, people }));
    const upTo = (shown: number, isOver: boolean, opened = 0) =>
      nextOpened(batches, { opened, shown }, isOver);
    expect(upTo(1, false)).toBeNull();
    expect(upTo(3, false)).toEqual({ batch: 2, people: 11 });
    expect(upTo(4, true)).toEqual({ batch: 4, people: 23 });
    expect(upTo(4, true, 2)).toEqual({ batch: 4, people: 23 });
    expect(upTo(4, true, 3)).toBeNull();
  });
});

function moved(state: ReleaseState, live: number, isOver: boolean): ReleaseState {
  const step = nextRelease(state, live, isOver);
  switch (step.kind) {
    case 'wait':
      return state;
    case 'stage':
      return { released: state.released, staged: live };
    case 'advance':
      return { released: state.staged, staged: live };
    case 'finish':
      return { released: live, staged: live };
    default:
      return step satisfies never;
  }
}

describe('how many', () => {
  test('is a band below thirty, and nothing below five', () => {
    expect([4, 5, 9, 10, 29, 30, 41].map((people) => bandWords(bandOf(people, CONFIDENCE)))).toEqual([
      ...['too few to tell', '5 to 9', '5 to 9', '10 to 19', '20 to 29', '30', '41'],
    ]);
    fc.assert(
      fc.property(fc.integer({ min: K, max: 200 }), (people) => {
        const { from, to } = bandOf(people, CONFIDENCE)!;
        expect(from <= people && people <= to && from >= K).toBe(true);
        expect(people >= 30 || to - from >= 4).toBe(true);
      }),
    );
  });

  test('is nothing below what the workspace asks for, and no band begins below that', () => {
    const told = (people: number) => bandWords(bandOf(people, policyFor({ showAnswers: 12 })));
    expect([9, 11, 12, 19, 20, 30].map(told)).toEqual([
      ...['too few to tell', 'too few to tell', '12 to 19', '12 to 19', '20 to 29', '30'],
    ]);
  });
});
