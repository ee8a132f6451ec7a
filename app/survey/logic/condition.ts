import { z } from 'zod';

export const JUMP_END = 'end';

/** What can be asked about an earlier answer. `is` on several choices: it is among them. */
export const TEST_OPS = [
  'answered',
  'blank',
  'declined',
  'is',
  'is_not',
  'at_least',
  'at_most',
  'before',
  'after',
] as const;
export type TestOp = (typeof TEST_OPS)[number];

const Test = z.strictObject({
  /** The key of an earlier question. */
  question: z.string().max(40),
  op: z.enum(TEST_OPS),
  /** An option's key, a number, or an ISO day; empty where the op needs none. */
  value: z.string().max(80),
});
export type Test = z.infer<typeof Test>;

/**
 * The one expression of the product: tests of earlier answers, all or any of which must hold. Without tests it always
 * holds. Flat on purpose: a person reads it aloud, and a form without script can write it.
 */
export const Condition = z.strictObject({
  match: z.enum(['all', 'any']),
  tests: z.array(Test).max(20),
});
export type Condition = z.infer<typeof Condition>;

export const ALWAYS: Condition = { match: 'all', tests: [] };

/** True for the ops that compare with a value. */
export function needsValue(op: TestOp): boolean {
  return op !== 'answered' && op !== 'blank' && op !== 'declined';
}
