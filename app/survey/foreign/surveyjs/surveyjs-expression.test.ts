import { expect, test } from 'vitest';
import { flatten } from '../expression.ts';
import { readSurveyJsExpression } from './surveyjs-expression.ts';

const flat = (text: string) => {
  const read = flatten(readSurveyJsExpression(text));
  return (
    read && [read.match, ...read.tests.map(({ theirs, op, value }) => `${theirs} ${op} ${value}`.trim())]
  );
};

test.each([
  ["{a} = 'x'", ['all', 'a is x']],
  ["{a} = 'x' and {b} notempty", ['all', 'a is x', 'b answered']],
  ['{a} > 3 or {b} empty or {c} <= 2', ['any', 'a more_than 3', 'b blank', 'c at_most 2']],
  ["({a} = 1 && {b} = 2) and {c} contains 'z'", ['all', 'a is 1', 'b is 2', 'c has z']],
  ["!({a} = 'x' or {b} = 'y')", ['all', 'a is_not x', 'b is_not y']],
  ["{a} anyof ['x', 'y']", ['any', 'a has x', 'a has y']],
  ['{a} = true', ['all', 'a is true']],
])('%s is said with one connective', (text, said) => {
  expect(flat(text)).toEqual(said);
});

test.each([
  "{a} = 'x' and ({b} = 1 or {c} = 2)",
  '{a} > {b}',
  'iif({a} = 1, true, false)',
  '!({a} > 3)',
  "{a} = 'x' and",
  "{a} = 'unclosed",
  `${'('.repeat(50)}{a} = 1${')'.repeat(50)}`,
  `{a} = 1${' and {a} = 1'.repeat(300)}`,
])('%.40s is not half said', (text) => {
  expect(flat(text)).toBeNull();
});
