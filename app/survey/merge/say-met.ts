import type { MergedDraft } from './merge-drafts.ts';

/** What somebody else's save did to this draft, in a line. */
export function sayMet({ draft, changed, dropped, kept, clashes }: MergedDraft, name: string): string {
  const numbers = changed
    .map((key) => draft.questions.findIndex((question) => question.key === key) + 1)
    .filter((number) => number > 0);
  const did = [
    ...(numbers.length > 0 ? [`changed ${sayNumbers(numbers)}`] : []),
    ...(dropped > 0 ? [dropped === 1 ? 'dropped a question' : `dropped ${dropped} questions`] : []),
  ];
  const what = did.length > 0 ? did.join(' and ') : 'saved this survey';
  const stay = kept.length > 0 ? ' What was dropped by one and written in by the other stayed.' : '';
  const twice = clashes.length > 0 ? ' Where you both wrote, choose below.' : '';
  return `${name} also ${what}.${stay}${twice}`;
}

function sayNumbers(numbers: readonly number[]): string {
  if (numbers.length > 4) return `${numbers.length} questions`;
  const [last, ...rest] = [...numbers].reverse();
  return rest.length === 0 ? `question ${last}` : `questions ${rest.reverse().join(', ')} and ${last}`;
}
