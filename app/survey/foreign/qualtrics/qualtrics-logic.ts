import { type Expression, type TheirOp, test, UNREADABLE } from '../expression.ts';
import { isLoose, type Loose, own, textAt } from '../own.ts';
import { plainWords } from '../plain-words.ts';

const OF_CHOICE: ReadonlyMap<string, TheirOp> = new Map([
  ['Selected', 'has'],
  ['NotSelected', 'has_not'],
]);

const OF_NUMBER: ReadonlyMap<string, TheirOp> = new Map([
  ['EqualTo', 'is'],
  ['NotEqualTo', 'is_not'],
  ['GreaterThan', 'more_than'],
  ['LessThan', 'less_than'],
  ['GreaterThanOrEqual', 'at_least'],
  ['LessThanOrEqual', 'at_most'],
]);

const OF_ANY: ReadonlyMap<string, TheirOp> = new Map([
  ['Empty', 'blank'],
  ['NotEmpty', 'answered'],
]);

/** One comparison of a QSF file: an operand such as `q://QID1/SelectableChoice/2`, and what is asked of it. */
export function readQualtricsTest(locator: string, operator: string, right: string): Expression {
  const [, question, what = '', id] = /^q:\/\/(QID\d+)\/(\w+)(?:\/(\w+))?/.exec(locator) ?? [];
  if (!question) return UNREADABLE;
  const any = OF_ANY.get(operator);
  if (any) return test(question, any);
  if (what === 'SelectableChoice' && id !== undefined) {
    const op = OF_CHOICE.get(operator);
    return op ? test(question, op, id) : UNREADABLE;
  }
  const op = OF_NUMBER.get(operator);
  const isNumber = what === 'ChoiceNumericEntryValue' || what === 'ChoiceTextEntryValue';
  return op && isNumber && right.trim() !== '' ? test(question, op, right.trim()) : UNREADABLE;
}

/** Display or branch logic: sets of comparisons, each set tied to the one before it. */
export function readQualtricsLogic(logic: unknown): Expression | null {
  if (!isLoose(logic)) return null;
  const sets = numbered(logic).filter(isLoose);
  const parts = sets.map(readSet);
  const ties = sets.slice(1).map((set) => textAt(set, 'Type'));
  return join(
    parts,
    ties.map((tie) => (tie === 'AndIf' ? 'And' : tie === 'OrIf' || tie === 'ElseIf' ? 'Or' : tie)),
  );
}

function readSet(set: Loose): Expression {
  const parts = numbered(set).filter(isLoose);
  const read = parts.map((part) =>
    textAt(part, 'LogicType') === 'Question'
      ? readQualtricsTest(
          textAt(part, 'LeftOperand') || textAt(part, 'ChoiceLocator'),
          textAt(part, 'Operator'),
          textAt(part, 'RightOperand'),
        )
      : UNREADABLE,
  );
  // The file itself spells it so.
  return (
    join(
      read,
      parts.slice(1).map((part) => textAt(part, 'Conjuction') || textAt(part, 'Conjunction')),
    ) ?? UNREADABLE
  );
}

/** One connective or none: which binds closer in a mixed row, a reader of the file cannot tell. */
function join(parts: Expression[], ties: readonly string[]): Expression | null {
  if (parts.length <= 1) return parts[0] ?? null;
  if (ties.every((tie) => tie === 'And')) return { kind: 'all', parts };
  return ties.every((tie) => tie === 'Or') ? { kind: 'any', parts } : UNREADABLE;
}

function numbered(value: Loose): unknown[] {
  return Object.keys(value)
    .filter((name) => /^\d{1,4}$/.test(name))
    .slice(0, 100)
    .map((name) => value[name]);
}

/** A condition as their own editor describes it, in plain words. */
export function wordsOfLogic(logic: unknown): string {
  const sets = isLoose(logic) ? numbered(logic) : [];
  const described = sets.flatMap((set) =>
    isLoose(set)
      ? numbered(set).map((part) => plainWords(textAt(part, 'Description').replace(/></g, '> <')).words)
      : [],
  );
  return described.filter(Boolean).join(' ') || 'A condition';
}

export function logicOf(raw: Loose, path: string): { showIf: Expression | null; words: string } {
  const logic = own(raw, path);
  const showIf = readQualtricsLogic(logic);
  return { showIf, words: showIf ? wordsOfLogic(logic) : '' };
}
