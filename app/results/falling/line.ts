/** What makes an answer one to act on: a score of at most so much, or one choice. */
export type Line = { atMost: number } | { choice: string };
