import { expect, test } from 'vitest';
import { NO_WORK } from '#app/followup/queue/work.ts';
import { type Kept, keptWords } from './kept.ts';

const KEPT: Kept = {
  promise: 'The price list, with its reasons.',
  promiseOn: '2026-12-18',
  ...{ heard: 10, told: 0, isQuiet: false, letterOn: null, daysOver: 0, decisions: [], work: NO_WORK },
};

test('what is promised says by when, and what is not due yet is no fault', () => {
  expect(keptWords(KEPT)).toEqual({
    promised: 'The price list, with its reasons, by 18 December 2026',
    overdue: null,
    done: ['Not told yet.'],
    brief: { isPromised: true, promiseOn: '2026-12-18', deeds: null, decided: null },
  });
});

test('what is owed past its day leads, with how many and since when', () => {
  const { overdue, done } = keptWords({ ...KEPT, daysOver: 16 });
  expect(overdue).toBe('Nobody has heard back: promised for 18 December 2026, 16 days over.');
  expect(done).toEqual([]);
  expect(keptWords({ ...KEPT, told: 9, daysOver: 1 }).overdue).toBe(
    '1 of 10 has not heard back: promised for 18 December 2026, 1 day over.',
  );
});

test('what was done is people told, decisions and counts of work', () => {
  const kept = {
    ...KEPT,
    ...{ told: 10, letterOn: '2026-12-01', work: { open: 3, overdue: 1, done: 2, declined: 1 } },
    decisions: [
      { verdict: 'no', what: 'Monthly terms' },
      { verdict: 'do', what: 'A one-page list' },
    ] as const,
  };
  expect(keptWords(kept).brief.deeds).toBe('10 of 10 told, 2 decisions, 2 follow-ups done');
  expect(keptWords(kept).done).toEqual([
    'Told by letter on 1 December 2026: 10 of 10 who answered.',
    'Decided against: Monthly terms. 1 more decision before it.',
    'Follow-ups: 2 done, 1 declined, 3 open, 1 of them overdue.',
  ]);
  expect(keptWords(kept).brief.decided).toBe('Decided against: Monthly terms.');
  const counted = keptWords(kept, { shows: 'counts' });
  expect([counted.done[1], counted.brief.decided]).toEqual(['2 decisions made.', null]);
});
