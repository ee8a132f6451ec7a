import type { z } from 'zod';
import type { House } from '#app/platform/house.ts';
import { type Answer, notFound, saying } from '#app/platform/http/problem.server.ts';
import { invalidAt } from '#app/platform/wire/problem.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { setCourse } from '#app/programme/asking/set-course.server.ts';
import { answerCourse, answerNotOpen, readAskingCourse } from '#app/programme/wire/answer-course.server.ts';
import type { CourseChangeIn } from '#app/programme/wire/course-wire.ts';

interface Asked {
  waveId: string;
  change: z.infer<typeof CourseChangeIn>;
  actor: Actor;
}

/** Changes what the body names, and says in the words of the API why not. */
export async function changeCourse(
  house: House,
  workspace: Workspace,
  { waveId, change, actor }: Asked,
): Promise<Answer> {
  const now = await readAskingCourse(house.db, workspace, waveId);
  if (!now) return saying(notFound('such wave'));
  const course = {
    sendAt: change.send_at === undefined ? now.sendAt : change.send_at,
    inHours: change.in_hours ?? now.inHours,
    reminders: change.reminders ?? now.reminders,
    remindAfterDays: change.remind_after_days ?? now.remindAfterDays,
  };
  const set = await setCourse(house, workspace, { waveId, course, actor });
  switch (set.kind) {
    case 'set':
      return answerCourse(house.db, workspace, waveId);
    case 'past': {
      const detail = 'That time has passed. Choose a later one, or null to send at once.';
      return saying(invalidAt([{ pointer: '#/send_at', detail }]));
    }
    case 'closed':
      return answerNotOpen(house.db, workspace, waveId);
    case 'unknown':
      return saying(notFound('such wave'));
    default:
      return set satisfies never;
  }
}
