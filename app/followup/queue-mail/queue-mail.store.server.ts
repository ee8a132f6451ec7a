import { DESK } from '#app/membership/permission.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Every workspace in which somebody has something to do. */
export async function listBusyWorkspaces(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('workspace as ws')
    .select('ws.id')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('follow_up as f')
          .select('f.id')
          .whereRef('f.workspace_id', '=', 'ws.id')
          .where('f.state', 'in', ['open', 'doing']),
      ),
    )
    .execute();
  return rows.map(({ id }) => id);
}

export interface Addressee {
  id: string;
  name: string;
  address: string;
}

/** Who gets the mail and was not looked after on this day yet. */
export async function listAddressees(db: Db, workspace: Workspace, day: string): Promise<Addressee[]> {
  return db
    .selectFrom('member as m')
    .leftJoin('queue_mail as q', (on) =>
      on.onRef('q.workspace_id', '=', 'm.workspace_id').onRef('q.member_id', '=', 'm.id'),
    )
    .select(['m.id', 'm.name', 'm.email as address'])
    .where('m.workspace_id', '=', workspace.id)
    .where('m.permission', 'in', DESK)
    .where('m.disabled_at', 'is', null)
    .where((eb) => eb.or([eb('q.is_off', 'is', null), eb('q.is_off', '=', 0)]))
    .where((eb) => eb.or([eb('q.looked_on', 'is', null), eb('q.looked_on', '<', day)]))
    .orderBy('m.id')
    .execute();
}

/** Takes the day on for one member; false where another process was quicker. */
export async function takeDay(
  tx: Db,
  workspace: Workspace,
  { memberId, day }: { memberId: string; day: string },
): Promise<boolean> {
  const row = await tx
    .insertInto('queue_mail')
    .values({ workspace_id: workspace.id, member_id: memberId, is_off: 0, looked_on: day })
    .onConflict((on) =>
      on
        .columns(['workspace_id', 'member_id'])
        .doUpdateSet({ looked_on: day })
        .where('queue_mail.looked_on', '<', day),
    )
    .returning('member_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function isMailOff(db: Db, workspace: Workspace, memberId: string): Promise<boolean> {
  const row = await db
    .selectFrom('queue_mail')
    .select('is_off')
    .where('workspace_id', '=', workspace.id)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row?.is_off === 1;
}

export async function writeMailOff(
  tx: Db,
  workspace: Workspace,
  { memberId, isOff }: { memberId: string; isOff: boolean },
): Promise<void> {
  const is_off = isOff ? 1 : 0;
  await tx
    .insertInto('queue_mail')
    .values({ workspace_id: workspace.id, member_id: memberId, is_off, looked_on: '' })
    .onConflict((on) => on.columns(['workspace_id', 'member_id']).doUpdateSet({ is_off }))
    .execute();
}
