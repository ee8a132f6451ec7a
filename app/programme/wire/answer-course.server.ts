import type { Db } from '#app/platform/db.server.ts';
import { type Answer, notFound, saying } from '#app/platform/http/problem.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findCourse } from '../asking/course.store.server.ts';
import type { WaveCourse } from '../asking/course.ts';
import { findAskingWave } from '../wave/wave.store.server.ts';
import { toCourseOut } from './course-wire.ts';
import { notOpenProblem } from './programme-problems.ts';

/** How a wave that asks people by name goes out; undefined for any other. */
export async function readAskingCourse(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<WaveCourse | undefined> {
  return (await findAskingWave(db, workspace, waveId)) && findCourse(db, workspace, waveId);
}

/** The course of a wave, as it is after whatever was done to it. */
export async function answerCourse(db: Db, workspace: Workspace, waveId: string): Promise<Answer> {
  const course = await readAskingCourse(db, workspace, waveId);
  return course ? { status: 200, body: toCourseOut(course) } : saying(notFound('such wave'));
}

/** What could not be done because a wave was not sent yet, or is over. */
export async function answerNotOpen(db: Db, workspace: Workspace, waveId: string): Promise<Answer> {
  const wave = await findAskingWave(db, workspace, waveId);
  return saying(wave ? notOpenProblem(wave.state) : notFound('such wave'));
}
