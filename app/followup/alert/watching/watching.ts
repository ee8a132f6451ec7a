import type { Span } from '../../rule/following.ts';
import type { AlertRule, Watch } from '../rule/alert-rule.ts';

/** A rule at work. */
export interface Watching<K extends Watch['kind']> {
  rule: AlertRule;
  watch: Extract<Watch, { kind: K }>;
  span: Span;
}
