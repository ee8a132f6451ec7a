import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyFields, surveys } from '#tests/support/surveys.ts';
import { pathOf } from './logic/path.ts';
import { SAID } from './question/said.ts';
import { Question } from './question.ts';
import { readAnswer, tallyValues } from './read-answer.ts';

const lines = (letter: string, count = 3) =>
  Array.from({ length: count }, (_, at) => ({ key: `${letter}${at + 1}`, label: `${letter} ${at + 1}` }));

function ask(kind: string, rest: object = {}): Question {
  return Question.parse({ kind, key: 'q1', wording: 'What?', concept: 'c', required: false, ...rest });
}
const read = (question: Question, fields: Record<string, string | string[]>) =>
  readAnswer(question, new Map(Object.entries(fields).map(([field, values]) => [field, [values].flat()])));

const choices = { options: lines('o') };
const ends = { low: 'l', high: 'h' };

describe('what is sent is read as it was meant', () => {
  test.each<[string, Question, Record<string, string | string[]>, object]>([
    ['a score', ask('recommend'), { q1: '10' }, { score: 10 }],
    ['satisfaction', ask('csat', ends), { q1: '5' }, { score: 5 }],
    ['effort', ask('ces', ends), { q1: '7' }, { score: 7 }],
    ['one choice', ask('single', choices), { q1: 'o2' }, { choices: ['o2'] }],
    [
      'a text beside other',
      ask('single', { ...choices, other: 'Else' }),
      { 'q1.other': ' A lake ' },
      { choices: ['_other'], verbatim: 'A lake' },
    ],
    [
      'several with other',
      ask('multiple', { ...choices, other: 'Else' }),
      { q1: ['o1', '_other'], 'q1.other': 'x' },
      { choices: ['o1', '_other'], verbatim: 'x' },
    ],
    [
      'an order',
      ask('ranking', choices),
      { 'q1.o1': '2', 'q1.o2': '3', 'q1.o3': '1' },
      { choices: ['o3', 'o1', 'o2'] },
    ],
    [
      'the first two of an order',
      ask('ranking', { ...choices, places: 2 }),
      { 'q1.o1': '2', 'q1.o3': '1' },
      { choices: ['o3', 'o1'] },
    ],
    [
      'a grid',
      ask('matrix', { rows: lines('r', 2), columns: lines('c') }),
      { 'q1.r1': 'c3', 'q1.r2': 'c1' },
      { choices: ['r1:c3', 'r2:c1'] },
    ],
    ['a number with a comma', ask('number', { decimals: 1 }), { q1: '1 234,5' }, { choices: ['1234.5'] }],
    ['a negative number with its own sign', ask('number'), { q1: '−3' }, { choices: ['-3'] }],
    ['a day', ask('date'), { q1: '2028-02-29' }, { choices: ['2028-02-29'] }],
    ['a tick', ask('consent', { agree: 'Yes' }), { q1: 'yes' }, { choices: ['yes'] }],
    [
      'a role',
      ask('role', { still: 'Y', changed: 'C', never: 'N' }),
      { q1: 'changed' },
      { choices: ['changed'] },
    ],
    [
      'none of these, although two are to be ticked',
      ask('multiple', { ...choices, loneLast: true, atLeast: 2 }),
      { q1: 'o3' },
      { choices: ['o3'] },
    ],
    [
      'others without none of these',
      ask('multiple', { ...choices, loneLast: true }),
      { q1: ['o1', 'o2'] },
      { choices: ['o1', 'o2'] },
    ],
    [
      'an address',
      ask('text', { size: 'line', check: 'email' }),
      { q1: 'dana@meridian.example' },
      { verbatim: 'dana@meridian.example' },
    ],
    [
      '“prefer not to say”, whatever was typed before',
      ask('recommend', { declinable: true }),
      { q1: '3', 'q1.declined': '1' },
      { choices: ['_declined'] },
    ],
  ])('%s', (_, question, fields, value) =>
    expect(read(question, fields)).toEqual({ kind: 'answered', value }),
  );
});

describe('what cannot be meant is never clamped and never guessed', () => {
  test.each<[string, Question, Record<string, string | string[]>]>([
    ['11 of 10', ask('recommend'), { q1: '11' }],
    ['6 of 5', ask('csat', ends), { q1: '6' }],
    ['0 of 7', ask('ces', ends), { q1: '0' }],
    ['two of one choice', ask('single', choices), { q1: ['o1', 'o2'] }],
    ['a choice that is not there', ask('single', choices), { q1: 'o9' }],
    ['other without a word', ask('single', { ...choices, other: 'Else' }), { q1: '_other' }],
    ['too many ticks', ask('multiple', { ...choices, atMost: 2 }), { q1: ['o1', 'o2', 'o3'] }],
    ['too few ticks', ask('multiple', { ...choices, atLeast: 2 }), { q1: ['o1'] }],
    ['none of these beside a tick', ask('multiple', { ...choices, loneLast: true }), { q1: ['o1', 'o3'] }],
    ['one place given twice', ask('ranking', choices), { 'q1.o1': '1', 'q1.o2': '1', 'q1.o3': '3' }],
    ['a place left out', ask('ranking', choices), { 'q1.o1': '1', 'q1.o2': '2' }],
    [
      'half a required grid',
      ask('matrix', { required: true, rows: lines('r', 2), columns: lines('c') }),
      { 'q1.r1': 'c1' },
    ],
    [
      'a column that is not there',
      ask('matrix', { rows: lines('r', 2), columns: lines('c') }),
      { 'q1.r1': 'r2' },
    ],
    ['words for a number', ask('number'), { q1: 'twelve' }],
    ['a number outside', ask('number', { least: 0, most: 5 }), { q1: '6' }],
    ['more decimals than wanted', ask('number'), { q1: '1.5' }],
    ['the 30th of February', ask('date'), { q1: '2027-02-30' }],
    ['a day too early', ask('date', { earliest: '2027-01-01' }), { q1: '2026-12-31' }],
    ['no address', ask('text', { size: 'line', check: 'email' }), { q1: 'dana' }],
    [
      'a web address of another kind',
      ask('text', { size: 'line', check: 'url' }),
      { q1: 'javascript:alert(1)' },
    ],
    ['a NUL', ask('text'), { q1: 'a\0b' }],
    ['a text too long', ask('text', { longest: 5 }), { q1: 'abcdef' }],
    ['a tick of something else', ask('consent', { agree: 'Yes' }), { q1: 'no' }],
    ['a role that is not there', ask('role', { still: 'Y', changed: 'C', never: 'N' }), { q1: 'buyer' }],
  ])('%s', (_, question, fields) => {
    const answer = read(question, fields);
    expect(answer.kind).toBe('fault');
    expect(answer.kind === 'fault' && Object.keys(SAID)).toContain(answer.kind === 'fault' && answer.said.id);
  });
});

test('a required question that comes back blank is said so, a free one is left', () => {
  expect(read(ask('single', { ...choices, required: true }), { q1: ['', ' '] }).kind).toBe('fault');
  expect(read(ask('single', choices), {})).toEqual({ kind: 'blank' });
  expect(read(ask('matrix', { rows: lines('r', 2), columns: lines('c') }), { 'q1.r1': '' })).toEqual({
    kind: 'blank',
  });
});

test('whatever is sent, what is kept can be kept, and what is counted is a known value', () => {
  const drawn = surveys.chain((questions) => fc.tuple(fc.constant(questions), anyFields(questions)));
  fc.assert(
    fc.property(drawn, ([questions, given]) => {
      for (const question of questions) {
        const answer = readAnswer(question, given);
        if (answer.kind !== 'answered') continue;
        const { score, choices: chosen, verbatim } = answer.value;
        expect(score === undefined || (Number.isInteger(score) && score >= 0 && score <= 10)).toBe(true);
        expect(chosen?.length === 0 || verbatim?.includes('\0')).toBeFalsy();
        expect(tallyValues(question, answer.value).every((value) => value.length <= 90)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('an answer off the path decides nothing: who went back is judged by the turn they took', () => {
  const detractor = {
    match: 'all' as const,
    tests: [{ question: 'q1', op: 'at_most' as const, value: '6' }],
  };
  const questions = [
    ask('recommend'),
    { ...ask('single', choices), key: 'q2', showIf: detractor },
    {
      ...ask('text'),
      key: 'q3',
      showIf: { match: 'all' as const, tests: [{ question: 'q2', op: 'is' as const, value: 'o1' }] },
    },
  ];
  const answers = new Map([
    ['q1', { score: 9 }],
    ['q2', { choices: ['o1'] }],
  ]);
  expect(pathOf(questions, answers).map(({ key }) => key)).toEqual(['q1']);
});
