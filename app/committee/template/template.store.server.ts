import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Template } from './template.ts';

/** The seats that a workspace wrote down; empty where it wrote none. */
export async function findSeats(db: Db, workspace: Workspace): Promise<Template> {
  const rows = await db
    .selectFrom('committee_seat')
    .select(['persona_id', 'people'])
    .where('workspace_id', '=', workspace.id)
    .execute();
  return Object.fromEntries(rows.map(({ persona_id, people }) => [persona_id, people]));
}

/** Puts these seats, at least one, in the place of all that were there; two members who do so at once both get through. */
export async function replaceSeats(tx: Db, workspace: Workspace, template: Template): Promise<void> {
  await tx
    .deleteFrom('committee_seat')
    .where('workspace_id', '=', workspace.id)
    .where('persona_id', 'not in', Object.keys(template))
    .execute();
  const rows = Object.entries(template).map(([persona_id, people]) => ({
    ...{ workspace_id: workspace.id, persona_id, people },
  }));
  await tx
    .insertInto('committee_seat')
    .values(rows)
    .onConflict((on) =>
      on.columns(['workspace_id', 'persona_id']).doUpdateSet((eb) => ({ people: eb.ref('excluded.people') })),
    )
    .execute();
}
