import { z } from 'zod';
import type { FollowUpFilter } from './filter.ts';

export const QUEUE_STATES = ['unsettled', 'open', 'doing', 'done', 'declined'] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

export const QUEUE_STATE_WORDS = {
  unsettled: 'To do',
  open: 'Open',
  doing: 'Taken up',
  done: 'Done',
  declined: 'Declined',
} as const satisfies Record<QueueState, string>;

export interface QueueQuery {
  whose: 'mine' | 'team';
  filter: Omit<FollowUpFilter, 'ownerId'> & { ownerId?: string | undefined };
  after?: string | undefined;
}

const State = z.enum(QUEUE_STATES).catch('unsettled');

/**
 * Reads `?whose=&state=&persona=&programme=&theme=&owner=&after=`. What it does not know narrows nothing.
 * `readId` turns a slug into an id, or null.
 */
export function readQueueQuery(
  search: URLSearchParams,
  readId: (kind: 'programme' | 'member' | 'followUp' | 'theme', slug: string | undefined) => string | null,
): QueueQuery {
  const said = (name: string) => search.get(name) ?? undefined;
  return {
    whose: said('whose') === 'team' ? 'team' : 'mine',
    filter: {
      state: State.parse(said('state')),
      personaId: said('persona') || undefined,
      programmeId: readId('programme', said('programme')) ?? undefined,
      themeId: readId('theme', said('theme')) ?? undefined,
      ownerId: readId('member', said('owner')) ?? undefined,
    },
    after: readId('followUp', said('after')) ?? undefined,
  };
}
