import { addAsked } from '#app/programme/wave/asked.store.server.ts';
import { raiseKnownPeople } from '#app/programme/wave/wave.store.server.ts';
import type { Desk } from './asking.ts';

/** Rows per statement: below what either engine binds at once. */
const BATCH = 500;

/** Seats so many more buyers at an account and asks them in a wave that asked somebody there, written as rows: nobody answers. */
export async function seatMany({ house, workspace }: Desk, waveId: string, count: number): Promise<void> {
  const { db, ids } = house;
  const like = await db
    .selectFrom('invitation')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  const role = await db
    .selectFrom('role_assignment')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', like.role_assignment_id)
    .executeTakeFirstOrThrow();
  const person = await db
    .selectFrom('person')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', like.person_id)
    .executeTakeFirstOrThrow();
  for (let from = 0; from < count; from += BATCH) {
    const seats = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => ({
      person: { ...person, id: ids.make(), external_id: null, name: `Seat ${from + i}` },
      roleId: ids.make(),
    }));
    await db
      .insertInto('person')
      .values(seats.map((one) => one.person))
      .execute();
    await db
      .insertInto('role_assignment')
      .values(seats.map((one) => ({ ...role, id: one.roleId, person_id: one.person.id })))
      .execute();
    await db
      .insertInto('invitation')
      .values(
        seats.map((one) => ({
          ...like,
          id: ids.make(),
          role_assignment_id: one.roleId,
          person_id: one.person.id,
        })),
      )
      .execute();
  }
  const { persona_id: personaId, survey_version_id: versionId } = like;
  await addAsked(
    db,
    workspace,
    waveId,
    Array.from({ length: count }, () => ({ personaId, versionId })),
  );
  const { people } = await db
    .selectFrom('lane_asked')
    .select('people')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .executeTakeFirstOrThrow();
  await raiseKnownPeople(db, workspace, { waveId, personaId, people });
}
