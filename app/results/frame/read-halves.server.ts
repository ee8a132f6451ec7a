import { holdAgainst } from '../against.ts';
import { figureOf } from '../figure.ts';
import type { WaveLine } from '../lane.store.server.ts';
import type { Lane } from '../read-lanes.server.ts';
import { mintPart } from '../sample.ts';
import type { ScoredRow } from '../scored.store.server.ts';
import { groupByAccount } from '../scored.ts';
import type { ReadScored } from '../scored-once.server.ts';
import type { Thresholds } from '../thresholds.ts';
import type { Halves } from './frame.ts';

/**
 * Whether there are halves to hold against each other. In confidence a half could be subtracted, and past answers were
 * brought in all at once: there are none then.
 */
export function haveHalves(
  { wave, lane }: { wave: WaveLine; lane: Lane },
  { compareAnswers }: Thresholds,
): boolean {
  if (wave.confidentiality !== 'attributed' || wave.origin === 'imported' || wave.closedAt === null)
    return false;
  return (lane.score?.n ?? 0) >= 2 * compareAnswers;
}

/** The later half of one persona's answers held against the earlier half; of more answers than `most` nothing is read. */
export async function readHalves(
  { wave, lane, scored, most }: { wave: WaveLine; lane: Lane; scored: ReadScored; most: number },
  thresholds: Thresholds,
): Promise<Halves | null> {
  const { score } = lane;
  if (!score || !haveHalves({ wave, lane }, thresholds) || score.n > most) return null;
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
