import { z } from 'zod';

/** How a wave goes out: when it begins, by whose clock, and how it reminds. Times are ms. */
export interface Course {
  /** When its mails may begin to go; null for at once. */
  sendAt: number | null;
  /** Each person in the hours that the workspace chose, by their own clock. */
  inHours: boolean;
  reminders: number;
  /** Days of silence before a reminder. */
  remindAfterDays: number;
}

/** How a wave goes out, and how far it is. */
export interface WaveCourse extends Course {
  startedAt: number | null;
  paused: {
    at: number;
    why: 'member' | 'late' | 'bounces' | 'complaints' | 'refused';
    by: string | null;
  } | null;
}

export const MOST_REMINDERS = 2;

export const FIRST_COURSE: Course = { sendAt: null, inHours: false, reminders: 0, remindAfterDays: 5 };

export const CourseIn = z.object({
  sendAt: z.number().nullable(),
  inHours: z.boolean(),
  reminders: z.number().int().min(0).max(MOST_REMINDERS, 'At most two reminders.'),
  remindAfterDays: z
    .number({ error: 'Write a whole number of days.' })
    .int('Write a whole number of days.')
    .min(2, 'Wait at least 2 days.')
    .max(60, 'Wait at most 60 days.'),
});
