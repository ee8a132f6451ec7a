import { describe, expect, it } from 'vitest';
import { decidedBy, mergeGiven, stillStanding } from '#app/answering/merge-given.ts';

const given = (fields: Record<string, string[]>) => new Map(Object.entries(fields));
const KEPT = given({ q1: ['9'], q2: ['_other'], 'q2.other': ['A lake'], q3: ['words'] });

describe('what was kept, with what a page says', () => {
  it('takes what the page shows from the page, also what was emptied on it', () => {
    const merged = mergeGiven(KEPT, given({ q2: ['o1'] }), new Set(['q2', 'q3']));
    expect(merged).toEqual(given({ q1: ['9'], q2: ['o1'] }));
  });

  it('takes nothing else from a page that only carries it', () => {
    expect(mergeGiven(KEPT, given({ q1: ['0'], q3: ['old'] }), new Set())).toEqual(KEPT);
  });

  it('adds what nobody had answered', () => {
    expect(mergeGiven(given({ q1: ['9'] }), given({ q4: ['o1'] }), new Set())).toEqual(
      given({ q1: ['9'], q4: ['o1'] }),
    );
  });
});

describe('what a page brings along', () => {
  it('still stands where nothing was answered otherwise, in whatever order', () => {
    const sent = given({ 'q2.other': ['A lake'], q2: ['_other'], q1: ['9'] });
    expect(stillStanding(sent, KEPT)).toEqual(sent);
  });

  it.each([
    ['another value', { q1: ['8'] }],
    ['a part less', { q2: ['_other'] }],
    ['a part more', { q1: ['9'], 'q1.declined': ['1'] }],
  ])('is behind by %s', (_, fields) => {
    expect(stillStanding(given(fields), KEPT).size).toBe(0);
  });
});

describe('a page decides', () => {
  const shown = new Set(['q1', 'q2']);
  it.each([
    ['all that it shows', {}, [], ['q1', 'q2']],
    ['nothing that it left blank for another device', { q2: [''] }, ['q2'], ['q1']],
    ['what was filled in over it', { q2: ['o1'] }, ['q2'], ['q1', 'q2']],
    ['that by any part of it', { 'q2.other': ['A lake'] }, ['q2'], ['q1', 'q2']],
    ['nothing that it does not show', { q7: ['1'] }, ['q7'], ['q1', 'q2']],
  ])('%s', (_, fields, elsewhere, decided) => {
    const sent = { given: given(fields), elsewhere: new Set(elsewhere) };
    expect([...decidedBy(shown, sent)]).toEqual(decided);
  });
});
