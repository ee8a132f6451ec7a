import { z } from 'zod';
import { ASKING_PARTS } from '../asking/asking-form.ts';
import type { AskingRules } from '../asking/asking-rules.ts';

const hours = z
  .strictObject({ from: ASKING_PARTS.clock, to: ASKING_PARTS.clock })
  .refine(({ from, to }) => to > from, { path: ['to'], message: 'It must end later than it begins.' });

const PARTS = {
  rest_days: ASKING_PARTS.days,
  role_rest_days: ASKING_PARTS.days,
  account_week: z
    .int()
    .min(1)
    .max(99_999)
    .nullable()
    .meta({ description: 'People of one account within seven days; null for any number.' }),
  hours: hours.meta({ description: 'Such as 08:30; 24:00 is the end of the day.' }),
  weekdays: z
    .array(z.int().min(1).max(7))
    .min(1, 'Choose at least one day of the week.')
    .transform((days) => [...new Set(days)].sort((a, b) => a - b))
    .meta({ description: 'ISO weekdays: 1 is Monday.' }),
  quiet_days: ASKING_PARTS.quietDays.meta({ description: 'Nobody is written to on them.' }),
  time_zone: ASKING_PARTS.timeZone,
  debt_percent: ASKING_PARTS.owedPercent.meta({
    description:
      'Of a hundred respondents of a lane, how many may be owed an answer after the day promised before the next wave to that persona waits. It can be made stricter and never be switched off.',
  }),
};

/** What is left out stays as it is. */
export const AskingRulesIn = z
  .strictObject(PARTS)
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Say what is to change.');

export const AskingRulesOut = z.object({
  rest_days: z.int().meta({ description: 'Before a person is asked again in another wave.' }),
  role_rest_days: z.int().meta({ description: 'Before the same role is asked again.' }),
  account_week: z.int().nullable(),
  hours: z.object({ from: z.string(), to: z.string() }),
  weekdays: z.array(z.int()),
  quiet_days: z.array(z.string()),
  time_zone: z.string().meta({ description: 'For people of whom no zone is known.' }),
  debt_percent: z.int().meta({ description: 'See ACTION_DEBT.' }),
});

/** The rules with what is said changed. */
export function withChanged(rules: AskingRules, change: z.infer<typeof AskingRulesIn>): AskingRules {
  return {
    restDays: change.rest_days ?? rules.restDays,
    roleRestDays: change.role_rest_days ?? rules.roleRestDays,
    accountWeek: change.account_week === undefined ? rules.accountWeek : change.account_week,
    hoursFrom: change.hours?.from ?? rules.hoursFrom,
    hoursTo: change.hours?.to ?? rules.hoursTo,
    weekdays: change.weekdays ?? rules.weekdays,
    quietDays: change.quiet_days ?? rules.quietDays,
    timeZone: change.time_zone ?? rules.timeZone,
    debtPercent: change.debt_percent ?? rules.debtPercent,
  };
}

export function toAskingRulesOut(rules: AskingRules): z.infer<typeof AskingRulesOut> {
  return {
    rest_days: rules.restDays,
    role_rest_days: rules.roleRestDays,
    account_week: rules.accountWeek,
    hours: { from: clock(rules.hoursFrom), to: clock(rules.hoursTo) },
    weekdays: [...rules.weekdays],
    quiet_days: [...rules.quietDays],
    time_zone: rules.timeZone,
    debt_percent: rules.debtPercent,
  };
}

function clock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
