import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** The lane of one persona in a wave. */
export async function findLane(
  db: Db,
  workspace: Workspace,
  of: { waveId: string; personaId: string },
): Promise<{ programmeId: string; versionId: string } | undefined> {
  return db
    .selectFrom('wave_lane')
    .select(['programme_id as programmeId', 'survey_version_id as versionId'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', of.waveId)
    .where('persona_id', '=', of.personaId)
    .executeTakeFirst();
}

/** Who gave this response of one lane. */
export async function findResponder(
  db: Db,
  workspace: Workspace,
  of: { waveId: string; personaId: string; responseId: string },
) {
  return db
    .selectFrom('response')
    .select(['person_id as personId', 'account_id as accountId', 'invitation_id as invitationId'])
    .select(['survey_version_id as versionId', 'confidentiality', 'source'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', of.waveId)
    .where('persona_id', '=', of.personaId)
    .where('id', '=', of.responseId)
    .executeTakeFirst();
}

/** Whether the workspace knows this person, and this account; null asks for nothing. */
export async function areKnown(
  db: Db,
  workspace: Workspace,
  { personId, accountId }: { personId: string | null; accountId: string | null },
): Promise<boolean> {
  return (
    (personId === null || (await isKnown(db, workspace, 'person', personId))) &&
    (accountId === null || (await isKnown(db, workspace, 'account', accountId)))
  );
}

async function isKnown(
  db: Db,
  workspace: Workspace,
  table: 'person' | 'account',
  id: string,
): Promise<boolean> {
  const row = await db
    .selectFrom(table)
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Waves that a new follow-up can be about: those that were sent, the newest first. */
export async function listSentWaves(db: Db, workspace: Workspace) {
  return db
    .selectFrom('wave as w')
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'w.workspace_id').onRef('p.id', '=', 'w.programme_id'),
    )
    .select(['w.id', 'w.name', 'w.programme_id as programmeId', 'p.name as programmeName'])
    .where('w.workspace_id', '=', workspace.id)
    .where('w.sent_at', 'is not', null)
    .orderBy('w.sent_at', 'desc')
    .orderBy('w.id', 'desc')
    .limit(200)
    .execute();
}
