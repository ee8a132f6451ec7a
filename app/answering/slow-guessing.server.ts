import { setTimeout as after } from 'node:timers/promises';
import { peerAddress } from '#app/membership/sign-in/peer-address.ts';
import { type Clock, SECOND } from '#app/platform/clock.ts';
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

/** Asked before an unknown link is answered: true when it may be, perhaps after a while; false when too many wait. */
export type SlowGuessing = (guesser: Guesser) => Promise<boolean>;

/**
 * Slows those who try many unknown links, and blocks nobody, because a whole firm may sit behind one address. A link
 * that is known is never counted and never slowed.
 */
export function slowGuessing(clock: Clock, wait: (ms: number) => Promise<unknown> = after): SlowGuessing {
  const counter = new GuessCounter();
  let waiting = 0;
  return async ({ peer, forwarded }) => {
    const address = peerAddress(new Headers({ 'x-forwarded-for': forwarded }), peer);
    if (!counter.isOver(address, clock.now())) return true;
    if (waiting >= MOST_WAITING) return false;
    waiting += 1;
    await wait(DELAY);
    waiting -= 1;
    return true;
  };
}
