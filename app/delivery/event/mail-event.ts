export type EventKind = 'delivered' | 'delayed' | 'soft_bounce' | 'hard_bounce' | 'complaint';

/** What somebody out there says became of a message, in one form whoever says it. */
export interface MailEvent {
  provider: 'mail' | 'ses' | 'sendgrid' | 'mailgun' | 'postmark';
  /** As its sender calls it: the same one is taken in once. */
  eventId: string;
  kind: EventKind;
  /** RFC 3463, such as 5.1.1. */
  status: string | null;
  /** In the words of the mail server that said it. */
  detail: string;
  /** ms */
  occurredAt: number;
  /** By what its message is known; the more, the surer. */
  about: {
    /** Our own id, proven by the signature in the return address. */
    id?: string;
    messageId?: string;
    providerId?: string;
  };
}

/** The later of two wins; what is known for good is never undone by what comes late. */
const GRAVITY = {
  delayed: 1,
  delivered: 2,
  soft_bounce: 3,
  hard_bounce: 4,
  complaint: 5,
} as const satisfies Record<EventKind, number>;

export interface Outcome {
  kind: EventKind;
  at: number;
  detail: string;
}

/**
 * What a message came to, of everything that was said about it: the gravest, and of equals the first. It depends on
 * the events alone and not on the order in which they came.
 */
export function outcomeOf(events: readonly Outcome[]): Outcome | null {
  return [...events].sort(gravestFirst)[0] ?? null;
}

function gravestFirst(a: Outcome, b: Outcome): number {
  return GRAVITY[b.kind] - GRAVITY[a.kind] || a.at - b.at || (a.detail < b.detail ? -1 : 1);
}

/**
 * Whether a mailbox is given up. RFC 3463: a full mailbox, a mail that is too big or not liked says nothing about
 * whether the person is still there. Nor does a policy of theirs, nor what is said of the sender (5.1.7, 5.1.8).
 */
export function saysNobodyIsThere(status: string | null): boolean {
  return status === null || /^5\.(0\.0|1\.([0-69]|10)|2\.[01])$/.test(status);
}

/**
 * Whether a bounce for good blames the mail, who sent it or a mailbox that is full, and so says nothing against the address:
 * one wave that a firm's filter does not like would otherwise cost every address of that firm. Of what RFC 3463 calls a
 * policy, 5.7.13 (the account is disabled) and 5.7.17 (the mailbox is somebody else's by now) are about the address.
 */
export function sparesAddress(status: string | null): boolean {
  return status !== null && /^5\.(1\.[78]|2\.[23]|[36]\.\d+|7\.(?!(13|17)$)\d+)$/.test(status);
}

/** As it is taken in: what came back for good and spares the address came back for now. */
export function kindOf({ kind, status }: Pick<MailEvent, 'kind' | 'status'>): EventKind {
  return kind === 'hard_bounce' && sparesAddress(status) ? 'soft_bounce' : kind;
}

/** What an event counts as towards holding its wave up, of which being turned away is as good a reason as being gone. */
export function countsAs({
  kind,
  status,
}: Pick<MailEvent, 'kind' | 'status'>): 'hard_bounce' | 'complaint' | null {
  if (kind === 'complaint' || kind === 'hard_bounce') return kind;
  return kind === 'soft_bounce' && sparesAddress(status) ? 'hard_bounce' : null;
}

/** Two reports of one message within this time are one bounce that two inlets told. */
const SAME_BOUNCE = 60 * 60 * 1000;
const SOFT_WINDOW = 7 * 24 * 60 * 60 * 1000;
const SOFT_LIMIT = 3;

/** Whether an address bounced softly often enough, at any time, to be left alone. */
export function isWornOut(softBounces: readonly { messageId: string; at: number }[]): boolean {
  const inOrder = [...softBounces].sort((a, b) => a.at - b.at);
  const times = inOrder.filter((bounce, index) => !inOrder.slice(0, index).some(isTwinOf(bounce)));
  return times.some(({ at }, index) => {
    const last = times[index + SOFT_LIMIT - 1];
    return last !== undefined && last.at - at <= SOFT_WINDOW;
  });
}

function isTwinOf(one: { messageId: string; at: number }) {
  return (before: { messageId: string; at: number }) =>
    before.messageId === one.messageId && one.at - before.at <= SAME_BOUNCE;
}

/** What was said is kept short, on one line. */
export function shortDetail(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
}
