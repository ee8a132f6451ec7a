import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { insertPersona } from './persona.store.server.ts';
import { BASE_PERSONAS, BASES } from './persona.ts';
import { personaNameKey } from './persona-name.ts';

/** Gives a new workspace its four base personas; part of the transaction that founds it. */
export async function createBasePersonas(db: Db, workspace: Workspace, now: number): Promise<void> {
  for (const [position, base] of BASES.entries()) {
    const words = BASE_PERSONAS[base];
    await insertPersona(db, workspace, {
      ...words,
      id: base,
      base,
      position,
      nameKey: personaNameKey(words.name),
      createdAt: now,
    });
  }
}
