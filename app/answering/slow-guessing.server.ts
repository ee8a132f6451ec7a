import { setTimeout as after } from 'node:timers/promises';
import { peerAddress } from '#app/membership/sign-in/peer-address.ts';
import { type Clock, SECOND } from '#app/platform/clock.ts';
import type { PlainReply } from '#app/platform/http/plain-exchange.ts';
import { GuessCounter } from './guess-counter.ts';

/** How long an unknown link waits for its answer, once its network has guessed too often. */
export const DELAY = SECOND;
/** Answers that wait at a time; whoever guesses past that is told to come back later. */
export const MOST_WAITING = 100;

/** Where a request came from, as the socket and the header `x-forwarded-for` say. */
export interface Guesser {
  peer: string;
  forwarded: string;
}

export type SlowGuessing = (guesser: Guesser, reply: PlainReply) => Promise<PlainReply>;

/**
 * Passes every reply on at once, but for those to unknown links from a network that tries many of them: these are
 * slowed and never blocked, because a whole firm may sit behind one address. A link that is known is never slowed.
 */
export function slowGuessing(clock: Clock, wait: (ms: number) => Promise<unknown> = after): SlowGuessing {
  const counter = new GuessCounter();
  let waiting = 0;
  return async ({ peer, forwarded }, reply) => {
    if (reply.status !== 404) return reply;
    const address = peerAddress(new Headers({ 'x-forwarded-for': forwarded }), peer);
    if (!counter.isOver(address, clock.now())) return reply;
    if (waiting >= MOST_WAITING) return tooMany(reply);
    waiting += 1;
    await wait(DELAY);
    waiting -= 1;
    return reply;
  };
}

/** The same page, which a person can still read. */
function tooMany(reply: PlainReply): PlainReply {
  return { ...reply, status: 429, headers: { ...reply.headers, 'retry-after': '60' } };
}
