import type { Db } from '#app/platform/db.server.ts';
import type { ReleaseLane } from './release.store.server.ts';
import type { Batch } from './release.ts';

/** Puts every response of ONE persona that is in no batch yet into this one. */
export async function fillBatch(
  tx: Db,
  { workspace, waveId, personaId }: ReleaseLane,
  batch: number,
): Promise<void> {
  await tx
    .insertInto('batched_response')
    .columns(['workspace_id', 'wave_id', 'persona_id', 'response_id', 'batch'])
    .expression((eb) =>
      eb
        .selectFrom('response as r')
        .select(['r.workspace_id', 'r.wave_id', 'r.persona_id', 'r.id'])
        .select(({ cast, val }) => cast<number>(val(batch), 'integer').as('batch'))
        .where('r.workspace_id', '=', workspace.id)
        .where('r.wave_id', '=', waveId)
        .where('r.persona_id', '=', personaId)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('batched_response as b')
                .select('b.response_id')
                .whereRef('b.workspace_id', '=', 'r.workspace_id')
                .whereRef('b.wave_id', '=', 'r.wave_id')
                .whereRef('b.persona_id', '=', 'r.persona_id')
                .whereRef('b.response_id', '=', 'r.id'),
            ),
          ),
        ),
    )
    .execute();
}

/** The batches of a lane in their order, with how many responses are in each. */
export async function listBatches(tx: Db, { workspace, waveId, personaId }: ReleaseLane): Promise<Batch[]> {
  const rows = await tx
    .selectFrom('batched_response')
    .select(({ fn }) => ['batch', fn.countAll<number>().as('people')])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .groupBy('batch')
    .orderBy('batch')
    .execute();
  return rows.map(({ batch, people }) => ({ batch, people: Number(people) }));
}
