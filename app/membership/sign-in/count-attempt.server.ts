import type { House } from '#app/platform/house.ts';
import { keyedHash } from '#app/platform/secrets.server.ts';
import { emailKey } from '../email-address.ts';
import { holdThrottle, saveThrottle } from './throttle.store.server.ts';
import { afterAttempt, secondsToWait } from './throttle.ts';

/** What a try is counted under: the address somebody typed and the machine it came from. */
export interface AttemptKeys {
  account: string;
  peer: string;
}

/** Keyed hashes, because strangers type other people's addresses and these rows outlive the request. */
export function attemptKeys(
  house: House,
  purpose: 'sign-in' | 'forgot',
  email: string,
  peer: string,
): AttemptKeys {
  const key = (kind: string, text: string) =>
    keyedHash(house.env.appSecret, `throttle ${purpose} ${kind}`, text).toString('base64url');
  return { account: key('account', emailKey(email)), peer: key('peer', peer) };
}

/**
 * Counts a try before it is looked at, so that a hundred at the same moment are not five, and answers the
 * seconds to wait: 0 when it may be looked at. A try that has to wait is not counted.
 */
export async function countAttempt({ db, clock }: House, keys: AttemptKeys): Promise<number> {
  const now = clock.now();
  return db.transaction().execute(async (tx) => {
    const account = await holdThrottle(tx, keys.account, now);
    const peer = await holdThrottle(tx, keys.peer, now);
    const wait = Math.max(secondsToWait(account, now), secondsToWait(peer, now));
    if (wait > 0) return wait;
    await saveThrottle(tx, keys.account, afterAttempt(account, now));
    await saveThrottle(tx, keys.peer, afterAttempt(peer, now));
    return 0;
  });
}
