import { DECLINED } from '#app/survey/question/shared.ts';

/** How many people of an account gave a value. */
export interface SeriesCell {
  /** Null where nobody named one. */
  readonly accountId: string | null;
  readonly value: string;
  readonly people: number;
}

/** What is released together: the answers to one question, or to one row of a grid. */
export interface Series {
  /** The row; empty for any other question, and for the people behind a grid. */
  readonly part: string;
  readonly cells: readonly SeriesCell[];
  /** People who answered; whoever preferred not to say is not among them. */
  readonly people: number;
}

/** The cells of one question, apart as they are released. The answers to a grid are `row:column`. */
export function seriesOf(cells: readonly SeriesCell[]): Series[] {
  const parts = Map.groupBy(cells, ({ value }) => partOf(value));
  return [...parts].map(([part, own]) => ({ part, cells: own, people: peopleIn(own) }));
}

function partOf(value: string): string {
  const [row, column] = value.split(':');
  return column === undefined ? '' : row!;
}

/** Where one person gives several values, the empty one counts the people behind them. */
function peopleIn(cells: readonly SeriesCell[]): number {
  const behind = cells.filter(({ value }) => value === '');
  const counted = behind.length > 0 ? behind : cells.filter(({ value }) => value !== DECLINED);
  return counted.reduce((sum, { people }) => sum + people, 0);
}
