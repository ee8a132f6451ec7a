import { type DiffPart, diffWords, sideOf } from './word-diff.ts';

/** A stretch of a wording; `differs` where another persona reads other words. */
export interface MarkedPart {
  text: string;
  differs: boolean;
}

/**
 * Marks in each wording what is not in all of them. The first is the one that the others are held against, so its marks
 * are those of every comparison together.
 */
export function markDifferences(wordings: readonly string[]): MarkedPart[][] {
  const [first = '', ...others] = wordings;
  if (wordings.length === 0) return [];
  const diffs = others.map((other) => diffWords(first, other));
  const differs = new Uint8Array(first.length);
  for (const diff of diffs) markAt(differs, sideOf(diff, 'before'));
  return [
    splitBy(first, differs),
    ...diffs.map((diff) =>
      sideOf(diff, 'after').map(({ kind, text }) => ({ text, differs: kind !== 'same' })),
    ),
  ];
}

function markAt(differs: Uint8Array, parts: readonly DiffPart[]): void {
  let at = 0;
  for (const { kind, text } of parts) {
    if (kind !== 'same') differs.fill(1, at, at + text.length);
    at += text.length;
  }
}

function splitBy(text: string, differs: Uint8Array): MarkedPart[] {
  const parts: MarkedPart[] = [];
  for (let start = 0, at = 1; at <= text.length; at += 1) {
    if (at < text.length && differs[at] === differs[start]) continue;
    parts.push({ text: text.slice(start, at), differs: differs[start] === 1 });
    start = at;
  }
  return parts;
}
