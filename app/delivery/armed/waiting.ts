import type { MessageState } from '../message-state.ts';

/** States from which a message may still go out, or go out once more. */
export const MAY_GO = [
  'queued',
  'deferred',
  'claimed',
  'committed_to_send',
  'in_doubt',
] as const satisfies readonly MessageState[];

/** What would go out of one wave. */
export interface WaitingWave {
  waveId: string;
  waveName: string;
  programmeName: string;
  isClosed: boolean;
  /** Not handed over yet, as far as this database knows. */
  waiting: number;
  /** May have gone out; its programme may want it sent once more. */
  inDoubt: number;
  /** When the first and the last of them were queued. */
  oldest: number;
  latest: number;
}

export interface WaitingMessage {
  id: string;
  personName: string;
  accountName: string;
  address: string;
  waveName: string;
  queuedAt: number;
}

export function countWaiting(waves: readonly WaitingWave[]): number {
  return waves.reduce((sum, { waiting, inDoubt }) => sum + waiting + inDoubt, 0);
}
