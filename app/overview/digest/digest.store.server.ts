import type { Permission } from '#app/membership/permission.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** A member and what they want of the Monday mail. */
export interface DigestMember {
  id: string;
  name: string;
  address: string;
  permission: Permission;
  /** When they became a member, ms. */
  since: number;
  /** null: nobody said, so their part in the workspace decides. */
  isOn: boolean | null;
  timeZone: string | null;
  /** ISO day of the Monday that was looked after last; '' before the first. */
  lookedOn: string;
  lastSaid: string | null;
  /** They own a programme that is not shut. */
  ownsProgramme: boolean;
}

/** Every workspace in which something was sent. */
export async function listHeardWorkspaces(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('workspace as ws')
    .select('ws.id')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('wave as w')
          .select('w.id')
          .whereRef('w.workspace_id', '=', 'ws.id')
          .where('w.sent_at', 'is not', null),
      ),
    )
    .execute();
  return rows.map(({ id }) => id);
}

function members(db: Db, workspace: Workspace) {
  return db
    .selectFrom('member as m')
    .leftJoin('digest_mail as d', (on) =>
      on.onRef('d.workspace_id', '=', 'm.workspace_id').onRef('d.member_id', '=', 'm.id'),
    )
    .select(['m.id', 'm.name', 'm.email as address', 'm.permission', 'm.created_at as since'])
    .select(['d.is_on', 'd.time_zone as timeZone', 'd.looked_on', 'd.last_said as lastSaid'])
    .select(({ selectFrom }) =>
      selectFrom('programme as p')
        .select(({ fn }) => fn.countAll<number>().as('owned'))
        .whereRef('p.workspace_id', '=', 'm.workspace_id')
        .whereRef('p.owner_id', '=', 'm.id')
        .where('p.state', '<>', 'shut')
        .as('owned'),
    )
    .where('m.workspace_id', '=', workspace.id)
    .where('m.disabled_at', 'is', null);
}

type MemberRow = Awaited<ReturnType<ReturnType<typeof members>['execute']>>[number];

function toMember({ is_on, looked_on, owned, ...row }: MemberRow): DigestMember {
  return {
    ...row,
    isOn: is_on === null ? null : is_on === 1,
    lookedOn: looked_on ?? '',
    ownsProgramme: Number(owned ?? 0) > 0,
  };
}

export async function listDigestMembers(db: Db, workspace: Workspace): Promise<DigestMember[]> {
  return (await members(db, workspace).orderBy('m.id').execute()).map(toMember);
}

export async function findDigestMember(
  db: Db,
  workspace: Workspace,
  memberId: string,
): Promise<DigestMember | null> {
  const row = await members(db, workspace).where('m.id', '=', memberId).executeTakeFirst();
  return row ? toMember(row) : null;
}

/** Takes this Monday on for one member; false where another process was quicker. @param said null leaves it as it was */
export async function takeMonday(
  tx: Db,
  workspace: Workspace,
  { memberId, monday, said }: { memberId: string; monday: string; said: string | null },
): Promise<boolean> {
  const told = said === null ? {} : { last_said: said };
  const row = await tx
    .insertInto('digest_mail')
    .values({
      ...{ workspace_id: workspace.id, member_id: memberId, is_on: null, time_zone: null },
      ...{ looked_on: monday, last_said: said },
    })
    .onConflict((on) =>
      on
        .columns(['workspace_id', 'member_id'])
        .doUpdateSet({ looked_on: monday, ...told })
        .where('digest_mail.looked_on', '<', monday),
    )
    .returning('member_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** What a member wants; what is left out stays as it was. */
export async function writeWish(
  tx: Db,
  workspace: Workspace,
  { memberId, isOn, timeZone }: { memberId: string; isOn: boolean; timeZone?: string | null },
): Promise<void> {
  const wish = { is_on: isOn ? 1 : 0, ...(timeZone === undefined ? {} : { time_zone: timeZone }) };
  await tx
    .insertInto('digest_mail')
    .values({
      ...{ workspace_id: workspace.id, member_id: memberId, looked_on: '', last_said: null },
      ...{ time_zone: null, ...wish },
    })
    .onConflict((on) => on.columns(['workspace_id', 'member_id']).doUpdateSet(wish))
    .execute();
}
