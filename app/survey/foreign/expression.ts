import type { TestOp } from '../logic/condition.ts';

/** What another product can ask about an answer. `has` is among several; `more_than` leaves the number out. */
export type TheirOp = Exclude<TestOp, 'declined'> | 'has' | 'has_not' | 'more_than' | 'less_than';

export interface TheirTest {
  theirs: string;
  op: TheirOp;
  value: string;
}

/** A condition of theirs. What cannot be read is kept as such: half a condition would ask the wrong people. */
export type Expression =
  | { kind: 'test'; test: TheirTest }
  | { kind: 'all' | 'any'; parts: Expression[] }
  | { kind: 'not'; part: Expression }
  | { kind: 'unreadable' };

export interface FlatExpression {
  match: 'all' | 'any';
  tests: TheirTest[];
}

export const UNREADABLE: Expression = { kind: 'unreadable' };

export function test(theirs: string, op: TheirOp, value = ''): Expression {
  return { kind: 'test', test: { theirs, op, value } };
}

/** All of these, blanks dropped; null for none. */
export function allOf(parts: readonly (Expression | null)[]): Expression | null {
  const given = parts.filter((part) => part !== null);
  return given.length === 0 ? null : given.length === 1 ? given[0]! : { kind: 'all', parts: given };
}

const OPPOSITE: Partial<Record<TheirOp, TheirOp>> = {
  ...{ is: 'is_not', is_not: 'is', has: 'has_not', has_not: 'has', answered: 'blank', blank: 'answered' },
};

/** The same with one connective between tests; null where that cannot say it. */
export function flatten(expression: Expression, isNot = false): FlatExpression | null {
  switch (expression.kind) {
    case 'unreadable':
      return null;
    case 'not':
      return flatten(expression.part, !isNot);
    case 'test': {
      const { test: one } = expression;
      // A number that is not above five may also be none at all, so comparisons have no plain opposite.
      const op = isNot ? OPPOSITE[one.op] : one.op;
      return op ? { match: 'all', tests: [{ ...one, op }] } : null;
    }
    case 'all':
    case 'any':
      return join(
        isNot === (expression.kind === 'all') ? 'any' : 'all',
        expression.parts.map((part) => flatten(part, isNot)),
      );
    default:
      return expression satisfies never;
  }
}

function join(match: 'all' | 'any', parts: readonly (FlatExpression | null)[]): FlatExpression | null {
  const tests: TheirTest[] = [];
  for (const part of parts) {
    if (!part || (part.match !== match && part.tests.length > 1 && parts.length > 1)) return null;
    tests.push(...part.tests);
  }
  if (parts.length === 1) return parts[0]!;
  return tests.length === 0 ? null : { match, tests };
}
