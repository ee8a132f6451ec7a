/** What becomes of answers that come through a link for a page or chat, where people say themselves what they do. */
export const SHARED_ANSWERS = ['held', 'counted'] as const;
export type SharedAnswers = (typeof SHARED_ANSWERS)[number];

export const SHARED_ANSWERS_WORDS = {
  held: 'held until a member accepts them',
  counted: 'counted, apart from those asked by name',
} as const satisfies Record<SharedAnswers, string>;

/** Of several question sets the strictest one says it; one that says nothing holds. */
export function strictestOf(sets: readonly { shared?: SharedAnswers | undefined }[]): SharedAnswers {
  return sets.length > 0 && sets.every(({ shared }) => shared === 'counted') ? 'counted' : 'held';
}
