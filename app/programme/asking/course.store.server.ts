import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Course, WaveCourse } from './course.ts';

export async function findCourse(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<WaveCourse | undefined> {
  const row = await db
    .selectFrom('wave')
    .leftJoin('member', (on) =>
      on.onRef('member.workspace_id', '=', 'wave.workspace_id').onRef('member.id', '=', 'wave.paused_by'),
    )
    // By whom is a member or a key: the ids of both are apart.
    .leftJoin('api_key', (on) =>
      on.onRef('api_key.workspace_id', '=', 'wave.workspace_id').onRef('api_key.id', '=', 'wave.paused_by'),
    )
    .select(['wave.send_at as sendAt', 'wave.in_hours', 'wave.reminders', 'wave.started_at as startedAt'])
    .select(['wave.remind_after_days as remindAfterDays', 'wave.paused_at', 'wave.paused_why'])
    .select(({ fn }) => fn.coalesce('member.name', 'api_key.name').as('name'))
    .where('wave.workspace_id', '=', workspace.id)
    .where('wave.id', '=', waveId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { in_hours, paused_at, paused_why, name, ...course } = row;
  const paused =
    paused_at !== null && paused_why !== null ? { at: paused_at, why: paused_why, by: name } : null;
  return { ...course, inHours: in_hours === 1, paused };
}

/** Writes the course of a wave that is not closed; the time of its beginning only while it has not begun. */
export async function writeCourse(
  tx: Db,
  workspace: Workspace,
  waveId: string,
  { sendAt, inHours, reminders, remindAfterDays }: Course,
): Promise<boolean> {
  const open = tx
    .updateTable('wave')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', waveId)
    .where('kind', '=', 'asked')
    .where('state', '!=', 'closed');
  const { numUpdatedRows } = await open
    .set({ in_hours: inHours ? 1 : 0, reminders, remind_after_days: remindAfterDays })
    .executeTakeFirst();
  await open.set({ send_at: sendAt }).where('started_at', 'is', null).execute();
  return numUpdatedRows > 0n;
}
