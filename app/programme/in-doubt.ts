/** What becomes of a mail when nobody knows whether it arrived: a crash or a broken line hid the mail server's answer. */
export const IN_DOUBT_RULES = ['resend_once', 'hold'] as const;
export type InDoubtRule = (typeof IN_DOUBT_RULES)[number];

export const IN_DOUBT_WORDS = {
  resend_once: {
    name: 'Send it once more',
    help: 'Nobody is forgotten; a few may get the same mail twice. Many mailboxes drop the second copy.',
  },
  hold: { name: 'Leave it', help: 'Nobody gets a mail twice; a few may never get it. You see who.' },
} as const satisfies Record<InDoubtRule, { name: string; help: string }>;
