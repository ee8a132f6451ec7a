import { SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { insertEvents, insertToken } from '../event/event.store.server.ts';
import type { Heard, Knock } from './door.ts';
import { hearMailgun } from './hear-mailgun.server.ts';
import { hearPostmark } from './hear-postmark.server.ts';
import { hearSendgrid } from './hear-sendgrid.server.ts';
import { hearSes } from './hear-ses.server.ts';
import { type Certificates, fetchedCertificates } from './sns-signature.server.ts';

export type TakenWebhook =
  | Exclude<Heard, { kind: 'events' } | { kind: 'subscribe' }>
  /** Everything it tells is in the database; what it means is worked out later. */
  | { kind: 'taken'; isNew: number }
  | { kind: 'subscribed' }
  /** What it needs from its sender did not come; it may be sent again. */
  | { kind: 'not_now' };

type Taking = Pick<House, 'db' | 'env' | 'clock' | 'log'>;

/** How the outside is asked; a test plays it. */
export interface Outside {
  get: typeof fetch;
  certificates: Certificates;
}

/** The fetch is looked up at each call, so that whoever replaces it is heard. */
const get: typeof fetch = (...asked) => fetch(...asked);
const outside: Outside = { get, certificates: fetchedCertificates(get) };

/** Takes a provider's webhook in: proven first, then kept, and answered before anything is done about it. */
export async function takeWebhook(
  house: Taking,
  provider: string,
  knock: Omit<Knock, 'now'>,
  from: Outside = outside,
): Promise<TakenWebhook> {
  try {
    const heard = await hear(house, provider, { ...knock, now: house.clock.now() }, from);
    if (heard.kind === 'subscribe') return await subscribe(heard.url, from);
    return heard.kind === 'events' ? await keep(house, heard) : heard;
  } catch (fault) {
    if (!isOutside(fault)) throw fault;
    house.log.warn({ err: fault, provider }, 'a webhook could not be checked');
    return { kind: 'not_now' };
  }
}

async function hear(
  { env: { returns } }: Taking,
  provider: string,
  knock: Knock,
  { certificates }: Outside,
): Promise<Heard> {
  if (provider === 'ses' && returns.sesTopics)
    return hearSes(knock, { topics: returns.sesTopics, certificates });
  if (provider === 'sendgrid' && returns.sendgridKey) return hearSendgrid(knock, returns.sendgridKey);
  if (provider === 'mailgun' && returns.mailgunKey) return hearMailgun(knock, returns.mailgunKey);
  if (provider === 'postmark' && returns.postmarkAuth) return hearPostmark(knock, returns.postmarkAuth);
  return { kind: 'not_set_up' };
}

/** The token and what came under it, both or neither. */
function keep({ db, clock }: Taking, { events, token }: Extract<Heard, { kind: 'events' }>) {
  return inTransaction(db, async (tx): Promise<TakenWebhook> => {
    const now = clock.now();
    if (token !== undefined && !(await insertToken(tx, token, now)))
      return { kind: 'refused', why: 'replayed' };
    return { kind: 'taken', isNew: await insertEvents(tx, events, now) };
  });
}

async function subscribe(url: string, { get: ask }: Outside): Promise<TakenWebhook> {
  const answer = await ask(url, { redirect: 'error', signal: AbortSignal.timeout(5 * SECOND) });
  return { kind: answer.ok ? 'subscribed' : 'not_now' };
}

/** A fetch that failed or took too long. */
function isOutside(fault: unknown): boolean {
  return fault instanceof TypeError || (fault instanceof DOMException && fault.name === 'TimeoutError');
}
