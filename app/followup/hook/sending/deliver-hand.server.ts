import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Posted, PublicPost } from '#app/platform/public-fetch.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type EndpointRow, findEndpointRow, noteFailing } from '../endpoint/endpoint.store.server.ts';
import { type Claimed, claimHand } from './claim.store.server.ts';
import { hasOpen, layBack, settleDelivery } from './delivery.store.server.ts';
import { disableEndpoint } from './disable-endpoint.server.ts';
import { slackBody, standardBody } from './hook-body.ts';
import { FAILS_AT_MOST, waitAfter } from './hook-retry.ts';
import { openHookSecret, openHookUrl, signHook } from './hook-secret.server.ts';

/** Longer than a hand may take: whoever holds it after that is dead. */
const LEASE = 60_000;
const HAND = 20;
/** After this a hand is laid back, so that it never outlives its lease: one more post takes five seconds at most. */
const HOLDS = 40_000;

type Delivering = Pick<House, 'db' | 'engine' | 'env' | 'clock' | 'ids' | 'log'>;

/**
 * Sends one endpoint what it is due, one after the other in the order of their ids: what fails holds up whatever comes
 * after it, here and nowhere else. Answers whether more may be due.
 */
export async function deliverHand(
  house: Delivering,
  workspace: Workspace,
  { endpointId, post, mayGoOn }: { endpointId: string; post: PublicPost; mayGoOn: () => boolean },
): Promise<boolean> {
  const { db, engine, clock } = house;
  const asked = { endpointId, now: clock.now(), leaseMs: LEASE, most: HAND };
  const hand = await claimHand(db, engine, workspace, asked);
  const since = performance.now();
  for (const [at, one] of hand.entries()) {
    // As it is now: a member may have switched it off, or unticked the names, since the last post.
    const endpoint = await findEndpointRow(db, workspace, endpointId);
    const isOver = performance.now() - since > HOLDS || !mayGoOn() || endpoint?.state !== 'on';
    const went = !isOver && (await deliver(house, workspace, { endpoint: endpoint!, one, post }));
    if (went) continue;
    await layBack(db, workspace, hand.slice(isOver ? at : at + 1));
    return isOver && mayGoOn();
  }
  return hand.length === HAND;
}

interface Attempt {
  endpoint: EndpointRow;
  one: Claimed;
  post: PublicPost;
}

/** Whether it went, and the next one may. */
async function deliver(
  house: Delivering,
  workspace: Workspace,
  { endpoint, one, post }: Attempt,
): Promise<boolean> {
  const began = performance.now();
  const posted = await attempt(house, endpoint, one, post);
  const tookMs = Math.round(performance.now() - began);
  if (posted.kind !== 'answered' || posted.status < 200 || posted.status >= 300) {
    await settleFailure(house, workspace, { endpoint, one, posted, tookMs });
    return false;
  }
  const now = house.clock.now();
  if (endpoint.failingSince !== null) await noteFailing(house.db, workspace, { id: endpoint.id, at: null });
  endpoint.failingSince = null;
  return settleDelivery(house.db, workspace, one, {
    ...{ state: 'delivered', attempts: one.attempts + 1, nextAt: now, settledAt: now },
    ...{ status: posted.status, reason: null, tookMs },
  });
}

async function attempt(house: Delivering, endpoint: EndpointRow, one: Claimed, post: PublicPost) {
  const { env, clock } = house;
  const url = openHookUrl(env, endpoint.id, endpoint.url);
  if (url === null) return lost('address');
  const data = endpoint.carriesNames ? one.namedData : one.data;
  const headers = { 'content-type': 'application/json', 'user-agent': 'Rolecall-Webhooks/1' };
  const told = { kind: one.kind, at: one.at, data };
  if (endpoint.format === 'slack') return post(url, { headers, body: slackBody(told, env.publicUrl) });
  const body = standardBody(told);
  const keys = liveSecrets(endpoint, clock.now()).map((sealed) => openHookSecret(env, endpoint.id, sealed));
  const known = keys.filter((key) => key !== null);
  if (known.length === 0) return lost('secret');
  const signed = signHook(known, { id: toSlug('event', one.eventId), at: clock.now(), body });
  return post(url, { headers: { ...headers, ...signed }, body });
}

function liveSecrets({ secret, formerSecret, formerUntil }: EndpointRow, now: number): Buffer[] {
  const former = formerUntil !== null && formerUntil > now ? formerSecret : null;
  return [secret, former].filter((sealed) => sealed !== null);
}

function lost(what: string): Posted {
  return { kind: 'refused', why: `The ${what} cannot be read any more: the secret that sealed it is gone.` };
}

/** Puts it off or gives it up, and stops sending there where it has failed for too long or is gone. */
async function settleFailure(
  house: Delivering,
  workspace: Workspace,
  { endpoint, one, posted, tookMs }: Omit<Attempt, 'post'> & { posted: Posted; tookMs: number },
): Promise<void> {
  const now = house.clock.now();
  const attempts = one.attempts + 1;
  const since = endpoint.failingSince ?? now;
  const isGone = posted.kind === 'answered' && posted.status === 410;
  const wait = isGone ? 0 : waitAfter(attempts);
  const outcome = wait === null ? ({ state: 'given_up', settledAt: now } as const) : PUT_OFF;
  await settleDelivery(house.db, workspace, one, {
    ...{ ...outcome, attempts, tookMs },
    // The day on which it is disabled is no later for a long wait: there is an attempt then.
    nextAt: Math.max(now, Math.min(now + (wait ?? 0), since + FAILS_AT_MOST)),
    ...{ status: posted.kind === 'answered' ? posted.status : null, reason: reasonOf(posted) },
  });
  // Once nothing waits any more it is not failing but quiet: a fault weeks later begins the five days anew.
  const isQuiet = wait === null && !(await hasOpen(house.db, workspace, endpoint.id));
  if (isQuiet || endpoint.failingSince === null)
    await noteFailing(house.db, workspace, { id: endpoint.id, at: isQuiet ? null : now });
  if (isGone) await disableEndpoint(house, workspace, { endpoint, why: GONE });
  else if (now - since >= FAILS_AT_MOST) await disableEndpoint(house, workspace, { endpoint, why: FAILED });
}

const PUT_OFF = { state: 'waiting', settledAt: null } as const;
const GONE = 'It answered 410, which says that it is gone for good.';
const FAILED = 'It has taken nothing for five days.';

function reasonOf(posted: Posted): string {
  if (posted.kind !== 'answered') return posted.why;
  const isRedirect = posted.status >= 300 && posted.status < 400;
  return `It answered ${posted.status}${isRedirect ? ', and redirects are not followed' : ''}.`;
}
