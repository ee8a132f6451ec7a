import type { House } from '#app/platform/house.ts';
import { readLeaveToken } from './leave-token.server.ts';

/** Whether a link ends somebody's Monday mail; looking changes nothing. */
export function isLeaveLink({ env }: Pick<House, 'env'>, token: string): boolean {
  return readLeaveToken(env, token) !== null;
}
