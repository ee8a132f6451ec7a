import { z } from 'zod';
import { refusedBy as refusedByFollowUps, whole } from '../../rule/rule.ts';

export const ALERT_KINDS = ['fell', 'silence', 'owed', 'left'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export const ALERT_KIND_WORDS = {
  fell: 'The score fell from one closed wave to the next',
  silence: 'Silence before a renewal',
  owed: 'They are owed an answer, and may not be asked again',
  left: 'Somebody left the account',
} as const satisfies Record<AlertKind, string>;

/** What raises an alert. Each is of ONE persona: "any persona" is several rules, each with its name. */
export type Watch =
  | { kind: 'fell'; points: number }
  | { kind: 'silence'; silentDays: number; renewalDays: number }
  | { kind: 'owed'; withinDays: number }
  | { kind: 'left' };

export interface AlertRule {
  id: string;
  programmeId: string;
  personaId: string;
  name: string;
  watch: Watch;
  isOn: boolean;
  /** ms: what came before is none of its business. */
  since: number;
  lookedUntil: number;
}

export const Points = whole(1, 200);
export const SilentDays = whole(1, 730);
/** 0: only once they may not be asked any more. */
export const WithinDays = whole(0, 365);
export const AlertName = z
  .string({ error: 'Give it a name.' })
  .trim()
  .min(1, 'Give it a name.')
  .max(100, 'Write at most 100 letters.');

const Ticked = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .default([])
  .transform((slugs) => slugs.filter((slug) => slug !== ''));

export const AlertRuleForm = z.object({
  persona: z.string({ error: 'Choose the persona.' }).min(1, 'Choose the persona.'),
  kind: z.enum(ALERT_KINDS, { error: 'Choose what raises an alert.' }),
  name: AlertName,
  points: z.string().default(''),
  silentDays: z.string().default(''),
  renewalDays: z.string().default(''),
  withinDays: z.string().default(''),
  members: Ticked,
});

export const EveryForm = z.object({ everyPoints: Points, everyMembers: Ticked });

/** Who answered in confidence is told to nobody, account by account. Null where this rule can be had. */
export function refusedBy(
  confidentiality: 'attributed' | 'confidential' | 'unlinkable',
  kind: AlertKind,
): string | null {
  return kind === 'silence' ? refusedByFollowUps(confidentiality, kind) : null;
}

/** What raises an alert, in a sentence. */
export function sayWatch(watch: Watch): string {
  switch (watch.kind) {
    case 'fell':
      return `The score fell by ${watch.points} ${watch.points === 1 ? 'point' : 'points'} or more from one closed wave to the next, and the interval of the difference excludes 0`;
    case 'silence':
      return `Nobody heard at an account for ${watch.silentDays} days, and it renews within ${watch.renewalDays}`;
    case 'owed':
      return watch.withinDays === 0
        ? 'They may not be asked again before they hear what came of their answers'
        : `Within ${watch.withinDays} days they may not be asked again before they hear what came of their answers`;
    case 'left':
      return 'They say that they have left the account';
    default:
      return watch satisfies never;
  }
}

/** The name of one of the rules that are made for every persona at once. */
export function nameOfFall(plural: string, points: number): string {
  return `${plural} fall by ${points} ${points === 1 ? 'point' : 'points'}`;
}
