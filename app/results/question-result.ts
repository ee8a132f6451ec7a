import type { Option } from '#app/survey/question/shared.ts';
import type { Figure } from './figure.ts';
import type { GridShares } from './grid.ts';
import type { ShareScale } from './scale.ts';
import type { Shares } from './shares.ts';
import type { Spread } from './spread.ts';

/** The answers of one persona to one question, read as its kind says. */
export type QuestionResult = {
  /** Of whom the figures are, where not everybody who answered the survey answered this. */
  askedOf: string | null;
} & (
  | { view: 'score'; figure: Figure }
  | { view: 'shares'; shares: Shares<ShareScale>; values: readonly Option[]; several: boolean }
  | { view: 'grid'; grid: GridShares; rows: readonly Option[]; columns: readonly Option[] }
  | { view: 'spread'; spread: Spread; unit: string }
);
