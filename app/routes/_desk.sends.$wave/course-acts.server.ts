import { recallUnsent } from '#app/delivery/recall-unsent.server.ts';
import type { House } from '#app/platform/house.ts';
import { faultyForm } from '#app/platform/read-form.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { readTime } from '#app/programme/asking/begin-time.ts';
import { CourseIn } from '#app/programme/asking/course.ts';
import { pauseWave } from '#app/programme/asking/pause-wave.server.ts';
import { readCourse } from '#app/programme/asking/read-course.server.ts';
import { resumeWave } from '#app/programme/asking/resume-wave.server.ts';
import { setCourse } from '#app/programme/asking/set-course.server.ts';
import type { Acted } from './acts.server.ts';

interface CourseAct {
  waveId: string;
  form: FormData;
  actor: Actor;
}

const DONE: Acted = { kind: 'done', target: '', keepsQuery: false };
const SAVED: Acted = { kind: 'done', target: '#course', keepsQuery: true };

/** Holds a send up, lets it go on, takes back what has not left, or says when it goes. Null for any other act. */
export function actOnCourse(house: House, workspace: Workspace, act: CourseAct): Promise<Acted> | null {
  switch (act.form.get('intent')) {
    case 'pause':
      return pause(house, workspace, act);
    case 'resume':
      return resume(house, workspace, act);
    case 'recall':
      return recall(house, workspace, act);
    case 'course':
      return change(house, workspace, act);
    default:
      return null;
  }
}

async function pause(house: House, workspace: Workspace, { waveId, actor }: CourseAct): Promise<Acted> {
  const { kind } = await pauseWave(house, workspace, { waveId, why: 'member', by: actor });
  return kind === 'unknown' ? { kind } : kind === 'not_open' ? notOpen() : DONE;
}

async function resume(house: House, workspace: Workspace, { waveId, actor }: CourseAct): Promise<Acted> {
  const { kind } = await resumeWave(house, workspace, { waveId, actor });
  return kind === 'unknown' ? { kind } : kind === 'not_open' ? notOpen() : DONE;
}

async function recall(house: House, workspace: Workspace, { waveId, actor }: CourseAct): Promise<Acted> {
  const { kind } = await recallUnsent(house, workspace, { waveId, actor });
  return kind === 'unknown' ? { kind } : DONE;
}

async function change(
  house: House,
  workspace: Workspace,
  { waveId, form, actor }: CourseAct,
): Promise<Acted> {
  const now = await readCourse(house.db, workspace, waveId);
  if (!now) return { kind: 'unknown' };
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const later = text('begins') === 'later' ? readTime(text('begins_at'), now.hours.timeZone) : null;
  if (text('begins') === 'later' && later === null)
    return notSaved(form, { begins_at: 'Write the day and the time at which it is to begin.' });
  const course = CourseIn.safeParse({
    sendAt: form.has('begins') ? later : now.sendAt,
    inHours: form.has('in_hours'),
    reminders: Number(text('reminders')),
    remindAfterDays: Number(text('remind_after')),
  });
  if (!course.success) {
    const faults = course.error.issues.map(({ path, message }) => [FIELD_OF[String(path[0])], message]);
    return notSaved(form, Object.fromEntries(faults.toReversed()));
  }
  const set = await setCourse(house, workspace, { waveId, course: course.data, actor });
  switch (set.kind) {
    case 'set':
      return SAVED;
    case 'past':
      return notSaved(form, { begins_at: 'That time has passed. Choose a later one, or send at once.' });
    case 'closed':
      return notOpen();
    case 'unknown':
      return set;
    default:
      return set satisfies never;
  }
}

function notOpen(): Acted {
  return { kind: 'said', status: 409, heading: 'Not changed', sentence: 'This send is not open any more.' };
}

/** The fields of the form that a course is made of. */
const FIELD_OF: Readonly<Record<string, string>> = {
  sendAt: 'begins_at',
  inHours: 'in_hours',
  reminders: 'reminders',
  remindAfterDays: 'remind_after',
};

/** The page again, with what was typed where it was typed, and the sentence beside it. */
function notSaved(form: FormData, fieldErrors: Record<string, string>): Acted {
  const sentence = Object.values(fieldErrors)[0]!;
  const { values } = faultyForm(form, fieldErrors);
  return { kind: 'said', status: 422, heading: 'Not saved', sentence, course: { fieldErrors, values } };
}
