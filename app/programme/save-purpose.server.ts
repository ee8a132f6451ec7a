import type { z } from 'zod';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findProgramme } from './programme.store.server.ts';
import { listPurposes, upsertPurpose } from './purpose/purpose.store.server.ts';
import { PurposeInput } from './purpose/purpose.ts';
import { missingFields, type PurposeField } from './purpose/purpose-words.ts';

export type SavedPurpose =
  | { kind: 'saved'; missing: PurposeField[] }
  | { kind: 'unknown_programme' }
  | { kind: 'unknown_persona' };

/**
 * Keeps why this persona is asked, whole or half-written. What the rule was before is written down: a rule
 * that moves after the answers came in is no rule.
 */
export async function savePurpose(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  input: z.input<typeof PurposeInput> & { programmeId: string; personaId: string; actor: Actor },
): Promise<SavedPurpose> {
  const { programmeId, personaId, actor } = input;
  const purpose = PurposeInput.parse(input);
  const now = clock.now();
  return db.transaction().execute(async (tx): Promise<SavedPurpose> => {
    if (!(await findProgramme(tx, workspace, programmeId))) return { kind: 'unknown_programme' };
    const personas = await listPersonas(tx, workspace);
    if (!personas.some(({ id }) => id === personaId)) return { kind: 'unknown_persona' };
    const before = (await listPurposes(tx, workspace, programmeId)).find(
      (kept) => kept.personaId === personaId,
    );
    await upsertPurpose(tx, workspace, { id: ids.make(), programmeId, personaId, purpose, now });
    const detail = { personaId, ruleBefore: before?.rule ?? null, rule: purpose.rule };
    await writeAudit(tx, workspace, {
      id: ids.make(),
      at: now,
      actor,
      act: 'save_purpose',
      subject: programmeId,
      detail,
    });
    return { kind: 'saved', missing: missingFields(purpose) };
  });
}
