import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Correction } from './correction.ts';

/** What somebody said of the role they were asked in. Times are ms. */
export interface SaidLine
  extends Pick<Correction, 'said' | 'fromPersonaId' | 'toPersonaId' | 'words' | 'at'> {
  id: string;
  personId: string;
  personName: string;
  accountName: string;
}

/** Everything said about the invitations of a wave but that a role is still held, the latest first. */
export async function listWaveSaid(
  db: Db,
  workspace: Workspace,
  { waveId, limit }: { waveId: string; limit: number },
): Promise<SaidLine[]> {
  return lines(db, workspace)
    .where('i.wave_id', '=', waveId)
    .where('c.said', '!=', 'still')
    .limit(limit)
    .execute();
}

/** Everything that one person said when asked, in whichever wave, the latest first. */
export async function listPersonSaid(
  db: Db,
  workspace: Workspace,
  { personId, limit }: { personId: string; limit: number },
): Promise<SaidLine[]> {
  return lines(db, workspace).where('i.person_id', '=', personId).limit(limit).execute();
}

function lines(db: Db, workspace: Workspace) {
  return db
    .selectFrom('role_correction as c')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'c.workspace_id').onRef('i.id', '=', 'c.invitation_id'),
    )
    .innerJoin('person', (on) =>
      on.onRef('person.workspace_id', '=', 'i.workspace_id').onRef('person.id', '=', 'i.person_id'),
    )
    .innerJoin('account', (on) =>
      on.onRef('account.workspace_id', '=', 'i.workspace_id').onRef('account.id', '=', 'i.account_id'),
    )
    .select(['c.id', 'c.said', 'c.from_persona_id as fromPersonaId', 'c.to_persona_id as toPersonaId'])
    .select(['c.words', 'c.at', 'i.person_id as personId', 'person.name as personName'])
    .select('account.name as accountName')
    .where('c.workspace_id', '=', workspace.id)
    .orderBy('c.at', 'desc')
    .orderBy('c.id', 'desc');
}

/** How many invitations of a wave somebody spoke of, by what they said. */
export async function countWaveSaid(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<Map<Correction['said'], number>> {
  const rows = await db
    .selectFrom('role_correction as c')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'c.workspace_id').onRef('i.id', '=', 'c.invitation_id'),
    )
    .select(({ fn }) => ['c.said', fn.count<number>('c.invitation_id').distinct().as('people')])
    .where('c.workspace_id', '=', workspace.id)
    .where('i.wave_id', '=', waveId)
    .groupBy('c.said')
    .execute();
  return new Map(rows.map(({ said, people }) => [said, Number(people)]));
}

/** How many invitations of a wave were passed on, and by how many of them a colleague was asked. */
export async function countPassedOn(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<{ passedOn: number; asked: number }> {
  const row = await db
    .selectFrom('referral as r')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'r.workspace_id').onRef('i.id', '=', 'r.invitation_id'),
    )
    .select(({ fn }) => [
      fn.countAll<number>().as('passedOn'),
      fn.count<number>('r.to_invitation_id').as('asked'),
    ])
    .where('r.workspace_id', '=', workspace.id)
    .where('i.wave_id', '=', waveId)
    .executeTakeFirstOrThrow();
  return { passedOn: Number(row.passedOn), asked: Number(row.asked) };
}
