import { sql } from 'kysely';
import { freeze, type Step } from './kit.ts';

/**
 * Somebody whose role nobody confirmed lately is asked for it before anything else. Which confirmation was too old is
 * settled when they are asked, like all that says who is asked in which role: any later one answers the question, whatever
 * the clock says by then. 0 where there never was one.
 */
export async function up(step: Step): Promise<void> {
  const { db, engine } = step;
  const time = engine === 'sqlite' ? 'integer' : 'bigint';
  await sql.raw(`alter table invitation add column stale_confirmation ${time}`).execute(db);
  await sql.raw(`drop trigger invitation_frozen${engine === 'postgres' ? ' on invitation' : ''}`).execute(db);
  if (engine === 'postgres') await sql`drop function invitation_frozen()`.execute(db);
  await freeze(step, 'invitation', [
    'workspace_id',
    'id',
    'wave_id',
    'persona_id',
    'survey_version_id',
    'role_assignment_id',
    'person_id',
    'account_id',
    'came_from',
    'from_invitation_id',
    'persona_at_invite',
    'stale_confirmation',
  ]);
}
