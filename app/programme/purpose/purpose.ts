import { z } from 'zod';

const text = z.string().trim().max(300, 'Keep it under 300 characters.').default('');
const day = z.union([z.literal(''), z.iso.date({ error: 'Give a day, such as 2027-02-26.' })]).default('');

const Rule = z.object({
  bound: z.enum(['lower', 'upper']),
  side: z.enum(['above', 'below']),
  threshold: z
    .number()
    .int('Use a whole number.')
    .min(-100, 'A score is at least −100.')
    .max(100, 'A score is at most +100.'),
});

export const PurposeInput = z.object({
  unknown: text,
  decision: text,
  decider: text,
  decideOn: day,
  changeRule: text,
  rule: Rule.nullable().default(null),
  promise: text,
  promiseOn: day,
});

const RULE_HINT = 'Choose the end, the side and a number, or leave all three empty.';

/** The same as a form sends it: the rule in three fields, which are empty together or full together. */
export const PurposeForm = z
  .object({
    ...PurposeInput.omit({ rule: true }).shape,
    bound: z.enum(['', 'lower', 'upper']).default(''),
    side: z.enum(['', 'above', 'below']).default(''),
    threshold: z
      .string()
      .trim()
      .transform((text) => text.replace('−', '-'))
      .pipe(z.string().regex(/^$|^[+-]?\d{1,3}$/, 'Write a whole number from −100 to +100.'))
      .default(''),
  })
  .transform(({ bound, side, threshold, ...purpose }, context) => {
    if (bound === '' && side === '' && threshold === '') return { ...purpose, rule: null };
    const rule = Rule.safeParse({ bound, side, threshold: threshold === '' ? undefined : Number(threshold) });
    if (rule.success) return { ...purpose, rule: rule.data };
    const [fault] = rule.error.issues;
    const message = threshold !== '' && fault?.path[0] === 'threshold' ? fault.message : RULE_HINT;
    context.addIssue({ code: 'custom', path: ['rule'], message });
    return z.NEVER;
  });
