import { asQuestion } from '../draft/check-draft.ts';
import type { DraftQuestion } from '../draft/draft.ts';
import { OPS_FOR } from '../logic/check-logic.ts';
import { ALWAYS, type Condition, JUMP_END, needsValue, type Test, type TestOp } from '../logic/condition.ts';
import type { Testable } from '../question/room.ts';
import { roomOf } from '../question/rooms.ts';
import type { Question } from '../question.ts';
import { changed, type Found, leftOut, type ReportLine, THEIR_END } from './brought.ts';
import { type Expression, flatten, type TheirOp, type TheirTest } from './expression.ts';
import { sayMarks } from './marks.ts';
import { cutWords } from './plain-words.ts';

/** A question that came in, where it stood among all that were found. */
export interface TakenQuestion {
  found: Found;
  at: number;
  question: DraftQuestion;
  /** Our value for theirs. */
  values: ReadonlyMap<string, string>;
}

const MOST_TESTS = 20;
const MOST_JUMPS = 10;

/** Everything that logic can speak of. */
export interface Taking {
  all: readonly TakenQuestion[];
  /** Where each of their questions stood, also one that did not come in. */
  places: ReadonlyMap<string, number>;
}

/** Says the conditions and jumps of one question in ours; what cannot be said is named and left out. */
export function takeLogic(
  own: TakenQuestion,
  taking: Taking,
): { showIf: DraftQuestion['showIf']; jumps: DraftQuestion['jumps']; report: ReportLine[] } {
  const { found, at } = own;
  const { all } = taking;
  const report: ReportLine[] = [];
  const place = found.place;
  const showIf = found.showIf ? sayCondition(found.showIf, all, at) : null;
  if (found.showIf && !showIf)
    report.push(
      leftOut(
        place,
        cutWords(found.showWords, 160),
        `Its condition cannot be said here. Question ${own.question.key.slice(1)} is put to everybody now; set its condition again.`,
      ),
    );
  const jumps: DraftQuestion['jumps'] = [];
  for (const jump of found.jumps) {
    const when = jump.when ? sayCondition(jump.when, all, at + 1) : ALWAYS;
    const to = targetOf(jump.to, taking, at);
    if (when && to && jumps.length < MOST_JUMPS) jumps.push({ when, to });
    else report.push(leftOut(place, cutWords(jump.words, 160), faultOf(when, to)));
  }
  const isMoved = found.jumps.some(
    ({ to }) => to !== THEIR_END && !all.some(({ found: { theirs } }) => theirs === to),
  );
  if (isMoved && jumps.length > 0)
    report.push(
      changed(
        place,
        whatOf(found),
        'It led to something that is left out, and leads to what comes after that.',
      ),
    );
  return { showIf, jumps, report };
}

/** A question in their words, short enough for a report. */
export function whatOf({ element, theirs }: Found): string {
  return cutWords(sayMarks(element.wording.text, () => '…') || theirs, 120);
}

function faultOf(when: Condition | null, to: string | null): string {
  if (!when) return 'When it leads on cannot be said here. Set the jump again.';
  if (!to) return 'It leads back or nowhere, and a way through a survey only goes forward.';
  return `Only ${MOST_JUMPS} jumps of one question come in.`;
}

/** The condition over questions found before `before`; null where ours cannot say it. */
function sayCondition(
  expression: Expression,
  all: readonly TakenQuestion[],
  before: number,
): Condition | null {
  const flat = flatten(expression);
  if (!flat || flat.tests.length > MOST_TESTS) return null;
  const tests = flat.tests.map((one) => sayTest(one, all, before));
  return tests.every((one) => one !== null) ? { match: flat.match, tests } : null;
}

function sayTest(
  { theirs, op, value }: TheirTest,
  all: readonly TakenQuestion[],
  before: number,
): Test | null {
  const asked = all.find(({ found, at }) => found.theirs === theirs && at < before);
  if (!asked) return null;
  const { question, values } = asked;
  const testable = roomOf(question).testable(asQuestion(question) as Question);
  const said = sayOp(op, value, testable, question);
  if (!said || !(OPS_FOR[testable.kind] as readonly TestOp[]).includes(said.op)) return null;
  if (!needsValue(said.op)) return { question: question.key, op: said.op, value: '' };
  const ours = sayValue(said.value, testable, values);
  return ours === null ? null : { question: question.key, op: said.op, value: ours };
}

function sayOp(
  op: TheirOp,
  value: string,
  testable: Testable,
  { kind, parts }: DraftQuestion,
): { op: TestOp; value: string } | null {
  const isSeveral = kind === 'multiple' || kind === 'ranking';
  const isWhole = testable.kind === 'number' && String(parts.decimals ?? '') === '';
  switch (op) {
    // Of several choices theirs compares the whole list, ours looks whether it is among them.
    case 'is':
    case 'is_not':
      return isSeveral ? null : { op, value };
    case 'has':
      return { op: 'is', value };
    case 'has_not':
      return { op: 'is_not', value };
    case 'more_than':
      if (testable.kind === 'date') return { op: 'after', value };
      return isWhole ? { op: 'at_least', value: String(Math.floor(Number(value)) + 1) } : null;
    case 'less_than':
      if (testable.kind === 'date') return { op: 'before', value };
      return isWhole ? { op: 'at_most', value: String(Math.ceil(Number(value)) - 1) } : null;
    default:
      return { op, value };
  }
}

function sayValue(value: string, testable: Testable, values: ReadonlyMap<string, string>): string | null {
  if (testable.kind === 'date') return /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;
  if (testable.kind === 'choice') return values.get(value) ?? null;
  if (testable.kind !== 'number') return null;
  const number = Number(values.get(value) ?? value);
  const isInside = number >= (testable.low ?? -Infinity) && number <= (testable.high ?? Infinity);
  return value.trim() !== '' && isInside ? String(number) : null;
}

/** Our key for where a jump leads: the question itself, or the next one that came in; null for backwards. */
function targetOf(to: string, { all, places }: Taking, at: number): string | null {
  if (to === THEIR_END) return JUMP_END;
  const from = places.get(to);
  if (from === undefined || from <= at) return null;
  return all.find((one) => one.at >= from)?.question.key ?? JUMP_END;
}
