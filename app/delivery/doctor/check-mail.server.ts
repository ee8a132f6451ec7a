import { MINUTE, SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import type { MailVerdict } from './finding.ts';
import { judgeMail } from './judge-mail.ts';
import { lookUpMail } from './look-up-mail.server.ts';
import { subjectOf } from './subject-of.server.ts';

/** Records change seldom, and whoever mended one presses “Check again”. */
const STAYS_GOOD = 10 * MINUTE;

export type MailChecked =
  | { kind: 'checked'; verdict: MailVerdict; at: number }
  /** Mail stays in the built-in mailbox: nothing leaves the house, so no record matters. */
  | { kind: 'mailbox' }
  /** DNS takes its time; the answer is there on one of the next looks. */
  | { kind: 'looking' };

interface Kept {
  at: number;
  verdict: MailVerdict | null;
  underWay: Promise<MailVerdict> | null;
}

/** By process: a node that starts looks once for itself. */
const KEPT = new WeakMap<House['env'], Kept>();

type Checking = Pick<House, 'env' | 'clock'>;

/**
 * What is published for the domain that mail comes from. Looks where nothing is known, or `anew`, and waits `patience` ms
 * at most for what others are waiting for too.
 */
export async function checkMail(
  house: Checking,
  { patience = 3 * SECOND, anew = false }: { patience?: number; anew?: boolean } = {},
): Promise<MailChecked> {
  if (house.env.smtpUrl === 'mailbox:') return { kind: 'mailbox' };
  const kept = KEPT.get(house.env) ?? { at: 0, verdict: null, underWay: null };
  KEPT.set(house.env, kept);
  const isFresh = kept.verdict !== null && house.clock.now() - kept.at < STAYS_GOOD;
  if (!isFresh || anew) {
    kept.underWay ??= look(house, kept);
    await within(patience, kept.underWay);
  }
  if (kept.underWay !== null || kept.verdict === null) return { kind: 'looking' };
  return { kind: 'checked', verdict: kept.verdict, at: kept.at };
}

async function look({ env, clock }: Checking, kept: Kept): Promise<MailVerdict> {
  try {
    kept.verdict = judgeMail(await lookUpMail(subjectOf(env)));
    kept.at = clock.now();
    return kept.verdict;
  } finally {
    kept.underWay = null;
  }
}

/** Resolves when `work` has ended or the time is over; the work goes on. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
