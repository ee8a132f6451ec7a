import type { PlacedText } from '../texts.ts';
import { type KeptText, type KeptTexts, keptAt, sameText } from './kept-text.ts';

export type TextState = 'translated' | 'stale' | 'missing';

/** How far a language is. Places are in the order they are read. */
export interface Progress {
  total: number;
  /** With a translation, also one whose original changed since. */
  translated: number;
  stale: string[];
  missing: string[];
  /** Kept, but the text that they translate is gone; freezing leaves them out. */
  orphaned: string[];
}

/** Holds the texts of a set or a draft against what one language keeps. */
export function progressOf(originals: readonly PlacedText[], kept: KeptTexts): Progress {
  const states = originals.map(({ place, text }) => ({ place, state: stateOf(text, keptAt(kept, place)) }));
  const placesIn = (wanted: TextState) =>
    states.filter(({ state }) => state === wanted).map(({ place }) => place);
  const missing = placesIn('missing');
  const places = new Set(originals.map(({ place }) => place));
  return {
    total: originals.length,
    translated: originals.length - missing.length,
    stale: placesIn('stale'),
    missing,
    orphaned: Object.keys(kept).filter((place) => !places.has(place)),
  };
}

export function stateOf(original: string, kept: KeptText | undefined): TextState {
  if (!kept) return 'missing';
  return sameText(kept.of, original) ? 'translated' : 'stale';
}

/** `12 of 14, 1 changed since`. */
export function sayProgress({ total, translated, stale }: Progress): string {
  const done = `${translated} of ${total}`;
  return stale.length === 0 ? done : `${done}, ${stale.length} changed since`;
}
