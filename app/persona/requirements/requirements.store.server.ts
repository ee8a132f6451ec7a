import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Requirements } from './requirements.ts';

export async function findRequirements(
  db: Db,
  workspace: Workspace,
  personaId: string,
): Promise<Requirements | undefined> {
  return db
    .selectFrom('persona_requirements')
    .select(['context', 'needs', 'expectations', 'way_of_working as wayOfWorking', 'evidence'])
    .where('workspace_id', '=', workspace.id)
    .where('persona_id', '=', personaId)
    .executeTakeFirst();
}

export async function putRequirements(
  tx: Db,
  workspace: Workspace,
  { personaId, by, at, ...texts }: Requirements & { personaId: string; by: string; at: number },
): Promise<void> {
  const { wayOfWorking: way_of_working, ...same } = texts;
  const told = { ...same, way_of_working, updated_by: by, updated_at: at };
  await tx
    .insertInto('persona_requirements')
    .values({ workspace_id: workspace.id, persona_id: personaId, ...told })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'persona_id']).doUpdateSet(told))
    .execute();
}
