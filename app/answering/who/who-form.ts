import { oneLine } from '#app/audience/import/cell-text.ts';
import { LONGEST_WORDS, type Said } from '#app/programme/correction/correction.ts';

/** What was chosen and written, as it is shown again. */
export function readTyped(form: URLSearchParams): { who: string; words: string } {
  return { who: form.get('who') ?? '', words: form.get('words') ?? '' };
}

/** What somebody says of their role; null where they chose nothing that stands on the page. */
export function readSaid(form: URLSearchParams): Said | null {
  const { who, words } = readTyped(form);
  if (who === 'none') return { kind: 'none', words: plainLine(words, LONGEST_WORDS) };
  if (who === 'left') return { kind: 'left' };
  const [, personaId] = /^persona:(.{1,80})$/s.exec(who) ?? [];
  return personaId ? { kind: 'other', personaId } : null;
}

/** Somebody's own words on one line: no control character lies in them, and no half of a sign at their end. */
export function plainLine(text: string, longest: number): string {
  const line = oneLine(text)
    .replaceAll(/\p{Cc}+/gu, ' ')
    .toWellFormed()
    .trim();
  return line.length <= longest
    ? line
    : line
        .slice(0, longest)
        .toWellFormed()
        .replace(/\uFFFD$/, '')
        .trim();
}
