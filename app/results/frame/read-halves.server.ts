import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type Against, holdAgainst } from '../against.ts';
import { type Figure, figureOf } from '../figure.ts';
import type { WaveLine } from '../lane.store.server.ts';
import type { Lane } from '../read-lanes.server.ts';
import { mintPart } from '../sample.ts';
import { listScored, type ScoredRow } from '../scored.store.server.ts';
import { groupByAccount } from '../scored.ts';
import type { Thresholds } from '../thresholds.ts';

/** Whoever answered late is more like those who never do than whoever answered at once (DOMAIN 2.7). */
export interface Halves {
  earlier: Figure;
  later: Figure;
  against: Against;
}

const MOST_ANSWERS = 10_000;

/**
 * The later half of one persona's answers held against the earlier half. In confidence a half could be subtracted, and
 * past answers were brought in all at once: there are no halves then.
 */
export async function readHalves(
  db: Db,
  workspace: Workspace,
  { wave, lane }: { wave: WaveLine; lane: Lane },
  thresholds: Thresholds,
): Promise<Halves | null> {
  const { score } = lane;
  if (!score || wave.confidentiality !== 'attributed' || wave.origin === 'imported') return null;
  if (score.n < 2 * thresholds.compareAnswers || score.n > MOST_ANSWERS || wave.closedAt === null)
    return null;
  const pin = { waveId: wave.id, personaId: lane.row.persona.id, questionKey: score.question.key };
  const rows = await listScored(db, workspace, { ...pin, limit: score.n });
  const middle = Math.ceil(rows.length / 2);
  const half = (own: readonly ScoredRow[]) => mintPart(score, { accounts: groupByAccount(own), known: null });
  const [earlier, later] = [half(rows.slice(0, middle)), half(rows.slice(middle))];
  return {
    earlier: figureOf(earlier, thresholds),
    later: figureOf(later, thresholds),
    against: holdAgainst(later, earlier, { other: 'the earlier half' }, thresholds),
  };
}
