import { sayTooLong } from './check-translation.ts';
import { seenOf } from './fingerprint.ts';
import { type KeptTexts, keptAt } from './kept-text.ts';
import type { Original } from './original.ts';
import { stateOf, type TextState } from './progress.ts';

/** One text on the page of a language. */
export interface TranslationRow extends Original {
  translation: string;
  state: TextState;
  /** The original that an old translation was made from; empty where it is not known. */
  before: string;
  tooLong: string | null;
  seen: string;
}

/** As many texts as one page shows: what a form of them weighs stays below what a page takes in. */
export const ROWS_A_PAGE = 60;

export interface ShownRows {
  rows: TranslationRow[];
  /** From 1. */
  page: number;
  pages: number;
  open: number;
}

/** The texts of one page, all of them or those that are missing or changed since. */
export function rowsToShow(
  originals: readonly Original[],
  texts: KeptTexts,
  asked: { onlyOpen: boolean; page: number },
): ShownRows {
  const all = originals.map((original) => rowOf(original, texts));
  const open = all.filter(({ state }) => state !== 'translated');
  const wanted = asked.onlyOpen ? open : all;
  const pages = Math.max(1, Math.ceil(wanted.length / ROWS_A_PAGE));
  const page = Math.min(Math.max(1, asked.page), pages);
  const start = (page - 1) * ROWS_A_PAGE;
  return { rows: wanted.slice(start, start + ROWS_A_PAGE), page, pages, open: open.length };
}

function rowOf(original: Original, texts: KeptTexts): TranslationRow {
  const kept = keptAt(texts, original.place);
  const translation = kept?.text ?? '';
  return {
    ...original,
    translation,
    state: stateOf(original.text, kept),
    before: kept?.of ?? '',
    tooLong: sayTooLong(translation, original.room),
    seen: seenOf(original.text, translation),
  };
}
