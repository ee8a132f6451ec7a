import { z } from 'zod';
import { What } from '../follow-up.ts';

export const RULE_KINDS = ['score', 'choice', 'left', 'role_correction', 'silence', 'theme'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

export const RULE_KIND_WORDS = {
  score: 'An answer up to a number',
  choice: 'A choice',
  left: 'Somebody left the account',
  role_correction: 'Somebody holds another role, or none of ours',
  silence: 'Silence before a renewal',
  theme: 'An answer that raises a theme',
} as const satisfies Record<RuleKind, string>;

/** What makes a rule open a follow-up. Each is of ONE persona: "any persona" is several rules, each with its name. */
export type Trigger =
  | { kind: 'score'; surveyId: string; questionKey: string; atMost: number }
  | { kind: 'choice'; surveyId: string; questionKey: string; choiceKey: string }
  | { kind: 'left' }
  | { kind: 'role_correction' }
  | { kind: 'silence'; silentDays: number; renewalDays: number }
  | { kind: 'theme'; themeId: string };

export interface Rule {
  id: string;
  programmeId: string;
  personaId: string;
  trigger: Trigger;
  what: string;
  /** Null: whoever owns the programme. */
  ownerId: string | null;
  /** Working hours until a follow-up is due. */
  hours: number;
  isOn: boolean;
  /** ms: what came before is none of its business. */
  since: number;
  lookedUntil: number;
}

/** A whole number as a form sends it. */
export const whole = (least: number, most: number) =>
  z.coerce
    .number({ error: 'Write a whole number.' })
    .int('Write a whole number.')
    .min(least, `Write a number from ${least} to ${most}.`)
    .max(most, `Write a number from ${least} to ${most}.`);

export const Hours = whole(1, 400);
export const AtMost = whole(0, 10);
export const Days = whole(1, 730);

export const RuleForm = z.object({
  persona: z.string({ error: 'Choose the persona.' }).min(1, 'Choose the persona.'),
  kind: z.enum(RULE_KINDS, { error: 'Choose what opens a follow-up.' }),
  what: What,
  owner: z.string().default(''),
  hours: Hours,
  /** Survey and question, with a line between them. */
  question: z.string().default(''),
  atMost: z.string().default(''),
  choice: z.string().default(''),
  silentDays: z.string().default(''),
  renewalDays: z.string().default(''),
  theme: z.string().default(''),
});

/** Answers given in confidence lead to nobody, so not every rule can be had. Null where this one can. */
export function refusedBy(
  confidentiality: 'attributed' | 'confidential' | 'unlinkable',
  kind: RuleKind,
): string | null {
  if (confidentiality === 'attributed') return null;
  const isOfAnswers = kind === 'score' || kind === 'choice' || kind === 'theme';
  if (confidentiality === 'unlinkable' && isOfAnswers)
    return 'Answers of this programme can be linked to nobody, by nobody, so no rule can act on one. Rules on people who left or changed their role can.';
  if (kind === 'silence')
    return 'Who answered in confidence is told to nobody, account by account, so no rule can act on silence here. Make it in a programme whose answers carry names.';
  return null;
}

/** When a rule opens a follow-up, in a sentence. @param wording of the question, the label of the choice, the theme's name. */
export function sayTrigger(
  trigger: Trigger,
  { wording, choice, theme = null }: { wording: string | null; choice: string | null; theme?: string | null },
): string {
  switch (trigger.kind) {
    case 'score':
      return `An answer of ${trigger.atMost} or less to “${wording ?? 'a question that is gone'}”`;
    case 'choice':
      return `“${choice ?? 'A choice that is gone'}” to “${wording ?? 'a question that is gone'}”`;
    case 'left':
      return 'They say that they have left the account';
    case 'role_correction':
      return 'They say that they hold another role, or none of ours';
    case 'silence':
      return `Nobody heard at an account for ${trigger.silentDays} days, and it renews within ${trigger.renewalDays}`;
    case 'theme':
      return `Somebody confirms that an answer raises “${theme ?? 'a theme that is gone'}”`;
    default:
      return trigger satisfies never;
  }
}
