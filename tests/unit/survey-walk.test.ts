import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstPage, turnPage } from '#app/answering/turn-page.ts';
import { checkLogic } from '#app/survey/logic/check-logic.ts';
import { pagesOf } from '#app/survey/logic/pages.ts';
import { pathOf } from '#app/survey/logic/path.ts';
import { readAlong, readGiven } from '#app/survey/logic/read-along.ts';
import { unreachable } from '#app/survey/logic/unreachable.ts';
import type { Question } from '#app/survey/question.ts';
import { anyFields, goodFields, surveys } from '#tests/support/surveys.ts';

const RUNS = { numRuns: 400 };
const keys = (questions: readonly Question[]) => questions.map(({ key }) => key);

/** Goes through a survey page by page, as a browser without script does; what was asked, and all that was sent. */
function walk(questions: readonly Question[], answersTo: (question: Question) => [string, string[]][]) {
  const given = new Map<string, string[]>();
  const asked: Question[] = [];
  let page = firstPage(questions, given);
  for (let presses = 0; presses <= pagesOf(questions).length + 1; presses += 1) {
    asked.push(...page.questions);
    for (const [field, values] of page.questions.flatMap(answersTo)) given.set(field, values);
    const turned = turnPage(questions, given, { page: page.index, go: page.isLast ? 'send' : 'on' });
    if (turned.kind !== 'page') return { asked, given, ended: turned.kind };
    expect([...turned.faults]).toEqual([]);
    page = turned.page;
  }
  throw new Error('The walk did not end.');
}

const walks = surveys.chain((questions) =>
  fc.tuple(fc.constant(questions), fc.tuple(...questions.map(goodFields))),
);

describe('any survey whose logic has no fault', () => {
  test('is finished by every path, and each page asks what the path asks', () => {
    fc.assert(
      fc.property(walks, ([questions, fields]) => {
        fc.pre(checkLogic(questions).length === 0);
        const { asked, given } = walk(questions, (question) => fields[questions.indexOf(question)]!);
        expect(keys(asked)).toEqual(keys(pathOf(questions, readGiven(questions, given))));
        expect(readAlong(questions, given).kind).toBe('read');
      }),
      RUNS,
    );
  });

  test('keeps answers to what was asked and to nothing else, whatever is sent', () => {
    const drawn = surveys.chain((questions) => fc.tuple(fc.constant(questions), anyFields(questions)));
    fc.assert(
      fc.property(drawn, ([questions, given]) => {
        const read = readAlong(questions, given);
        if (read.kind === 'faulty') return;
        const path = new Set(keys(pathOf(questions, readGiven(questions, given))));
        expect(read.answers.every(({ question }) => path.has(question.key))).toBe(true);
      }),
      RUNS,
    );
  });

  test('never asks on one page what depends on an answer of the same page', () => {
    fc.assert(
      fc.property(surveys, (questions) => {
        for (const page of pagesOf(questions)) {
          const here = new Set(keys(page));
          const tested = page.flatMap(({ showIf }) => showIf?.tests ?? []);
          expect(tested.some(({ question }) => here.has(question))).toBe(false);
          expect(page.slice(0, -1).some(({ jumps }) => jumps?.length)).toBe(false);
        }
        expect(pagesOf(questions).flat()).toEqual(questions);
      }),
      RUNS,
    );
  });
});

test('a question that is called unreachable is met on no walk', () => {
  fc.assert(
    fc.property(walks, ([questions, fields]) => {
      const accused = new Set(unreachable(questions));
      const { asked } = walk(questions, (question) => fields[questions.indexOf(question)]!);
      expect(keys(asked).filter((key) => accused.has(key))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('going back from any page shows an earlier one and loses nothing', () => {
  fc.assert(
    fc.property(walks, ([questions, fields]) => {
      const { given } = walk(questions, (question) => fields[questions.indexOf(question)]!);
      for (let page = pagesOf(questions).length; page > 0; page -= 1) {
        const back = turnPage(questions, given, { page, go: 'back' });
        expect(
          back.kind === 'page' &&
            (back.page.index < page || back.page.index === firstPage(questions, given).index),
        ).toBe(true);
      }
    }),
    RUNS,
  );
});
