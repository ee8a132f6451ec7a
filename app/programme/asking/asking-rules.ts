import { MOST_OWED_PERCENT } from '../told/debt.ts';

/** When people are asked and how often, whichever programme asks. */
export interface AskingRules {
  /** Days before a person is asked again in another wave. */
  restDays: number;
  /** Days before the same role is asked again. */
  roleRestDays: number;
  /** People of one account that may be asked within seven days; null for any number. */
  accountWeek: number | null;
  /** Minutes since midnight, by the clock of whoever is asked. */
  hoursFrom: number;
  hoursTo: number;
  /** ISO weekdays: 1 is Monday. */
  weekdays: readonly number[];
  /** ISO days on which nobody is written to, such as `2026-12-25`. */
  quietDays: readonly string[];
  /** IANA name, for people of whom no zone is known. */
  timeZone: string;
  /** Of a hundred respondents of a lane, how many may be owed an answer after the day promised before nobody is asked. */
  debtPercent: number;
}

/** Nobody may be asked more often than this, in any workspace; settings only make it rarer. */
export const LEAST_REST_DAYS = 30;

/** What a workspace starts with. */
export const FIRST_RULES: AskingRules = {
  restDays: LEAST_REST_DAYS,
  roleRestDays: LEAST_REST_DAYS,
  accountWeek: null,
  hoursFrom: 8 * 60,
  hoursTo: 17 * 60,
  weekdays: [1, 2, 3, 4],
  quietDays: [],
  timeZone: 'UTC',
  debtPercent: MOST_OWED_PERCENT,
};
