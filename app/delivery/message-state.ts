/** Where a message stands in the ledger. */
export const MESSAGE_STATES = [
  'queued',
  'claimed',
  'committed_to_send',
  'accepted',
  'deferred',
  'failed',
  'suppressed',
  'in_doubt',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** What a reader needs to tell apart: handed over, still to go, stopped for good, nobody knows. */
export const MAIL_STANDINGS = ['sent', 'waiting', 'stopped', 'in_doubt'] as const;
export type MailStanding = (typeof MAIL_STANDINGS)[number];

export const STANDING_OF = {
  queued: 'waiting',
  claimed: 'waiting',
  committed_to_send: 'waiting',
  deferred: 'waiting',
  accepted: 'sent',
  failed: 'stopped',
  suppressed: 'stopped',
  in_doubt: 'in_doubt',
} as const satisfies Record<MessageState, MailStanding>;

export const STANDING_WORDS = {
  sent: 'Sent',
  waiting: 'Waiting',
  stopped: 'Not sent',
  in_doubt: 'In doubt',
} as const satisfies Record<MailStanding, string>;

/** One message's state, where nothing else was written down about it. */
export const STATE_WORDS = {
  queued: 'Waits its turn',
  claimed: 'On its way out',
  committed_to_send: 'On its way out',
  deferred: 'The mail server asked to try again later',
  accepted: 'Handed to the mail server',
  failed: 'The mail server refused it',
  suppressed: 'Asked not to be written to',
  in_doubt: 'May have gone out; the mail server’s answer did not come',
} as const satisfies Record<MessageState, string>;
