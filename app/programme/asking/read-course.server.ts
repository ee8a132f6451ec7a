import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAskingRules } from './asking-rules.store.server.ts';
import { writeTime } from './begin-time.ts';
import { findCourse } from './course.store.server.ts';
import type { WaveCourse } from './course.ts';

/** How a wave goes out, with the workspace's hours that it may keep to. */
export interface ReadCourse extends WaveCourse {
  /** As a form holds it, by the workspace's clock; empty for at once. */
  beginsAt: string;
  hours: { from: number; to: number; weekdays: readonly number[]; timeZone: string };
}

export async function readCourse(db: Db, workspace: Workspace, waveId: string): Promise<ReadCourse | null> {
  const course = await findCourse(db, workspace, waveId);
  if (!course) return null;
  const { hoursFrom: from, hoursTo: to, weekdays, timeZone } = await findAskingRules(db, workspace);
  const beginsAt = course.sendAt === null ? '' : writeTime(course.sendAt, timeZone);
  return { ...course, beginsAt, hours: { from, to, weekdays, timeZone } };
}
