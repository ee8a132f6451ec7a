import { describe, expect, test } from 'vitest';
import { cells, sampleOf, springWave } from '#tests/support/samples.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { type BreakdownRow, breakDown, type GroupAnswers } from './breakdown.ts';

const about = { name: 'Region' };
const account = (id: string, answers: number[]) => ({ accountId: id, counts: cells(answers) });

function regions(given = {}) {
  const north = Array.from({ length: 10 }, (_, at) => account(`n${at}`, [9]));
  const south = Array.from({ length: 9 }, (_, at) => account(`s${at}`, [3]));
  const nowhere = [account('x', [7])];
  const accounts = [...north, ...south, ...nowhere];
  const whole = sampleOf([], { accounts, persona: 'buyer', ...given });
  const groups: GroupAnswers[] = [
    { group: null, accounts: nowhere, known: 2 },
    { group: { key: 'south', label: 'South' }, accounts: south, known: 12 },
    { group: { key: 'north', label: 'North' }, accounts: north, known: 10 },
  ];
  return { whole, groups };
}

const shown = (row: BreakdownRow | undefined) => {
  if (row?.kind !== 'shown') throw new Error('withheld');
  return row;
};

describe('one persona, group by group', () => {
  test('stands by name, says whose it is, and is held against everybody else of the persona', () => {
    const { whole, groups } = regions();
    const rows = breakDown(whole, groups, about, THRESHOLDS);
    expect(rows.map(({ title }) => title)).toEqual([
      'Buyers, Region: North',
      'Buyers, Region: South',
      'Buyers, Region: Not known',
    ]);
    const [north, south, unknown] = rows.map(shown);
    expect(north!.figure).toMatchObject({ score: 100, n: 10, known: 10, persona: { id: 'buyer' } });
    expect(north!.rest).toMatchObject({ kind: 'against', verdict: 'up' });
    expect(south!.rest).toMatchObject({
      kind: 'against',
      verdict: 'down',
      words: expect.stringMatching(/^below the rest, /),
    });
    expect(unknown!.figure).toMatchObject({ score: null, answers: [7] });
    expect(unknown!.rest).toMatchObject({ kind: 'too_few' });
  });

  test('an open wave shows figures and no difference', () => {
    const { whole, groups } = regions({ wave: { ...springWave, closedAt: null } });
    for (const row of breakDown(whole, groups, about, THRESHOLDS))
      expect(shown(row).rest).toMatchObject({ kind: 'wave_open', verdict: 'cant_tell' });
  });

  test('in confidence a small group is withheld with the one that would give it away, and nothing of it is told', () => {
    const { whole, groups } = regions({ confidentiality: 'confidential' });
    const rows = breakDown(whole, groups, about, THRESHOLDS);
    expect(rows.map(({ kind }) => kind)).toEqual(['shown', 'withheld', 'withheld']);
    for (const row of rows.slice(1))
      expect(Object.keys(row).sort()).toEqual(['key', 'kind', 'label', 'title']);
  });

  test('whoever was heard and was not known leaves the group without a list, not with more heard than known', () => {
    const { whole, groups } = regions();
    const fewer = groups.map((one) => ({ ...one, known: 1 }));
    expect(shown(breakDown(whole, fewer, about, THRESHOLDS)[0]).figure.known).toBeNull();
  });
});
