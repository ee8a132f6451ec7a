import type { SharedLink } from './shared-link.ts';

export type LinkState = 'open' | 'stopped' | 'closed';

export const LINK_STATE_WORDS = {
  open: 'Open',
  stopped: 'Address stopped',
  closed: 'Closed',
} as const satisfies Record<LinkState, string>;

/** A link whose address was stopped can get a new one; a closed one is over. */
export function linkStateOf({ state, revokedAt }: Pick<SharedLink, 'state' | 'revokedAt'>): LinkState {
  if (state === 'closed') return 'closed';
  return revokedAt === null ? 'open' : 'stopped';
}
