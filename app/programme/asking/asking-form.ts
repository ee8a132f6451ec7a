import { z } from 'zod';
import { readZone } from '#app/platform/clock.ts';
import { MOST_OWED_PERCENT } from '../told/debt.ts';
import { LEAST_REST_DAYS } from './asking-rules.ts';

const MOST_REST_DAYS = 730;

const days = z
  .number({ error: 'Write a whole number of days.' })
  .int('Write a whole number of days.')
  .min(LEAST_REST_DAYS, `Nobody is asked more often than every ${LEAST_REST_DAYS} days: write that or more.`)
  .max(MOST_REST_DAYS, `Write at most ${MOST_REST_DAYS} days.`);

const rest = z.coerce.number({ error: 'Write a whole number of days.' }).pipe(days);

/** `08:30` as minutes since midnight; `24:00` is the end of the day. */
const minutes = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Write a time such as 08:30.')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const day = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string) => day.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

const quietDays = z
  .array(z.string())
  .transform((all) => [...new Set(all)].sort())
  .refine((all) => all.every(isDay), 'Write days such as 2026-12-25, one to a line.')
  .refine((all) => all.length <= 400, 'Write at most 400 days.');

const timeZone = z
  .string()
  .trim()
  .refine((name) => readZone(name) !== null, 'Write the name of a time zone, such as Europe/Oslo.');

const owedPercent = z
  .number({ error: 'Write a whole number.' })
  .int('Write a whole number.')
  .min(0, 'Write 0 or more.')
  .max(
    MOST_OWED_PERCENT,
    `At most ${MOST_OWED_PERCENT} in a hundred may be owed an answer: write that or less.`,
  );

/** What a form and the API both hold a rule to. */
export const ASKING_PARTS = { owedPercent, days, clock: minutes, quietDays, timeZone };

/** The form of the rules, as it is posted. */
export const AskingForm = z
  .object({
    restDays: rest,
    roleRestDays: rest,
    accountWeek: z
      .string()
      .trim()
      .regex(/^(|[1-9]\d{0,4})$/, 'Write a whole number, or nothing for any number.')
      .transform((text) => (text === '' ? null : Number(text))),
    hoursFrom: minutes,
    hoursTo: minutes,
    weekdays: z
      .union([z.string(), z.array(z.string())], { error: 'Choose at least one day of the week.' })
      .transform((days) =>
        [days]
          .flat()
          .map(Number)
          .sort((a, b) => a - b),
      )
      .refine((days) => days.every((one) => one >= 1 && one <= 7), 'Choose days of the week.'),
    quietDays: z
      .string()
      .transform((text) => text.split(/[\s,;]+/).filter((one) => one !== ''))
      .pipe(quietDays),
    timeZone,
    debtPercent: z
      .string()
      .trim()
      .min(1, 'Write a whole number.')
      .pipe(z.coerce.number({ error: 'Write a whole number.' }))
      .pipe(owedPercent),
  })
  .refine(({ hoursFrom, hoursTo }) => hoursTo > hoursFrom, {
    path: ['hoursTo'],
    message: 'It must end later than it begins.',
  });
