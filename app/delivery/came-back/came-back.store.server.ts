import { sql } from 'kysely';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Outcomes that say that a mail came back, as the index over them names them. */
const CAME_BACK = ['soft_bounce', 'hard_bounce', 'complaint'] as const;

/**
 * Mails of a wave that asked and came back or were marked as spam, each with the first letter of whom it asked. A letter on
 * what came of answers goes to who answered: its return would name them.
 */
function cameBack(db: Db, workspace: Workspace, waveId: string) {
  return db
    .selectFrom('outbound_message as m')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'm.workspace_id').onRef('i.id', '=', 'm.invitation_id'),
    )
    .innerJoin('outbound_message as first', (on) =>
      on
        .onRef('first.workspace_id', '=', 'm.workspace_id')
        .onRef('first.invitation_id', '=', 'm.invitation_id')
        .on('first.kind', '=', 'invitation')
        .on('first.ordinal', '=', 1),
    )
    .where('m.workspace_id', '=', workspace.id)
    .where('m.wave_id', '=', waveId)
    .where('m.outcome', 'in', CAME_BACK)
    .where('m.kind', '<>', 'told_back')
    .where('first.state', '=', 'accepted');
}

/** What came of later mails, reminders and renewed links, to people whose first letter was taken. */
export function listLaterReturns(db: Db, workspace: Workspace, waveId: string) {
  return cameBack(db, workspace, waveId)
    .whereRef('m.id', '!=', 'first.id')
    .select(['i.id as invitationId', 'i.persona_id as personaId'])
    .select(['m.outcome', 'first.outcome as firstOutcome'])
    .execute();
}

/** The mails that came back with the mail server's words, the gravest first and of those the newest. */
export function listCameBack(
  db: Db,
  workspace: Workspace,
  { waveId, limit }: { waveId: string; limit: number },
) {
  return cameBack(db, workspace, waveId)
    .innerJoin('person as p', (on) =>
      on.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id'),
    )
    .innerJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'i.workspace_id').onRef('a.id', '=', 'i.account_id'),
    )
    .select(['i.id as invitationId', 'i.persona_id as personaId', 'i.person_id as personId'])
    .select(['p.name as personName', 'a.name as accountName'])
    .select(['m.kind', 'm.outcome', 'm.outcome_at as at', 'm.outcome_detail as detail'])
    .orderBy(sql`case m.outcome when 'complaint' then 0 when 'hard_bounce' then 1 else 2 end`)
    .orderBy('m.outcome_at', 'desc')
    .orderBy('m.id')
    .limit(limit)
    .execute();
}

/** Mails to one person that came back for good or were marked as spam, in any wave, the newest first. */
export function listReturnsToPerson(db: Db, workspace: Workspace, personId: string) {
  return db
    .selectFrom('invitation as i')
    .innerJoin('outbound_message as m', (on) =>
      on.onRef('m.workspace_id', '=', 'i.workspace_id').onRef('m.invitation_id', '=', 'i.id'),
    )
    .select(['m.to_address as address', 'm.outcome', 'm.outcome_at as at', 'm.outcome_detail as detail'])
    .where('i.workspace_id', '=', workspace.id)
    .where('i.person_id', '=', personId)
    .where('m.outcome', 'in', ['hard_bounce', 'complaint'])
    .where('m.kind', '<>', 'told_back')
    .orderBy('m.outcome_at', 'desc')
    .orderBy('m.id')
    .execute();
}
