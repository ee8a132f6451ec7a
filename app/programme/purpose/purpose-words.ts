import { inSentence } from '#app/persona/persona.ts';

/** Which end of the interval is held against the threshold: never the point score (DOMAIN A10). */
export interface ChangeRule {
  bound: 'lower' | 'upper';
  side: 'above' | 'below';
  /** Score points, -100 to 100. */
  threshold: number;
}

/** Why one persona is asked in one programme. Any text may be blank until a survey is published. */
export interface Purpose {
  unknown: string;
  decision: string;
  decider: string;
  /** ISO day. */
  decideOn: string;
  changeRule: string;
  rule: ChangeRule | null;
  promise: string;
  /** ISO day. */
  promiseOn: string;
}

export const PURPOSE_FIELDS = [
  'unknown',
  'decision',
  'decider',
  'decideOn',
  'changeRule',
  'promise',
  'promiseOn',
] as const satisfies readonly (keyof Purpose)[];
export type PurposeField = (typeof PURPOSE_FIELDS)[number];

/** The questions a purpose answers, in the words the page and every refusal use. */
export const PURPOSE_LABELS = {
  unknown: 'What we can’t answer today',
  decision: 'Decision it feeds',
  decider: 'Who decides',
  decideOn: 'By when',
  changeRule: 'What would change it',
  promise: 'What we tell them back',
  promiseOn: 'When we tell them',
} as const satisfies Record<PurposeField, string>;

/** The fields that still stand between a survey for this persona and its respondents. */
export function missingFields(purpose: Purpose | null): PurposeField[] {
  return PURPOSE_FIELDS.filter((field) => !purpose || purpose[field].trim() === '');
}

/** `PURPOSE_MISSING` in words. @param plural the persona's plural, such as "Buyers". */
export function sayMissing(plural: string): string {
  return `What will you do differently if ${inSentence(plural)} say no? If nothing, don’t ask them.`;
}

/** The change rule that a machine can check, such as "upper end below 0". */
export function sayRule({ bound, side, threshold }: ChangeRule): string {
  const signed = threshold > 0 ? `+${threshold}` : threshold < 0 ? `−${-threshold}` : '0';
  return `${bound} end ${side} ${signed}`;
}

/** True when the sentence holds the rule already, such as "Hold it if the upper end is below 0". */
export function saysRule(sentence: string, { bound, side, threshold }: ChangeRule): boolean {
  const number = threshold > 0 ? `\\+?${threshold}` : threshold < 0 ? `[−-]${-threshold}` : '0';
  return new RegExp(`\\b${bound} end (is )?${side} ${number}(?!\\d)`, 'i').test(sentence);
}
