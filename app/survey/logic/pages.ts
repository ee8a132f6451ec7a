import type { Answers } from './answers.ts';
import { pathOf, type Step } from './path.ts';
import { pipedKeys } from './piping.ts';

/** A question as paging needs it: what it depends on is in its condition and in its words. */
export type PagedStep = Step & { wording: string; help?: string | undefined };

/** On one page while a survey is this short; longer ones come in pages of about this many. */
const MOST_ON_A_PAGE = 10;

/**
 * Cuts a survey into pages so that nothing on a page depends on an answer given on the same page: without script, what
 * comes next is decided when a page is sent. The same cut for everybody.
 */
export function pagesOf<Q extends PagedStep>(questions: readonly Q[]): Q[][] {
  const pages: Q[][] = [];
  let page: Q[] = [];
  for (const question of questions) {
    if (page.length > 0 && startsPage(question, page)) {
      pages.push(page);
      page = [];
    }
    page.push(question);
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

function startsPage(question: PagedStep, page: readonly PagedStep[]): boolean {
  if (page.length >= MOST_ON_A_PAGE || (page.at(-1)!.jumps?.length ?? 0) > 0) return true;
  const here = new Set(page.map(({ key }) => key));
  return dependsOn(question).some((key) => here.has(key));
}

/** The keys of the questions that decide whether this one is asked, or stand in its words. Its jumps come after it. */
function dependsOn({ showIf, wording, help }: PagedStep): string[] {
  const tested = (showIf?.tests ?? []).map(({ question }) => question);
  return [...tested, ...pipedKeys(wording), ...pipedKeys(help ?? '')];
}

export interface Page<Q> {
  /** Its place among all pages, from 0. */
  index: number;
  questions: Q[];
  /** True when no answer on it can lead to another page. */
  isLast: boolean;
}

/**
 * The next page that these answers lead to after page `index` (−1 before the first), or the one before it; null past
 * either end.
 */
export function pageFrom<Q extends PagedStep>(
  questions: readonly Q[],
  answers: Answers,
  index: number,
  by: 1 | -1 = 1,
): Page<Q> | null {
  const pages = pagesOf(questions);
  const path = new Set(pathOf(questions, answers));
  for (let at = index + by; at >= 0 && at < pages.length; at += by) {
    const shown = pages[at]!.filter((question) => path.has(question));
    if (shown.length > 0) return { index: at, questions: shown, isLast: at === pages.length - 1 };
  }
  return null;
}

/** The page of this number as these answers show it; null when they lead past it. */
export function pageAt<Q extends PagedStep>(
  questions: readonly Q[],
  answers: Answers,
  index: number,
): Page<Q> | null {
  const page = pageFrom(questions, answers, index - 1);
  return page?.index === index ? page : null;
}
