import type { World } from './world.ts';

/**
 * Allowed; allowed on a condition, which the check holds; refused, by what is answered or because no surface takes it; or
 * answered by the split.
 */
export type Ruling = 'allowed' | 'condition' | 'refused' | 'split';

/** One case of the boundary between what is a figure of one persona and what would be a blend (DOMAIN 3.2). */
export interface Case {
  no: number;
  what: string;
  ruling: Ruling;
  /** Where it was tried. */
  on: readonly ('page' | 'api' | 'export' | 'digest' | 'share' | 'sql' | 'import' | 'mail' | 'code')[];
  check(world: World): Promise<void>;
}
