import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { mismatchOfWaves } from '../comparable.ts';
import { MOST_READ } from '../each.ts';
import { type Figure, figureOf } from '../figure.ts';
import { mintPart, type Sample } from '../sample.ts';
import type { ScoreScale } from '../scale.ts';
import type { ScoredRow } from '../scored.store.server.ts';
import { groupByAccount } from '../scored.ts';
import { type ReadScored, scoredOnce } from '../scored-once.server.ts';
import type { Thresholds } from '../thresholds.ts';
import { classValue, type Moved, type Panel, type PanelCounts, pairedChange } from './panel.ts';
import { namesOfPeople } from './person-name.store.server.ts';

/** The same persona's samples of two waves, the earlier first, and whether names were promised in both. */
export interface PanelOf {
  before: Sample<ScoreScale>;
  after: Sample<ScoreScale>;
  /** Those of the later one by one. */
  scored: ReadScored;
  confidentiality: 'attributed' | 'confidential' | 'unlinkable';
  /** Of so many answers each is read. */
  most: number;
}

const MOVED_SHOWN = 20;

/**
 * Who answered both waves, and how those changed: the same people are held against themselves, and newcomers and leavers
 * stand apart (DOMAIN 2.1). In confidence who answered twice is nobody's to know, and a count of them tells it. Null
 * where the two waves do not ask the same of the same population.
 */
export async function readPanel(
  db: Db,
  workspace: Workspace,
  { before, after, scored, confidentiality, most }: PanelOf,
  thresholds: Thresholds,
): Promise<Panel | null> {
  if (before.n === 0 || after.n === 0 || mismatchOfWaves(before, after) !== null) return null;
  if (confidentiality !== 'attributed') return null;
  const people = Math.max(before.n, after.n);
  if (people > most) return { kind: people > MOST_READ ? 'too_large' : 'on_demand' };
  const [earlier, later] = await Promise.all([scoredOnce(db, workspace, before)(), scored()]);
  return pairUp(db, workspace, { before, after, earlier, later }, thresholds);
}

function overlap(before: ReadonlySet<string>, after: ReadonlySet<string>): PanelCounts {
  const both = [...after].filter((id) => before.has(id)).length;
  return { both, newcomers: after.size - both, leavers: before.size - both };
}

async function pairUp(
  db: Db,
  workspace: Workspace,
  of: Pick<PanelOf, 'before' | 'after'> & { earlier: readonly ScoredRow[]; later: readonly ScoredRow[] },
  thresholds: Thresholds,
): Promise<Panel | null> {
  const [was, is] = [onceEach(of.earlier), onceEach(of.later)];
  const pairs = [...is].flatMap(([personId, { score: after }]) => {
    const before = was.get(personId)?.score;
    return before === undefined ? [] : [{ personId, before, after }];
  });
  if (pairs.length === 0) return null;
  const inBoth = new Set(pairs.map(({ personId }) => personId));
  const counts = overlap(new Set(was.keys()), new Set(is.keys()));
  const change = pairedChange(pairs, thresholds);
  const isClosed = of.before.wave.closedAt !== null && of.after.wave.closedAt !== null;
  const part = (whole: Sample<ScoreScale>, rows: ReadonlyMap<string, ScoredRow>, isIn: boolean) =>
    figureOfRows(
      whole,
      [...rows].filter(([id]) => inBoth.has(id) === isIn).map(([, row]) => row),
      thresholds,
    );
  const everybody = [of.before, of.after].every(({ n, known }) => n === known);
  return {
    kind: 'paired',
    counts,
    before: part(of.before, was, true),
    after: part(of.after, is, true),
    change: isClosed ? change : null,
    because: becauseOf(isClosed, change !== null, thresholds),
    newcomers: part(of.after, is, false),
    leavers: part(of.before, was, false),
    moved: everybody ? await nameMoved(db, workspace, pairs) : [],
  };
}

function becauseOf(isClosed: boolean, isLarge: boolean, { compareAnswers }: Thresholds): string | null {
  if (!isClosed) return 'Answers still come in.';
  return isLarge ? null : `The same people are compared from ${compareAnswers} on.`;
}

/** People counted once: of somebody who holds two seats the later answer stands. Nobody's answers pair with nothing. */
function onceEach(rows: readonly ScoredRow[]): Map<string, ScoredRow> {
  return new Map(rows.flatMap((row) => (row.personId === null ? [] : [[row.personId, row] as const])));
}

function figureOfRows(
  whole: Sample<ScoreScale>,
  rows: readonly ScoredRow[],
  thresholds: Thresholds,
): Figure | null {
  if (rows.length === 0) return null;
  return figureOf(mintPart(whole, { accounts: groupByAccount(rows), known: null }), thresholds);
}

/** With everybody heard both times nothing is left to estimate: then it is said who moved (DOMAIN 2.4). */
async function nameMoved(
  db: Db,
  workspace: Workspace,
  pairs: readonly { personId: string; before: number; after: number }[],
): Promise<Moved[]> {
  const moved = pairs
    .filter(({ before, after }) => classValue(before) !== classValue(after))
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .slice(0, MOVED_SHOWN);
  const names = await namesOfPeople(
    db,
    workspace,
    moved.map(({ personId }) => personId),
  );
  return moved.map(({ personId, before, after }) => ({ name: names.get(personId) ?? '', before, after }));
}
