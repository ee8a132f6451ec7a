import { wordKey } from '#app/audience/import/role-words.ts';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { changeAnswerImport, findAnswerImport } from './answer-import.store.server.ts';

/** `personaId` null says that the word names no role; `undecided` takes an earlier decision back. */
export interface AnswerWord {
  word: string;
  personaId: string | null | 'undecided';
}

export type DecidedAnswerWords =
  | { kind: 'checking' }
  | { kind: 'unknown_persona'; word: string }
  | { kind: 'not_found' }
  | { kind: 'too_late' };

/**
 * A member says what words of the role column mean in this file alone: “No” to one question is no role in another.
 * Then the dry run starts again.
 */
export async function decideAnswerWords(
  house: House,
  workspace: Workspace,
  input: { importId: string; words: readonly AnswerWord[]; actor: Actor },
): Promise<DecidedAnswerWords> {
  const { db, ids, clock } = house;
  const found = await findAnswerImport(db, workspace, input.importId);
  if (!found) return { kind: 'not_found' };
  const personas = await listPersonas(db, workspace);
  const allowed = new Set<string | null>(
    personas.filter(({ closedAt }) => closedAt === null).map(({ id }) => id),
  );
  allowed.add(null).add('undecided');
  const unknown = input.words.find(({ personaId }) => !allowed.has(personaId));
  if (unknown) return { kind: 'unknown_persona', word: unknown.word };
  const words = { ...found.choices.words };
  for (const { word, personaId } of input.words) {
    if (personaId === 'undecided') delete words[wordKey(word)];
    else words[wordKey(word)] = personaId;
  }
  const kept = await db.transaction().execute(async (tx) => {
    for (const { word, personaId } of input.words) {
      const entry = {
        id: ids.make(),
        at: clock.now(),
        actor: input.actor,
        act: 'decide_answer_word',
        subject: found.id,
      };
      await writeAudit(tx, workspace, { ...entry, detail: { word, personaId } });
    }
    const choices = { ...found.choices, words };
    return changeAnswerImport(tx, workspace, found.id, ['checked'], {
      state: 'checking',
      choices,
      rowsRead: 0,
    });
  });
  if (!kept) return { kind: 'too_late' };
  house.wakeImports();
  return { kind: 'checking' };
}
