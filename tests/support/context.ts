import type { AppLoadContext } from '@remix-run/node';
import type { House } from '#app/platform/house.ts';
import { behindRespondents } from '#app/platform/http/respondents-first.server.ts';

/** What a loader is given when no listener gave it. */
export function contextOf(house: House, given: Partial<AppLoadContext> = {}): AppLoadContext {
  return { house, nonce: '', peer: '', behindRespondents, ...given };
}
