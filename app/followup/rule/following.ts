import type { Line } from '#app/results/falling/line.ts';
import type { Rule, Trigger } from './rule.ts';

/** Where a rule looks: from then on, until now; both in ms. */
export interface Span {
  from: number;
  until: number;
}

/** A rule at work. */
export interface Following<T extends Trigger> {
  rule: Rule;
  trigger: T;
  span: Span;
}

export type AnswerTrigger = Extract<Trigger, { kind: 'score' | 'choice' }>;

export function lineOf(trigger: AnswerTrigger): Line {
  return trigger.kind === 'score' ? { atMost: trigger.atMost } : { choice: trigger.choiceKey };
}
