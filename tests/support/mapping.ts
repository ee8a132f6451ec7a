import { createMoment } from '#app/audience/moment/create-moment.server.ts';
import { recordTouch } from '#app/audience/moment/touch/record-touch.server.ts';
import { type Desk, type Seat, seat } from './asking.ts';

/** Where a persona meets us, in as few words as a test needs; its id. */
export async function makeMoment(
  { house, workspace, memberId: actor }: Desk,
  personaId: string,
  name: string,
  more: { promise?: string; evidence?: string } = {},
): Promise<string> {
  const words = { name, tryingTo: `Get ${name} done`, promise: '', evidence: '', ...more };
  const made = await createMoment(house, workspace, { ...words, personaId, actor });
  if (made.kind !== 'created') throw new Error(made.kind);
  return made.id;
}

export interface Seated {
  roleId: string;
  personId: string;
  accountId: string;
  personaId: string;
}

/** A person with one role, by their ids. */
export async function seated(desk: Desk, given: Seat & { personaIds: readonly [string] }): Promise<Seated> {
  const [roleId] = await seat(desk, given);
  const role = await desk.house.db
    .selectFrom('role_assignment')
    .select(['person_id as personId', 'account_id as accountId'])
    .where('workspace_id', '=', desk.workspace.id)
    .where('id', '=', roleId!)
    .executeTakeFirstOrThrow();
  return { roleId: roleId!, ...role, personaId: given.personaIds[0] };
}

/** Records that they met us, as `more` says; what became of it. */
export function meet(
  { house, workspace, memberId: actor }: Desk,
  { personId, accountId, personaId }: Seated,
  more: { momentId: string; at?: number; source?: string; externalId?: string | null },
) {
  const at = house.clock.now();
  const touch = { personId, accountId, personaId, at, source: 'Support desk', externalId: null };
  return recordTouch(house, workspace, { ...touch, ...more, actor });
}

/** Every touch of the workspace as its row stands. */
export function touches({ house, workspace }: Desk) {
  return house.db
    .selectFrom('touch')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .orderBy('at')
    .orderBy('id')
    .execute();
}
