import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { byLane, type Persona } from './persona.ts';

/** All personas in lane order, closed ones too: their past answers keep their name. */
export async function listPersonas(db: Db, workspace: Workspace): Promise<Persona[]> {
  const rows = await db
    .selectFrom('persona')
    .select(['id', 'base', 'name', 'plural', 'definition', 'question', 'position', 'closed_at as closedAt'])
    .where('workspace_id', '=', workspace.id)
    .execute();
  return rows.sort(byLane);
}

export async function insertPersona(
  db: Db,
  workspace: Workspace,
  persona: Omit<Persona, 'closedAt'> & { nameKey: string; createdAt: number },
): Promise<void> {
  await db
    .insertInto('persona')
    .values({
      workspace_id: workspace.id,
      id: persona.id,
      base: persona.base,
      name: persona.name,
      plural: persona.plural,
      name_key: persona.nameKey,
      definition: persona.definition,
      question: persona.question,
      position: persona.position,
      created_at: persona.createdAt,
      closed_at: null,
    })
    .execute();
}

/** Ends a persona from now on; what was answered under it stays under it. */
export async function closePersonaRow(db: Db, workspace: Workspace, id: string, now: number): Promise<void> {
  await db
    .updateTable('persona')
    .set({ closed_at: now })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .execute();
}
