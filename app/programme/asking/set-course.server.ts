import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findCourse, writeCourse } from './course.store.server.ts';
import { type Course, CourseIn } from './course.ts';

export type CourseSet =
  | { kind: 'set' }
  /** It is closed. */
  | { kind: 'closed' }
  /** It is to begin at a time that has passed. */
  | { kind: 'past' }
  | { kind: 'unknown' };

/** Says when a wave goes out and how it reminds, before it is sent or while it goes. */
export async function setCourse(
  { db, ids, clock, wakeSender }: Pick<House, 'db' | 'ids' | 'clock' | 'wakeSender'>,
  workspace: Workspace,
  input: { waveId: string; course: Course; actor: Actor },
): Promise<CourseSet> {
  const course = CourseIn.parse(input.course);
  const { waveId, actor } = input;
  const at = clock.now();
  const set = await db.transaction().execute(async (tx): Promise<CourseSet> => {
    const before = await findCourse(tx, workspace, waveId);
    if (!before) return { kind: 'unknown' };
    const isMoved = course.sendAt !== before.sendAt && before.startedAt === null;
    if (isMoved && course.sendAt !== null && course.sendAt <= at) return { kind: 'past' };
    if (!(await writeCourse(tx, workspace, waveId, course))) return { kind: 'closed' };
    const entry = { id: ids.make(), at, actor, act: 'set_course', subject: waveId };
    await writeAudit(tx, workspace, { ...entry, detail: { ...course } });
    return { kind: 'set' };
  });
  if (set.kind === 'set') wakeSender();
  return set;
}
