import { holdAgainst } from '../against.ts';
import { figureOf } from '../figure.ts';
import type { WaveLine } from '../lane.store.server.ts';
import type { Lane } from '../read-lanes.server.ts';
import { mintPart } from '../sample.ts';
import type { ScoredRow } from '../scored.store.server.ts';
import { groupByAccount } from '../scored.ts';
import { MOST_SCORED, type ReadScored } from '../scored-once.server.ts';
import type { Thresholds } from '../thresholds.ts';
import type { Halves } from './frame.ts';

/**
 * The later half of one persona's answers held against the earlier half. In confidence a half could be subtracted, and
 * past answers were brought in all at once: there are no halves then.
 */
export async function readHalves(
  { wave, lane, scored }: { wave: WaveLine; lane: Lane; scored: ReadScored },
  thresholds: Thresholds,
): Promise<Halves | null> {
  const { score } = lane;
  if (!score || wave.confidentiality !== 'attributed' || wave.origin === 'imported') return null;
  if (score.n < 2 * thresholds.compareAnswers || score.n > MOST_SCORED || wave.closedAt === null) return null;
  // What came since the sample was counted is in neither half.
  const rows = (await scored()).slice(0, score.n);
  const middle = Math.ceil(rows.length / 2);
  const half = (own: readonly ScoredRow[]) => mintPart(score, { accounts: groupByAccount(own), known: null });
  const [earlier, later] = [half(rows.slice(0, middle)), half(rows.slice(middle))];
  return {
    earlier: figureOf(earlier, thresholds),
    later: figureOf(later, thresholds),
    against: holdAgainst(later, earlier, { other: 'the earlier half' }, thresholds),
  };
}
