import type { Confidentiality } from '../sample.ts';

/** What keeps one person's answer from being told apart where it was given in confidence (RELIABILITY 4.1). */
export interface ConfidencePolicy {
  /** People who must stand behind whatever is shown, and behind each change of it. */
  readonly people: number;
  /** People whose own words or own rows must stand together. */
  readonly texts: number;
}

/** From this number of people on it is told exactly, in every workspace; below, as a band. */
export const EXACT_FROM = 30;

const PEOPLE = 5;
const TEXTS = 10;

/** @param showAnswers the workspace's own minimum, which may only be stricter */
export function policyFor({ showAnswers }: { readonly showAnswers: number }): ConfidencePolicy {
  const people = Math.max(PEOPLE, showAnswers);
  return { people, texts: Math.max(TEXTS, people) };
}

export const CONFIDENCE: ConfidencePolicy = policyFor({ showAnswers: PEOPLE });

/** Whether answers were given in confidence: by a promise that no name is joined to them. */
export function isInConfidence(promise: Confidentiality | 'unlinkable'): boolean {
  return promise !== 'attributed';
}

/**
 * Whether a part of what people wrote in confidence may be told: enough of them wrote it, and as many or nobody wrote the
 * rest. Nobody looks like few.
 * @param people who may be read one by one
 */
export function isPartTold(
  { part, whole }: { part: number; whole: number },
  { texts }: ConfidencePolicy,
): boolean {
  const left = whole - part;
  return part >= texts && (left === 0 || left >= texts);
}
