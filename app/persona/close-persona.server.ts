import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { closePersonaRow, listPersonas } from './persona.store.server.ts';
import { isBase } from './persona.ts';

export type PersonaClosed = { kind: 'closed' } | { kind: 'unknown' } | { kind: 'base'; message: string };

/** Takes a custom persona out of new work; past answers stay under its name. The four base personas stay. */
export async function closePersona(
  db: Db,
  workspace: Workspace,
  { id, now }: { id: string; now: number },
): Promise<PersonaClosed> {
  const persona = (await listPersonas(db, workspace)).find((known) => known.id === id);
  if (!persona) return { kind: 'unknown' };
  if (isBase(id))
    return { kind: 'base', message: `${persona.name} is one of the four base roles and stays.` };
  if (persona.closedAt === null) await closePersonaRow(db, workspace, id, now);
  return { kind: 'closed' };
}
