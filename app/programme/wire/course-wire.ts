import { z } from 'zod';
import { momentIn, momentOut, toMoment, toMomentOrNull } from '#app/platform/wire/cell.ts';
import { CourseIn, type WaveCourse } from '../asking/course.ts';

/** An act that needs no words: the address says all of it. */
export const WaveActIn = z.strictObject({});

/** What is left out stays as it is. */
export const CourseChangeIn = z
  .strictObject({
    send_at: momentIn.nullable().optional().meta({
      description: 'When its mails may begin to go; null for at once. Once it has begun it stays as it was.',
    }),
    in_hours: CourseIn.shape.inHours.optional().meta({
      description: 'Each person in the working hours of the asking rules, by their own clock.',
    }),
    reminders: CourseIn.shape.reminders.optional(),
    remind_after_days: CourseIn.shape.remindAfterDays.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'Say what is to change.');

export const CourseOut = z.object({
  send_at: momentOut.nullable(),
  in_hours: z.boolean(),
  reminders: z.int(),
  remind_after_days: z.int(),
  started_at: momentOut.nullable().meta({ description: 'When its first mail was taken up.' }),
  paused: z
    .object({
      at: momentOut,
      why: z.enum(['member', 'late', 'bounces', 'complaints', 'refused']).meta({
        description: '`member`: a member or a key held it up; the others are said in the guide on sending.',
      }),
      by: z.string().nullable().meta({ description: 'The name of the member or the key.' }),
    })
    .nullable(),
});

export const TakenBackOut = z.object({
  taken_back: z.int().meta({ description: 'Letters that had not left and never will.' }),
});

export function toCourseOut(course: WaveCourse): z.infer<typeof CourseOut> {
  const { sendAt, inHours, reminders, remindAfterDays, startedAt, paused } = course;
  return {
    send_at: toMomentOrNull(sendAt),
    in_hours: inHours,
    reminders,
    remind_after_days: remindAfterDays,
    started_at: toMomentOrNull(startedAt),
    paused: paused && { at: toMoment(paused.at), why: paused.why, by: paused.by },
  };
}
