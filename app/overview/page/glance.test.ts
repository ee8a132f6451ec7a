import { describe, expect, test } from 'vitest';
import type { PersonaBase } from '#app/persona/persona.ts';
import { persona } from '#tests/support/samples.ts';
import type { KeptWords } from '../kept/kept.ts';
import { glanceOf } from './glance.ts';
import type { LaneView } from './lane-view.ts';

const NOBODY_OVERDUE = { first: [], more: 0 };
const brief = { isPromised: true, promiseOn: '2026-12-18', deeds: null, decided: null };

type Given = Omit<Partial<LaneView>, 'since' | 'kept'> & {
  since?: { verdict: 'up' | 'down' | 'same' | 'cant_tell'; words: string };
  kept?: Partial<KeptWords['brief']>;
};

function lane(base: PersonaBase, { since, kept, ...given }: Given = {}): LaneView {
  return {
    persona: persona(base),
    ...{ heard: 10, heardTold: '10', isQuiet: false, known: 12, invited: 12, figure: null, withheld: null },
    ...{ ruling: 'no_rule' as LaneView['ruling'], rule: null, said: null, sentence: '' },
    since: since ? { earlierName: 'Spring', from: '', to: '', ...since } : null,
    kept: kept ? { promised: '', overdue: null, done: [], brief: { ...brief, ...kept } } : null,
    ...given,
  };
}

const down = { verdict: 'down', words: 'down, the difference is between −85 and −4' } as const;
const up = { verdict: 'up', words: 'up, the difference is between +4 and +85' } as const;
const unsure = { verdict: 'cant_tell', words: 'can’t tell (between −33 and +17)' } as const;

function answers(lanes: LaneView[], rest: Partial<Parameters<typeof glanceOf>[0]> = {}) {
  const read = glanceOf({ lanes, silent: [], overdue: NOBODY_OVERDUE, isOpen: false, ...rest });
  const [fell, real, silent, promised, done] = read.map(({ value, more }) => [value, more]);
  return { fell, real, silent, promised, done };
}

describe('which persona fell, and whether it is real', () => {
  test('names those whose change leaves out 0, with what it is', () => {
    const { fell, real } = answers([
      lane('end_user', { since: up }),
      lane('influencer', { since: unsure }),
      lane('buyer', { since: down }),
    ]);
    expect(fell).toEqual(['Buyers', 'Rose: end-users.']);
    expect(real).toEqual([
      'Yes for end-users and buyers',
      'End-users up, the difference is between +4 and +85. Buyers down, the difference is between −85 and −4. Can’t tell for influencers.',
    ]);
  });

  test('calls nothing a fall that may be none', () => {
    const { fell, real } = answers([lane('end_user', { since: unsure }), lane('buyer', { since: unsure })]);
    expect(fell).toEqual(['None, as far as can be told', 'Rose: none.']);
    expect(real).toEqual([
      'Can’t tell',
      'For end-users and buyers. A change is real once its interval leaves out 0.',
    ]);
  });

  test('says so where everybody was heard both times and nothing moved', () => {
    const same = { verdict: 'same', words: 'the same, all heard both times' } as const;
    expect(answers([lane('buyer', { since: same })]).real).toEqual([
      'Yes: the same, all heard both times',
      null,
    ]);
  });

  test('says that a first wave has nothing to be compared with', () => {
    expect(answers([lane('buyer')]).fell).toEqual(['The first wave: nothing to compare with', null]);
  });
});

describe('who is silent', () => {
  const renewing = {
    key: 'a',
    persona: persona('buyer'),
    ...{ accountName: 'Baltica Yards', personName: 'S. O.', to: null, asked: '', renewalOn: '', days: 34 },
  };

  test('names a persona of whom nobody was heard, and the nearest renewal with a silent buyer', () => {
    const lanes = [lane('buyer', { heard: 0, heardTold: '0' }), lane('advocate')];
    expect(answers(lanes, { silent: [renewing, renewing] }).silent).toEqual([
      'Buyers',
      'Buyer at Baltica Yards, which renews in 34 days; more below.',
    ]);
  });

  test('says of an open wave that they may yet be heard', () => {
    const lanes = [lane('buyer', { heard: 0, heardTold: '0' })];
    expect(answers(lanes, { isOpen: true }).silent).toEqual(['Buyers', 'Answers still come in.']);
    expect(answers([lane('buyer')], { isOpen: true }).silent).toEqual(['No persona as a whole', null]);
  });

  test('tells in confidence of no persona that it was silent, nor that it was not', () => {
    const lanes = [lane('buyer', { heard: 0, heardTold: 'fewer than 10', isQuiet: true })];
    expect(answers(lanes).silent).toEqual(['None, as far as may be told', null]);
  });
});

describe('what was promised and what was done', () => {
  test('counts whom an answer is owed, by when, and what is past its day', () => {
    const lanes = (['end_user', 'influencer', 'buyer'] as const).map((base) => lane(base, { kept: {} }));
    expect(answers(lanes, { overdue: { first: [], more: 4 } }).promised).toEqual([
      'To tell 3 personas what came of it, by 18 December 2026',
      '4 promises are overdue.',
    ]);
  });

  test('names the next day where several were promised', () => {
    const lanes = [lane('buyer', { kept: {} }), lane('advocate', { kept: { promiseOn: '2026-12-04' } })];
    expect(answers(lanes).promised).toEqual([
      'To tell buyers and advocates what came of it, the next by 4 December 2026',
      'No promise is overdue.',
    ]);
    expect(answers([lane('buyer', { kept: { isPromised: false } })]).promised?.[0]).toBe('Nothing');
  });

  test('says for whom something was done, and for whom nothing', () => {
    const told = { deeds: '2 of 10 told, 1 follow-up done' };
    expect(answers([lane('end_user', { kept: {} }), lane('buyer', { kept: told })]).done).toEqual([
      'Buyers: 2 of 10 told, 1 follow-up done',
      'Nothing yet for end-users.',
    ]);
    const all = (['end_user', 'influencer', 'buyer'] as const).map((base) => lane(base, { kept: told }));
    expect(answers(all).done).toEqual([
      'Something for end-users, influencers and buyers',
      'What, stands in each lane.',
    ]);
    expect(answers([lane('buyer', { kept: {} })]).done).toEqual(['Nothing yet', null]);
    const decided = { deeds: '1 decision', decided: 'Decided: One list.' };
    expect(answers([lane('buyer', { kept: decided })]).done).toEqual([
      'Buyers: 1 decision',
      'Decided: One list.',
    ]);
  });
});
