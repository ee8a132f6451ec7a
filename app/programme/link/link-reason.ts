/** Why a member changes a link: a choice and not a text, because the audit trail keeps no words about people. */
export const LINK_REASONS = ['leaked', 'wrong_person', 'asked', 'lost'] as const;
export type LinkReason = (typeof LINK_REASONS)[number];

export const LINK_REASON_WORDS = {
  leaked: 'The mail was passed on or published',
  wrong_person: 'It reached the wrong person',
  asked: 'They asked for it',
  lost: 'They lost the mail',
} as const satisfies Record<LinkReason, string>;

export function readLinkReason(text: unknown): LinkReason | null {
  return LINK_REASONS.find((known) => known === text) ?? null;
}
