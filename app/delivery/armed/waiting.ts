import type { MessageState } from '../message-state.ts';

/** States of messages that were not handed over yet, as far as this database knows. */
export const WAITING = [
  'queued',
  'deferred',
  'claimed',
  'committed_to_send',
] as const satisfies readonly MessageState[];

/** What would go out of one wave. */
export interface WaitingWave {
  waveId: string;
  waveName: string;
  programmeName: string;
  isClosed: boolean;
  isPaused: boolean;
  waiting: number;
  /** May have gone out, and its programme wants it sent once more. */
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

/** What would go out of a workspace if sending went on. */
export type Waiting =
  /** `beatAt`: when a sender last looked. */
  | { kind: 'sending'; beatAt: number | null }
  | {
      kind: 'paused';
      at: number;
      why: string;
      /** An admin here has said that it may go out; others who share the database have not. */
      isConfirmed: boolean;
      messages: number;
      waves: WaitingWave[];
      sample: WaitingMessage[];
    };

export function countWaiting(waves: readonly WaitingWave[]): number {
  return waves.reduce((sum, { waiting, inDoubt }) => sum + waiting + inDoubt, 0);
}
