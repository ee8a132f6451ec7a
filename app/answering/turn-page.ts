import { type Page, pageAt, pageFrom, pagesOf } from '#app/survey/logic/pages.ts';
import { readEach, readGiven } from '#app/survey/logic/read-along.ts';
import type { Given } from '#app/survey/question/given.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import type { Said } from '#app/survey/question/said.ts';
import type { Question } from '#app/survey/question.ts';

/** What a respondent pressed, and the number of the page it stood on. */
export interface Turn {
  page: number;
  /** `keep`: nothing was pressed; what is filled in is kept as it stands. `stay`: the same page, in another language. */
  go: 'on' | 'back' | 'send' | 'keep' | 'to' | 'stay';
  /** The page that `to` leads to. */
  to?: number;
}

/** Questions from which on a survey is looked over before it is sent. */
const LONG = 8;

export function endsInReview(questions: readonly Question[]): boolean {
  return questions.filter((question) => roomOf(question).asks).length >= LONG;
}

export type TurnedPage =
  | { kind: 'page'; page: Page<Question>; faults: ReadonlyMap<string, Said> }
  /** No question is left, though the page could not know: what remains is to send. */
  | { kind: 'review' }
  /** The last page, or the review, was sent. */
  | { kind: 'send' };

const NO_FAULTS: ReadonlyMap<string, Said> = new Map();

/** The first page, with what the mail's number may have filled in. */
export function firstPage(questions: readonly Question[], given: Given): Page<Question> {
  return pageFrom(questions, readGiven(questions, given), -1)!;
}

/** The questions that a page of this number shows: none for the review, which only carries what was answered. */
export function shownOn(questions: readonly Question[], page: number): ReadonlySet<string> {
  return new Set(pagesOf(questions)[page]?.map(({ key }) => key));
}

/** Where somebody goes on who has answered some of it: the first page with a question that waits, or the last one. */
export function nextPage(questions: readonly Question[], given: Given): Page<Question> {
  const answers = readGiven(questions, given);
  let last = firstPage(questions, given);
  for (let page: Page<Question> | null = last; page; page = pageFrom(questions, answers, page.index)) {
    if (page.questions.some((question) => roomOf(question).asks && !answers.has(question.key))) return page;
    last = page;
  }
  return last;
}

/**
 * Where a press leads. Everything answered so far comes with each page, so the server keeps nothing between pages and
 * decides each step anew from the answers themselves.
 */
export function turnPage(questions: readonly Question[], given: Given, { page, go, to }: Turn): TurnedPage {
  const answers = readGiven(questions, given);
  if (go === 'back' || go === 'to') {
    const from = Math.min(go === 'to' ? (to ?? 0) + 1 : page, pagesOf(questions).length);
    const before = pageFrom(questions, answers, from, -1) ?? firstPage(questions, given);
    return { kind: 'page', page: before, faults: NO_FAULTS };
  }
  const here = pageAt(questions, answers, page);
  if (go === 'stay') return { kind: 'page', page: here ?? firstPage(questions, given), faults: NO_FAULTS };
  if (!here || (go === 'send' && here.isLast)) return { kind: 'send' };
  const read = readEach(here.questions, given);
  if (read.kind === 'faulty') return { kind: 'page', page: here, faults: read.faults };
  const next = pageFrom(questions, answers, page);
  return next ? { kind: 'page', page: next, faults: NO_FAULTS } : { kind: 'review' };
}

/** The first page that holds a question with a fault; faults of pages off the path stand on none. */
export function faultyPage(
  questions: readonly Question[],
  given: Given,
  faults: ReadonlyMap<string, Said>,
): Page<Question> {
  const answers = readGiven(questions, given);
  for (let at = 0; at < pagesOf(questions).length; at += 1) {
    const page = pageAt(questions, answers, at);
    if (page?.questions.some(({ key }) => faults.has(key))) return page;
  }
  return firstPage(questions, given);
}
