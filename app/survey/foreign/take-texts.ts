import type { Said } from '../question/foreign.ts';
import { changed, type ReportLine, type Translations } from './brought.ts';
import { sayMarks } from './marks.ts';
import { cutWords } from './plain-words.ts';

/** What stands in a text when an answer is not known: of no language, until somebody writes better. */
const FALLBACK = '…';

/** What a mark of theirs is here: an earlier question's key, a fact of ours, or null. */
export type SayMark = (theirs: string) => string | null;

/** Puts texts in their places: ours into the draft, the others into their languages. */
export interface TextTaker {
  take(said: Said, place: string, most: number, where: { place: string; say: SayMark }): string;
  translations(): Translations;
  report(): ReportLine[];
}

const MOST_TRANSLATED = 1000;

export function textTaker(): TextTaker {
  const byTag = new Map<string, Map<string, string>>();
  const lines: ReportLine[] = [];
  return {
    take(said, place, most, where) {
      for (const [tag, text] of said.others) {
        const texts = byTag.get(tag) ?? new Map<string, string>();
        byTag.set(
          tag,
          texts.set(place, cutText(fillMarks(text, where.say).text, Math.min(most, MOST_TRANSLATED))),
        );
      }
      const filled = fillMarks(said.text, where.say);
      const text = cutText(filled.text, most);
      lines.push(...describe(where.place, filled, text, most));
      return text;
    },
    translations: () =>
      Object.fromEntries([...byTag].map(([tag, texts]) => [tag, Object.fromEntries(texts)])),
    report: () => lines,
  };
}

interface Filled {
  text: string;
  known: number;
  unknown: string[];
}

function fillMarks(text: string, say: SayMark): Filled {
  const filled: Filled = { text: '', known: 0, unknown: [] };
  filled.text = sayMarks(text, (theirs, fallback) => {
    const name = say(theirs);
    const stead = fallback.replace(/[{}|]/g, ' ').trim() || FALLBACK;
    if (name === null) {
      filled.unknown.push(theirs);
      return stead;
    }
    filled.known += 1;
    return `{{${name}|${stead}}}`;
  });
  return filled;
}

function describe(
  place: string,
  { known, unknown, text: whole }: Filled,
  text: string,
  most: number,
): ReportLine[] {
  const lines: ReportLine[] = [];
  const what = cutWords(text, 120);
  if (known > 0)
    lines.push(
      changed(
        place,
        what,
        `What is filled in has a stand-in now, for when nothing is known: look at what follows the bar.`,
      ),
    );
  if (unknown.length > 0)
    lines.push(
      changed(
        place,
        what,
        `${cutWords(unknown.map((name) => `“${name}”`).join(', '), 100)} is not known here; “${FALLBACK}” stands in its place. Write what fits.`,
      ),
    );
  if (whole !== text) lines.push(changed(place, what, `It was longer than ${most} characters, and was cut.`));
  return lines;
}

/** Cut between words, and never inside what is filled in. */
function cutText(text: string, most: number): string {
  const cut = cutWords(text, most);
  const open = cut.lastIndexOf('{{');
  return open > cut.lastIndexOf('}}') ? `${cut.slice(0, open).trimEnd()}…` : cut;
}
