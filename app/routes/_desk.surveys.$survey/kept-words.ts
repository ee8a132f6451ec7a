import { z } from 'zod';
import { Draft } from '#app/survey/draft/draft.ts';

/** What was typed and not saved yet, with the draft that it went on from. Kept in the tab, for after a crash. */
const Kept = z.object({ base: Draft, draft: Draft, at: z.number() });
export type KeptWords = z.infer<typeof Kept>;

const nameOf = (slug: string) => `unsaved ${slug}`;

export function keepWords(slug: string, kept: KeptWords): void {
  try {
    sessionStorage.setItem(nameOf(slug), JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing still saves to the server.
  }
}

export function forgetWords(slug: string): void {
  try {
    sessionStorage.removeItem(nameOf(slug));
  } catch {
    // Nothing was kept.
  }
}

/** What an earlier page in this tab left behind; null for nothing. */
export function recallWords(slug: string): KeptWords | null {
  try {
    return Kept.safeParse(JSON.parse(sessionStorage.getItem(nameOf(slug)) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}
