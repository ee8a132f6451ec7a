import { DAY, HOUR, MINUTE } from '#app/platform/clock.ts';
import type { Permission } from '../permission.ts';

const IDLE = 8 * HOUR;
const LONGEST = { admin: 12 * HOUR, cx: 7 * DAY, executive: 7 * DAY } as const satisfies Record<
  Permission,
  number
>;

/** A session's last sight is written down at most this often. */
export const SEEN_EVERY = MINUTE;

interface SessionTimes {
  seenAt: number;
  expiresAt: number;
}

/** When a session that starts now ends at the latest, used or not. */
export function sessionEnd(permission: Permission, now: number): number {
  return now + LONGEST[permission];
}

export function isLive({ seenAt, expiresAt }: SessionTimes, now: number): boolean {
  return now < expiresAt && now < seenAt + IDLE;
}
