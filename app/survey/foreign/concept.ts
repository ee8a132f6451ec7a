import { cutWords } from './plain-words.ts';

const MOST_WORDS = 4;
const MOST = 40;

/** A name that only counts: `question12`, `Q3`, `QID7`, `element_1`, or one that a program made. */
const COUNTS =
  /^(q|qid|question|element|frage|item|page|panel)?[\s_.-]*\d*$|^(?=.*\d)[a-z0-9]{16,}$|^[0-9a-f-]{32,}$/i;

/** A proposal for what a question is about: the name it had, or the first words of it. Somebody looks at it later. */
export function proposeConcept(name: string, wording: string): string {
  const spoken = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_.-]+/g, ' ')
    .replace(/[{}\p{Cc}]/gu, ' ')
    .trim();
  const isOwn = spoken !== '' && !COUNTS.test(name.trim()) && spoken.split(/\s+/).length <= MOST_WORDS + 2;
  const words = (isOwn ? spoken : wording.replace(/\{\{[^{}]*\}\}/g, ''))
    .split(/\s+/)
    .filter((word) => word !== '');
  const text = words
    .slice(0, MOST_WORDS)
    .join(' ')
    .replace(/[\s\p{P}]+$/u, '')
    .replace(/^[\s\p{P}]+/u, '');
  return cutWords(text.toLocaleLowerCase('en'), MOST);
}
