import type { PersonaLabel } from '#app/persona/persona.ts';
import type { ShareRange } from './arithmetic/shares.ts';
import type { Band } from './confidence/band.ts';
import type { Largest } from './dominance.ts';
import type { Question, Sample, Wave } from './sample.ts';
import type { GridScale } from './scale.ts';
import { largestShown, type Shares, shareIn, sharesOf, toldOf } from './shares.ts';
import { declinedIn, type Showing, showingOf } from './showing.ts';
import { THRESHOLDS, type Thresholds } from './thresholds.ts';

declare const minted: unique symbol;

export interface GridRow {
  readonly key: string;
  /** Of the people who answered this row; of a ranking, of everybody who put things in order. */
  readonly shares: Shares<GridScale>;
  /** Rankings only: how many gave it one of the first places. Shown under the same terms as the shares. */
  readonly leading: { readonly places: number; readonly share: ShareRange } | null;
}

/** How one persona's answers are spread row by row. A ranking has no mean rank: places are no distances. */
export interface GridShares<S extends GridScale = GridScale> {
  readonly [minted]: 'grid';
  readonly persona: PersonaLabel;
  readonly wave: Wave;
  readonly question: Question<S>;
  readonly ordered: boolean;
  readonly showing: Showing;
  /** People who answered any row. */
  readonly n: number;
  readonly band: Band | null;
  readonly declined: number | null;
  readonly known: number | null;
  readonly accounts: number | null;
  readonly largest: Largest | null;
  /** In the order shown to respondents. */
  readonly rows: readonly GridRow[];
}

export function gridOf<S extends GridScale>(
  sample: Sample<S>,
  thresholds: Thresholds = THRESHOLDS,
): GridShares<S> {
  const { grid } = sample.question;
  if (!grid) throw new RangeError('This question has no rows.');
  const showing = showingOf(sample, thresholds);
  const shown = {
    persona: sample.persona,
    wave: sample.wave,
    question: sample.question,
    ordered: grid.ordered,
    showing,
    ...toldOf(sample, showing, thresholds),
    declined: declinedIn(sample),
    known: sample.known,
    largest: largestShown(sample, showing),
    rows: grid.rows.map((key) => rowOf(sample.row(key), key, grid, thresholds)),
  };
  return Object.freeze(shown) as unknown as GridShares<S>;
}

function rowOf(
  sample: Sample<GridScale>,
  key: string,
  grid: NonNullable<Question['grid']>,
  thresholds: Thresholds,
): GridRow {
  const shares = sharesOf(sample, thresholds);
  const places = leadingPlaces(grid);
  if (!grid.ordered || places < 2 || shares.showing !== 'shown') return { key, shares, leading: null };
  const people = sample.histogram.slice(0, places).reduce((sum, count) => sum + count, 0);
  return { key, shares, leading: { places, share: shareIn(sample, people) } };
}

/** All places where only some things got one; else the upper half, and three at most. */
function leadingPlaces({ rows, columns }: NonNullable<Question['grid']>): number {
  return columns.length < rows.length ? columns.length : Math.min(3, Math.floor(columns.length / 2));
}
