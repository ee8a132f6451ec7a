/** What one person wrote. `by` names who; `language` asks for somebody who writes in it. */
export type Line = string | { words: string; by?: string; language?: string };

/** Texts by how their writers answered 0 to 10, so that words and number never contradict each other. */
export interface Lines {
  promoter: readonly Line[];
  passive: readonly Line[];
  detractor: readonly Line[];
}

/** In both waves; no text is used twice. */
export interface Said {
  earlier: Lines;
  latest: Lines;
}
