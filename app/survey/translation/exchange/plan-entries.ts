import { checkTranslation } from '../check-translation.ts';
import { type KeptText, type KeptTexts, keptAt, sameText, tidy } from '../kept-text.ts';
import type { Original } from '../original.ts';
import type { TextEntry } from './text-entry.ts';

/** What a file brought, told place by place where somebody may have to look. */
export interface BroughtIn {
  taken: number;
  unchanged: number;
  /** Places of the file without a translation; what is kept there stays. */
  blank: number;
  /** Taken, but from an original that reads differently today. */
  stale: string[];
  unknown: string[];
  refused: { place: string; text: string; sentence: string }[];
  /** What stood there before the file. */
  replaced: { place: string; before: string }[];
}

export interface PlannedEntries {
  texts: Record<string, KeptText>;
  report: BroughtIn;
}

/** Takes the texts of a file into what is kept. A file never takes a text away: blanks are passed over. */
export function planEntries(
  originals: readonly Original[],
  kept: KeptTexts,
  entries: readonly TextEntry[],
): PlannedEntries {
  const byPlace = new Map(originals.map((original) => [original.place, original]));
  const report: BroughtIn = {
    ...{ taken: 0, unchanged: 0, blank: 0, stale: [], unknown: [], refused: [], replaced: [] },
  };
  const plan = { texts: { ...kept }, report };
  const seen = new Set<string>();
  for (const entry of entries) {
    const { place } = entry;
    const original = byPlace.get(place);
    if (seen.has(place)) refuse(report, entry, 'It stands twice in the file. The first one was read.');
    else if (original) takeEntry(plan, original, entry);
    else report.unknown.push(place);
    seen.add(place);
  }
  return plan;
}

function takeEntry({ texts, report }: PlannedEntries, original: Original, entry: TextEntry): void {
  const { place } = entry;
  const text = tidy(entry.text ?? '');
  if (text === '') {
    report.blank += 1;
    return;
  }
  const isToday = sameText(entry.original, original.text);
  const of = isToday ? original.text : tidy(entry.original).slice(0, 1000);
  const sentence = checkTranslation(of === '' ? original.text : of, text);
  if (sentence) {
    refuse(report, entry, sentence);
    return;
  }
  const before = keptAt(texts, place);
  const after = withSeal({ text, of }, before, entry);
  if (before && isSettled(before, after, entry.isDone && isToday)) {
    report.unchanged += 1;
    return;
  }
  texts[place] = after;
  report.taken += 1;
  if (!isToday) report.stale.push(place);
  if (before && before.text !== text) report.replaced.push({ place, before: before.text });
}

/**
 * The file says nothing new. The same words leave a "changed since" as it is, and never bring one back, unless the file
 * says that they were looked at beside today's original.
 */
function isSettled(before: KeptText, after: KeptText, wasLookedAt: boolean): boolean {
  if (before.text !== after.text) return false;
  return !wasLookedAt || (sameText(before.of, after.of) && before.seal === after.seal);
}

function withSeal(after: KeptText, before: KeptText | undefined, { seal }: TextEntry): KeptText {
  const stays = before?.text === after.text && sameText(before.of, after.of) ? before.seal : undefined;
  const next = seal === undefined ? stays : seal;
  return next ? { ...after, seal: next } : after;
}

function refuse(report: BroughtIn, { place, text }: TextEntry, sentence: string): void {
  report.refused.push({ place, text: text ?? '', sentence });
}
