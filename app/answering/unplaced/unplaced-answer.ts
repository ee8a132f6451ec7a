import { z } from 'zod';

/** An answer without a confirmed role, as `unplaced_answer.cells` keeps it: readable, and ready to be placed. */
export const KeptRow = z.object({
  roleText: z.string(),
  score: z.number().nullable(),
  words: z.string().nullable(),
  /** ISO day. */
  answeredOn: z.string(),
  account: z.object({ id: z.string(), name: z.string() }).nullable(),
  emailKey: z.string().nullable(),
  language: z.string().nullable(),
});
export type KeptRow = z.infer<typeof KeptRow>;

export interface UnplacedAnswer {
  id: string;
  importId: string;
  waveId: string;
  line: number;
  submitId: string;
  code: string;
  reason: string;
  word: string;
  wordKey: string;
  row: KeptRow;
}

/** What a search looks through. Never the score: a list by answer value would be a figure of nobody. */
export function unplacedSearchKey({ roleText, words, account }: KeptRow): string {
  return [roleText, words, account?.name].filter(Boolean).join('\n').toLowerCase();
}
