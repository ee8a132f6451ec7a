import { checkTranslation } from './check-translation.ts';
import { fingerprint } from './fingerprint.ts';
import { type KeptText, type KeptTexts, keptAt, sameText, tidy } from './kept-text.ts';
import type { Original } from './original.ts';

/** What somebody typed at one place, and what they saw there when they began (`seenOf`). */
export interface TypedText {
  place: string;
  text: string;
  seen: string;
  /** Looked at an original that changed, and stands by the words as they are. */
  stillRight: boolean;
}

/** Two wrote at one place: `theirs` stands, `mine` was not kept. */
export interface Clash {
  place: string;
  /** What `mine` was written over, to be sent again unless somebody decides. */
  seen: string;
  theirs: string;
  mine: string;
}

export interface Merged {
  texts: Record<string, KeptText>;
  changed: number;
  clashes: Clash[];
  /** A sentence per place that was not taken, with what was typed. */
  faults: { place: string; text: string; sentence: string }[];
  /** Places that the survey has no longer; what was typed there had nowhere to go. */
  gone: number;
}

/** Takes what one translator typed into what is kept now, place by place; nothing of anybody else is overwritten. */
export function mergeTyped(
  originals: readonly Original[],
  kept: KeptTexts,
  typed: readonly TypedText[],
): Merged {
  const byPlace = new Map(originals.map((original) => [original.place, original]));
  const merged: Merged = { texts: { ...kept }, changed: 0, clashes: [], faults: [], gone: 0 };
  for (const one of typed) {
    const original = byPlace.get(one.place);
    if (original) mergeOne(merged, original, { ...one, text: tidy(one.text) });
    else if (wasTouched(one)) merged.gone += 1;
  }
  return merged;
}

function mergeOne(merged: Merged, original: Original, typed: TypedText): void {
  const { place, text } = typed;
  const kept = keptAt(merged.texts, place);
  const now = kept?.text ?? '';
  const isConfirmed = typed.stillRight && kept !== undefined && !sameText(kept.of, original.text);
  if (text === now) {
    if (isConfirmed) confirm(merged, original, kept);
    return;
  }
  if (!wasTouched(typed)) return;
  if (seenText(typed) !== fingerprint(now)) {
    merged.clashes.push({ place, seen: typed.seen, theirs: now, mine: text });
    return;
  }
  const sentence = text === '' ? null : checkTranslation(original.text, text);
  if (sentence) merged.faults.push({ place, text, sentence });
  else put(merged, place, text === '' ? null : { text, of: originalSeen(original, kept, typed) });
}

/** The words stand for today's original, unless they lack a placeholder that it has now. */
function confirm(merged: Merged, { place, text: original }: Original, kept: KeptText): void {
  const sentence = checkTranslation(original, kept.text);
  if (sentence) merged.faults.push({ place, text: kept.text, sentence });
  else put(merged, place, { ...kept, of: original });
}

function put(merged: Merged, place: string, text: KeptText | null): void {
  merged.changed += 1;
  if (text) merged.texts[place] = text;
  else delete merged.texts[place];
}

/** The original that was on the page: today's, the one translated before, or one that came and went. */
function originalSeen({ text }: Original, kept: KeptText | undefined, { seen }: TypedText): string {
  const [original] = seen.split('.');
  if (original === fingerprint(text)) return text;
  return kept && original === fingerprint(kept.of) ? kept.of : '';
}

function seenText({ seen }: TypedText): string {
  return seen.split('.')[1] ?? '';
}

function wasTouched(typed: TypedText): boolean {
  return seenText(typed) !== fingerprint(tidy(typed.text));
}
