import type { Confidentiality } from '../sample.ts';
import { CONFIDENCE, type ConfidencePolicy, isInConfidence } from './policy.ts';

/** What one asks to see apart, beside the persona and the wave that every figure names. */
export interface Cut {
  /** One account, or several that somebody chose. */
  readonly accounts: boolean;
  /** Attributes, each by whether an administrator declared it to be a cut. */
  readonly attributes: readonly { readonly declared: boolean }[];
}

export const WHOLE_LANE: Cut = { accounts: false, attributes: [] };

/**
 * Whether a cut is in the catalogue. In confidence the catalogue is closed, so that what can be seen at all can be listed
 * and proven: a persona in a wave, by declared attributes, two of them crossed at most. An account is in it for nobody:
 * where one person holds the role, the account is the name.
 */
export function isInCatalogue(
  promise: Confidentiality | 'unlinkable',
  { accounts, attributes }: Cut,
  { crossed }: ConfidencePolicy = CONFIDENCE,
): boolean {
  if (!isInConfidence(promise)) return true;
  return !accounts && attributes.length <= crossed && attributes.every(({ declared }) => declared);
}
