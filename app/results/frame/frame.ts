import type { Against } from '../against.ts';
import type { Figure } from '../figure.ts';
import type { Representation } from './representation.ts';

/** Somebody who was asked, could have answered and did not. */
export interface Silent {
  personId: string;
  name: string;
  accountId: string;
  account: string;
  /** ISO day. */
  renewalOn: string | null;
}

export type Frame =
  | {
      kind: 'named';
      /** The next renewal first. */
      silent: Silent[];
      /** Everybody who kept silent, also beyond those listed. */
      silentPeople: number;
      notAsked: number;
      notInRole: number;
      notReached: number;
      held: number;
      representation: Representation | null;
    }
  /** Whether somebody answered is part of what was promised. */
  | { kind: 'in_confidence' }
  | { kind: 'too_large' };

/** Whoever answered late is more like those who never do than whoever answered at once (DOMAIN 2.7). */
export interface Halves {
  earlier: Figure;
  later: Figure;
  against: Against;
}
