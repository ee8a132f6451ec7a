import type { Condition } from '../logic/condition.ts';
import { same } from '../merge/same.ts';
import { isLines } from '../question/part.ts';
import type { Draft, DraftQuestion } from './draft.ts';

/**
 * My draft with keys of its own for what both editors added under the same key since `base`: two new questions are two
 * questions. What I refer to by those keys goes along.
 */
export function withFreshKeys(base: Draft, mine: Draft, theirs: Draft): Draft {
  const was = new Map(base.questions.map((question) => [question.key, question]));
  const other = new Map(theirs.questions.map((question) => [question.key, question]));
  let fresh = { ...mine, next: Math.max(mine.next, theirs.next) };
  for (const question of mine.questions) {
    const their = other.get(question.key);
    if (!their || same(their, question)) continue;
    fresh = was.has(question.key)
      ? withFreshLines(fresh, was.get(question.key)!, question, their)
      : withFreshQuestion(fresh, question.key);
  }
  return fresh.next === mine.next && fresh.questions === mine.questions ? mine : fresh;
}

function withFreshQuestion(draft: Draft, key: string): Draft {
  const [letter, number] = ['q', freeNumber(draft)];
  const fresh = `${letter}${number}`;
  return {
    ...draft,
    next: number + 1,
    questions: draft.questions.map((question) => {
      const told = renameQuestion(question, key, fresh);
      return question.key === key ? { ...told, key: fresh } : told;
    }),
  };
}

function withFreshLines(draft: Draft, was: DraftQuestion, mine: DraftQuestion, theirs: DraftQuestion): Draft {
  let fresh = draft;
  for (const [name, lines] of Object.entries(mine.parts)) {
    if (!isLines(lines)) continue;
    const keysIn = (parts: DraftQuestion['parts']) => {
      const value = parts[name];
      return new Map(isLines(value) ? value.map((line) => [line.key, line]) : []);
    };
    const [before, other] = [keysIn(was.parts), keysIn(theirs.parts)];
    for (const line of lines) {
      const their = other.get(line.key);
      if (their && !before.has(line.key) && !same(their, line))
        fresh = withFreshLine(fresh, mine.key, name, line.key);
    }
  }
  return fresh;
}

function withFreshLine(draft: Draft, question: string, name: string, line: string): Draft {
  const number = freeNumber(draft);
  const fresh = `${line[0]}${number}`;
  const renamed = (one: DraftQuestion): DraftQuestion => {
    const lines = one.parts[name];
    if (one.key !== question || !isLines(lines)) return one;
    const told = lines.map((each) => (each.key === line ? { ...each, key: fresh } : each));
    return { ...one, parts: { ...one.parts, [name]: told } };
  };
  return {
    ...draft,
    next: number + 1,
    questions: draft.questions.map((one) =>
      mapConditions(renamed(one), (test) =>
        test.question === question && test.value === line ? { ...test, value: fresh } : test,
      ),
    ),
  };
}

/** The number of the next key that nothing in the draft wears. */
function freeNumber(draft: Draft): number {
  const taken = new Set(
    draft.questions.flatMap(({ key, parts }) => [
      key,
      ...Object.values(parts).flatMap((value) => (isLines(value) ? value.map((line) => line.key) : [])),
    ]),
  );
  let number = draft.next;
  while (['q', 'o', 'r', 'c'].some((letter) => taken.has(`${letter}${number}`))) number += 1;
  return number;
}

/** The question with every mention of another by its new key: in conditions, jumps and words. */
function renameQuestion(question: DraftQuestion, key: string, fresh: string): DraftQuestion {
  const told = mapConditions(question, (test) =>
    test.question === key ? { ...test, question: fresh } : test,
  );
  const pipe = new RegExp(`\\{\\{\\s*${key}\\s*(?=[|}])`, 'g');
  return {
    ...told,
    wording: told.wording.replace(pipe, `{{${fresh}`),
    help: told.help.replace(pipe, `{{${fresh}`),
    jumps: told.jumps.map((jump) => (jump.to === key ? { ...jump, to: fresh } : jump)),
  };
}

function mapConditions(
  question: DraftQuestion,
  change: (test: Condition['tests'][number]) => Condition['tests'][number],
): DraftQuestion {
  const { showIf, jumps } = question;
  if (!showIf && jumps.length === 0) return question;
  const inside = (condition: Condition) => ({ ...condition, tests: condition.tests.map(change) });
  return {
    ...question,
    showIf: showIf && inside(showIf),
    jumps: jumps.map((jump) => ({ ...jump, when: inside(jump.when) })),
  };
}
