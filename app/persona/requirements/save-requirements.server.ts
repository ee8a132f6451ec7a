import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { listPersonas } from '../persona.store.server.ts';
import { putRequirements } from './requirements.store.server.ts';
import { Requirements } from './requirements.ts';

/** Writes down what one persona needs of us, in place of what was there. */
export async function saveRequirements(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { personaId, actor, ...input }: Requirements & { personaId: string; actor: Actor },
): Promise<{ kind: 'saved' | 'unknown_persona' }> {
  const requirements = Requirements.parse(input);
  const at = clock.now();
  return db.transaction().execute(async (tx) => {
    const known = (await listPersonas(tx, workspace)).some(({ id }) => id === personaId);
    if (!known) return { kind: 'unknown_persona' };
    await putRequirements(tx, workspace, { ...requirements, personaId, by: actor, at });
    const filled = Object.entries(requirements).flatMap(([name, text]) => (text === '' ? [] : [name]));
    const entry = { id: ids.make(), at, actor, act: 'write_requirements', subject: personaId };
    await writeAudit(tx, workspace, { ...entry, detail: { filled } });
    return { kind: 'saved' };
  });
}
