import { THEIR_END, type TheirJump } from '../brought.ts';
import { type Expression, type TheirOp, test, UNREADABLE } from '../expression.ts';
import { isLoose, type Loose, listOf, own, textAt } from '../own.ts';

const OPS: ReadonlyMap<string, TheirOp> = new Map<string, TheirOp>([
  ['equals', 'is'],
  ['doesNotEqual', 'is_not'],
  ['isSubmitted', 'answered'],
  ['isSkipped', 'blank'],
  ['isGreaterThan', 'more_than'],
  ['isLessThan', 'less_than'],
  ['isGreaterThanOrEqual', 'at_least'],
  ['isLessThanOrEqual', 'at_most'],
  ['isBefore', 'less_than'],
  ['isAfter', 'more_than'],
]);

const MOST_DEPTH = 10;

/** A condition or a group of them. */
function readCondition(raw: unknown, depth = 0): Expression {
  if (!isLoose(raw) || depth > MOST_DEPTH) return UNREADABLE;
  const inside = own(raw, 'conditions');
  if (!Array.isArray(inside)) return readOne(raw);
  const parts = inside.slice(0, 50).map((part) => readCondition(part, depth + 1));
  const connector = textAt(raw, 'connector') || textAt(raw, 'operator');
  if (parts.length === 0) return UNREADABLE;
  return { kind: connector === 'or' ? 'any' : 'all', parts };
}

function readOne(raw: Loose): Expression {
  const about = textAt(raw, 'leftOperand.type');
  const theirs = textAt(raw, 'leftOperand.value');
  const isFixed = own(raw, 'rightOperand') === undefined || textAt(raw, 'rightOperand.type') === 'static';
  if ((about !== 'question' && about !== 'element') || !isFixed) return UNREADABLE;
  return readTest(theirs, textAt(raw, 'operator'), own(raw, 'rightOperand.value'));
}

/** One comparison, in the words of either age of the format. */
function readTest(theirs: string, operator: string, right: unknown): Expression {
  const values = Array.isArray(right) ? right.slice(0, 50).map(String) : [];
  const several = (kind: 'all' | 'any'): Expression =>
    values.length === 0 ? UNREADABLE : { kind, parts: values.map((value) => test(theirs, 'has', value)) };
  if (operator === 'isAccepted') return test(theirs, 'is', 'accepted');
  if (operator === 'equalsOneOf' || operator === 'includesOneOf') return several('any');
  if (operator === 'includesAllOf') return several('all');
  const op = OPS.get(operator);
  return op
    ? test(theirs, op, typeof right === 'number' ? String(right) : typeof right === 'string' ? right : '')
    : UNREADABLE;
}

/** Operators of files from before conditions came in groups. */
const OLD: ReadonlyMap<string, string> = new Map([
  ['equals', 'equals'],
  ['notEquals', 'doesNotEqual'],
  ['lessThan', 'isLessThan'],
  ['lessEqual', 'isLessThanOrEqual'],
  ['greaterThan', 'isGreaterThan'],
  ['greaterEqual', 'isGreaterThanOrEqual'],
  ['submitted', 'isSubmitted'],
  ['skipped', 'isSkipped'],
  ['accepted', 'isAccepted'],
  ['includesAll', 'includesAllOf'],
  ['includesOne', 'includesOneOf'],
]);

export interface FormbricksLogic {
  jumps: TheirJump[];
  lost: string[];
}

/** The logic after a question or a block: jumps, and what else it did. `endings` are the ids that end a survey. */
export function readFormbricksLogic(
  raw: Loose,
  theirs: string,
  endings: ReadonlySet<string>,
): FormbricksLogic {
  const rules = listOf(own(raw, 'logic')).filter(isLoose).slice(0, 50);
  const read = rules.map((rule) =>
    own(rule, 'destination') === undefined ? readRule(rule) : readOldRule(rule, theirs),
  );
  const fallback = textAt(raw, 'logicFallback');
  const last = fallback === '' ? [] : [{ when: null, words: 'In all other cases', to: fallback }];
  return {
    jumps: [...read.flatMap(({ jumps }) => jumps), ...last].map((jump) => ({
      ...jump,
      to: endings.has(jump.to) || jump.to === 'end' ? THEIR_END : jump.to,
    })),
    lost: read.flatMap(({ lost }) => lost),
  };
}

function readOldRule(rule: Loose, theirs: string): FormbricksLogic {
  const when = readTest(theirs, OLD.get(textAt(rule, 'condition')) ?? '', own(rule, 'value'));
  return { jumps: [{ when, words: wordsOf(rule), to: textAt(rule, 'destination') }], lost: [] };
}

const LOST: Readonly<Record<string, string>> = {
  calculate: 'Nothing is computed from answers.',
  requireAnswer: 'A question is never required under a condition.',
};

function readRule(rule: Loose): FormbricksLogic {
  const conditions = own(rule, 'conditions');
  const actions = listOf(own(rule, 'actions')).map((action) => ({
    objective: textAt(action, 'objective'),
    to: textAt(action, 'target'),
  }));
  return {
    jumps: actions
      .filter(({ objective }) => objective.startsWith('jumpTo'))
      .map(({ to }) => ({ when: readCondition(conditions), words: wordsOf(conditions), to })),
    lost: actions.flatMap(({ objective }) => (Object.hasOwn(LOST, objective) ? [LOST[objective]!] : [])),
  };
}

/** A condition in the words of the file, for a report. */
function wordsOf(raw: unknown, depth = 0): string {
  if (!isLoose(raw) || depth > MOST_DEPTH) return 'a condition';
  const inside = own(raw, 'conditions');
  if (Array.isArray(inside))
    return inside
      .slice(0, 10)
      .map((part) => wordsOf(part, depth + 1))
      .join(` ${textAt(raw, 'connector') || 'and'} `);
  const right = own(raw, 'rightOperand.value') ?? own(raw, 'value');
  const about = textAt(raw, 'leftOperand.value');
  const said = Array.isArray(right) ? right.slice(0, 10).map(String).join(', ') : String(right ?? '');
  return [about, textAt(raw, 'operator') || textAt(raw, 'condition'), said].filter(Boolean).join(' ');
}
