import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import {
  countPassedOn,
  countWaveSaid,
  listPersonSaid,
  listWaveSaid,
  type SaidLine,
} from './said-list.store.server.ts';

/** What those who were asked in a wave said of themselves, in counts of people, with the latest lines. */
export interface WaveSaid {
  /** They hold another role. */
  other: number;
  /** None of the personas fits. */
  none: number;
  /** They have left the account. */
  left: number;
  passedOn: number;
  /** Colleagues who were asked for it; the others may not be written to now. */
  colleagues: number;
  lines: SaidLine[];
}

const LATEST = 20;

export async function readWaveSaid(db: Db, workspace: Workspace, waveId: string): Promise<WaveSaid> {
  const counts = await countWaveSaid(db, workspace, waveId);
  const { passedOn, asked } = await countPassedOn(db, workspace, waveId);
  const of = (said: 'other' | 'none' | 'left') => counts.get(said) ?? 0;
  const lines = await listWaveSaid(db, workspace, { waveId, limit: LATEST });
  return { other: of('other'), none: of('none'), left: of('left'), passedOn, colleagues: asked, lines };
}

export async function readPersonSaid(db: Db, workspace: Workspace, personId: string): Promise<SaidLine[]> {
  return listPersonSaid(db, workspace, { personId, limit: LATEST });
}
