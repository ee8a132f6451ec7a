import { useCallback, useEffect, useRef, useState } from 'react';
import type { Builder } from '#app/survey/draft/builder-state.ts';
import { same } from '#app/survey/merge/same.ts';
import { forgetWords, type KeptWords, keepWords, recallWords } from './kept-words.ts';

const SOON = 250;

/** Keeps unsaved words in the tab, warns before they are left, and finds those that a crash left behind. */
export function useKeptWords(slug: string, { draft, base }: Builder) {
  const [found, setFound] = useState<KeptWords | null>(null);
  const isSaved = draft === base;
  const hasTyped = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for once, before anything is typed
  useEffect(() => {
    const kept = recallWords(slug);
    if (kept && !same(kept.draft, draft)) setFound(kept);
  }, [slug]);
  useEffect(() => {
    if (isSaved) return;
    const timer = setTimeout(() => keepWords(slug, { base, draft, at: Date.now() }), SOON);
    return () => clearTimeout(timer);
  }, [slug, base, draft, isSaved]);
  useEffect(() => {
    if (isSaved) {
      // What a crash left stays until somebody decided, or typed on.
      if (hasTyped.current && !found) forgetWords(slug);
      return;
    }
    hasTyped.current = true;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [slug, isSaved, found]);
  const dismiss = useCallback(() => {
    forgetWords(slug);
    setFound(null);
  }, [slug]);
  return { found, dismiss };
}
