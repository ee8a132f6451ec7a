import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { QuestionSet } from '#app/survey/question.ts';
import type { Confidentiality } from '../confidentiality.ts';
import { PROMISE_WORDS } from '../programme-words.ts';
import { findImportedProgramme, findImportedWave, listDefinitions } from './imported-wave.store.server.ts';

/** Why these answers must not go under these names. */
export type WaveDoubt =
  | { kind: 'other_promise'; message: string }
  | { kind: 'other_question'; message: string };

/** Null when the wave is new, or holds answers to the same question given under the same promise. */
export async function doubtImportedWave(
  db: Db,
  workspace: Workspace,
  wave: { programmeName: string; waveName: string; confidentiality: Confidentiality; set: QuestionSet },
): Promise<WaveDoubt | null> {
  const programme = await findImportedProgramme(db, workspace, wave.programmeName);
  if (!programme) return null;
  if (programme.confidentiality !== wave.confidentiality) {
    const { name } = PROMISE_WORDS[programme.confidentiality];
    const message = `The answers of “${wave.programmeName}” were given as ${name.toLowerCase()}. Give these another programme.`;
    return { kind: 'other_promise', message };
  }
  const known = await findImportedWave(db, workspace, programme.id, wave.waveName);
  const asked = known ? await listDefinitions(db, workspace, known.id) : [];
  const definition = JSON.stringify(wave.set);
  if (asked.every((lane) => lane.definition === definition)) return null;
  const message = `“${wave.waveName}” holds answers to another question, or to one more. Give these a wave of their own.`;
  return { kind: 'other_question', message };
}
