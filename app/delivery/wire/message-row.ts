import type { MessageState } from '../message-state.ts';

/** One person's first mail of a wave, as the API tells it. */
export interface MessageRow {
  id: string;
  personId: string;
  accountId: string;
  personaId: string;
  state: MessageState;
  reason: string | null;
  createdAt: number;
  settledAt: number | null;
  doubtedAt: number | null;
  resent: number;
}
