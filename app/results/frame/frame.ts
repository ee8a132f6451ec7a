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

/** An account as it stands among the others by its renewal. */
export interface Renewal {
  id: string;
  name: string;
  nameKey: string;
  /** ISO day. */
  renewalOn: string | null;
}

/** Who renews first; accounts without a day come last by name. */
export function byRenewal(a: Renewal, b: Renewal): number {
  const [first, second] = [a, b].map(({ renewalOn, nameKey, id }) => [renewalOn ?? '9999', nameKey, id]);
  const at = first!.findIndex((value, i) => value !== second![i]);
  return at < 0 ? 0 : first![at]! < second![at]! ? -1 : 1;
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
      /** Null also where that was not read; see `Depth.unread`. */
      representation: Representation | null;
    }
  /** Whether somebody answered is part of what was promised. */
  | { kind: 'in_confidence' };

/** Whoever answered late is more like those who never do than whoever answered at once (DOMAIN 2.7). */
export interface Halves {
  earlier: Figure;
  later: Figure;
  against: Against;
}
