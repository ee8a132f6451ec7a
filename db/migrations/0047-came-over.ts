import { sql } from 'kysely';
import type { Step } from './kit.ts';

/**
 * Whoever said that another role is theirs was reached, though no letter was written to them in it. Lanes that somebody came over to
 * are counted anew.
 */
export async function up({ db }: Step): Promise<void> {
  await sql`
    update lane_asked set delivered = null where exists (
      select 1 from role_correction c
      join invitation i on i.workspace_id = c.workspace_id and i.id = c.to_invitation_id
      where i.workspace_id = lane_asked.workspace_id
        and i.wave_id = lane_asked.wave_id
        and i.persona_id = lane_asked.persona_id
    )`.execute(db);
}
