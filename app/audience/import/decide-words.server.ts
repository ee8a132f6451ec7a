import { listPersonas } from '#app/persona/persona.store.server.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { changeRun, findRun } from './import.store.server.ts';
import { confirmWord } from './memory.store.server.ts';
import { wordKey } from './role-words.ts';

export interface WordDecision {
  word: string;
  /** Null brings its rows in without a role, in this file alone. */
  personaId: string | null;
}

export type DecidedWords =
  | { kind: 'checking' }
  | { kind: 'unknown_persona'; word: string }
  | { kind: 'not_found' }
  | { kind: 'too_late' };

/** A member says what words of the role column mean. It is remembered for every file; then the dry run starts again. */
export async function decideWords(
  house: House,
  workspace: Workspace,
  input: { importId: string; decisions: readonly WordDecision[]; actor: Actor },
): Promise<DecidedWords> {
  const run = await findRun(house.db, workspace, input.importId);
  if (!run) return { kind: 'not_found' };
  const personas = await listPersonas(house.db, workspace);
  const open = new Set(personas.filter(({ closedAt }) => closedAt === null).map(({ id }) => id));
  const unknown = input.decisions.find(({ personaId }) => personaId !== null && !open.has(personaId));
  if (unknown) return { kind: 'unknown_persona', word: unknown.word };
  const without = new Set(run.choices.wordsWithout);
  const kept = await house.db.transaction().execute(async (tx) => {
    const at = house.clock.now();
    for (const { word, personaId } of input.decisions) {
      const key = wordKey(word);
      without.delete(key);
      if (personaId === null) without.add(key);
      else await confirmWord(tx, workspace, { key, word, personaId, by: input.actor, at });
      const entry = {
        id: house.ids.make(),
        at,
        actor: input.actor,
        act: 'decide_word',
        subject: input.importId,
      };
      await writeAudit(tx, workspace, { ...entry, detail: { word, personaId } });
    }
    const choices = { ...run.choices, wordsWithout: [...without] };
    return changeRun(tx, workspace, run.id, ['checked'], { state: 'checking', choices, rowsRead: 0 });
  });
  if (!kept) return { kind: 'too_late' };
  house.wakeImports();
  return { kind: 'checking' };
}
