import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { MOST_READ } from './each.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';
import { listScored, type ScoredRow } from './scored.store.server.ts';

/** The scores of ONE persona in a wave one by one, the earliest first. */
export type ReadScored = () => Promise<readonly ScoredRow[]>;

/** Reads the scores behind a sample when they are first asked for, and never again: a page holds them apart in several ways. */
export function scoredOnce(
  db: Db,
  workspace: Workspace,
  { wave, persona, question, n }: Sample<ScoreScale>,
): ReadScored {
  const pin = { waveId: wave.id, personaId: persona.id, questionKey: question.key };
  let rows: Promise<readonly ScoredRow[]> | undefined;
  return () => {
    rows ??= listScored(db, workspace, { ...pin, limit: n + MOST_READ });
    return rows;
  };
}
