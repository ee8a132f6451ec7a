import type { Given } from '#app/survey/question/given.ts';
import type { Question } from '#app/survey/question.ts';
import { questionOf, THREE } from '#tests/support/asked-set.ts';
import { hiddenFields } from '#tests/support/respond.ts';
import type { Fields } from './caller.ts';

const after = (question: string) => ({
  showIf: { match: 'all', tests: [{ question, op: 'answered', value: '' }] },
});

/** Eight questions of many kinds on three pages, looked over at the end: four presses from first to last. */
export const LONG_SURVEY: readonly Question[] = [
  questionOf('q1', 'recommend'),
  questionOf('q2', 'csat', { low: 'low', high: 'high' }),
  questionOf('q3', 'text', { size: 'line', check: 'none' }),
  questionOf('q4', 'single', { options: THREE, ...after('q1') }),
  questionOf('q5', 'multiple', { options: THREE, atMost: 3 }),
  questionOf('q6', 'number', { least: 0, most: 1_000_000 }),
  questionOf('q7', 'rating', { points: 7, low: 'low', high: 'high', ...after('q4') }),
  questionOf('q8', 'text', { size: 'line', check: 'none' }),
];

/** What somebody answers, told from everybody else's by their number. */
export function planOf(number: number): Record<string, string[]> {
  const [one, two] = [`o${1 + (number % 3)}`, `o${1 + ((number + 1) % 3)}`];
  return {
    ...{ q1: [String(number % 11)], q2: [String(1 + (number % 5))], q3: [`Words "of" <${number}> & 語`] },
    ...{ q4: [one], q5: [one, two].sort(), q6: [String(number)] },
    ...{ q7: [String(1 + (number % 7))], q8: [`The last of ${number}`] },
  };
}

export function givenOf(plan: Readonly<Record<string, readonly string[]>>): Given {
  return new Map(Object.entries(plan).map(([field, values]) => [field, [...values]]));
}

/** The page with the answers that a plan has for what it shows, and the button that leads on. */
export function fillIn(page: string, plan: Readonly<Record<string, readonly string[]>>): Fields {
  const seen = page.replaceAll(/<input type="hidden"[^>]*>/g, '');
  const shown = Object.entries(plan).filter(([field]) => seen.includes(`name="${field}"`));
  const go = page.includes('name="go" value="on"') ? 'on' : 'send';
  return { ...hiddenFields(page), moved: '1', ...Object.fromEntries(shown), go };
}
