import type { Question } from '../question.ts';
import { canHold } from './can-hold.ts';
import { JUMP_END } from './condition.ts';

/**
 * The questions that no respondent can come to: jumped over by everybody, or asked only if another that nobody comes to
 * was answered. Says nothing of ways that exclude each other further apart, so it never accuses wrongly.
 */
export function unreachable(questions: readonly Question[]): string[] {
  const comesTo = new Set<number>([0]);
  const asked = new Set<string>();
  for (const [at, question] of questions.entries()) {
    if (!comesTo.has(at)) continue;
    const isAsked = canBeAsked(question, asked, questions);
    if (isAsked) asked.add(question.key);
    for (const next of waysOn(question, at, isAsked, questions)) comesTo.add(next);
  }
  return questions.filter(({ key }) => !asked.has(key)).map(({ key }) => key);
}

function canBeAsked(
  { showIf }: Question,
  asked: ReadonlySet<string>,
  questions: readonly Question[],
): boolean {
  if (!showIf) return true;
  // A test of a question that nobody reaches sees a blank.
  const reachable = questions.filter(({ key }) => asked.has(key));
  const unreached = showIf.tests.map(({ question }) => question).filter((key) => !asked.has(key));
  if (unreached.length === 0) return canHold(showIf, reachable);
  const passing = showIf.tests.filter(({ question }) => asked.has(question));
  const blanks = showIf.tests.filter(
    ({ question, op }) => !asked.has(question) && (op === 'blank' || op === 'is_not'),
  );
  if (showIf.match === 'any')
    return blanks.length > 0 || (passing.length > 0 && canHold({ match: 'any', tests: passing }, reachable));
  return (
    passing.length + blanks.length === showIf.tests.length &&
    canHold({ match: 'all', tests: passing }, reachable)
  );
}

function waysOn(
  { jumps = [] }: Question,
  at: number,
  isAsked: boolean,
  questions: readonly Question[],
): number[] {
  const targets = isAsked
    ? jumps.filter(({ when }) => canHold(when, questions)).map(({ to }) => placeOf(to, questions))
    : [];
  const alwaysJumps = isAsked && jumps.some(({ when }) => when.tests.length === 0);
  const canPass = !alwaysJumps || (questions[at]!.showIf?.tests.length ?? 0) > 0;
  return canPass ? [...targets, at + 1] : targets;
}

function placeOf(to: string, questions: readonly Question[]): number {
  return to === JUMP_END ? questions.length : questions.findIndex(({ key }) => key === to);
}
