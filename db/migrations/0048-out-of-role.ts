import { sql } from 'kysely';
import type { Step } from './kit.ts';

/** Whoever said that the role is not theirs is nobody who could have been heard in it: N of their lane loses them. */
export async function up({ db }: Step): Promise<void> {
  await sql`
    update wave_lane set known_people = known_people - (
      select count(*) from invitation i
      left join response r on r.workspace_id = i.workspace_id and r.invitation_id = i.id
      where i.workspace_id = wave_lane.workspace_id
        and i.wave_id = wave_lane.wave_id
        and i.persona_id = wave_lane.persona_id
        and i.revoked_at is not null
        and r.id is null
    ) where known_people is not null`.execute(db);
}
