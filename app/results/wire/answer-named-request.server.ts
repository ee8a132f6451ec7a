import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type Figure, figureOf } from '../figure.ts';
import { listWaves } from '../lane.store.server.ts';
import type { QuestionResult } from '../question-result.ts';
import { readQuestions } from '../read-questions.server.ts';
import { readSelection } from '../read-selection.server.ts';
import { type Split, splitOf } from '../split.ts';
import type { Thresholds } from '../thresholds.ts';

export interface NamedRequest {
  waveId: string;
  /** What the asker said about persona, value by value; nothing is made fit. */
  personas: readonly string[];
  account?: { id: string; name: string };
  /** One number was asked for, made of those of several. */
  isComposite?: boolean;
}

export type NamedAnswer =
  /** No figure where the persona was asked nothing on a scale of 0 to 10. */
  | { kind: 'of_persona'; figure: Figure | null; questions: QuestionResult[] }
  | { kind: 'split'; split: Split }
  | { kind: 'unknown_wave' };

/**
 * Answers a program. It must name exactly one persona of the wave by its id, also where only one answered: what
 * it says decides, so that code which works today does not change its meaning with tomorrow's data.
 */
export async function answerNamedRequest(
  db: Db,
  workspace: Workspace,
  { waveId, personas: said, account, isComposite = false }: NamedRequest,
  thresholds: Thresholds,
): Promise<NamedAnswer> {
  const wave = (await listWaves(db, workspace)).find(({ id }) => id === waveId);
  if (!wave) return { kind: 'unknown_wave' };
  const whole = await readSelection(db, workspace, { wave, personas: [], account });
  const lane = whole.lanes.find(({ row }) => row.persona.id === said[0]);
  if (said.length === 1 && lane) {
    const sample = whole.samples.find(({ persona }) => persona.id === lane.row.persona.id);
    const questions = await readQuestions(db, workspace, { wave, lane, account }, thresholds);
    return { kind: 'of_persona', figure: sample ? figureOf(sample, thresholds) : null, questions };
  }
  const named = [...new Set(said)].filter((id) => whole.lanes.some(({ row }) => row.persona.id === id));
  if (named.length < 2)
    return { kind: 'split', split: splitOf({ ...whole.selection, isComposite }, thresholds) };
  const { selection } = await readSelection(db, workspace, { wave, personas: named, account });
  return { kind: 'split', split: splitOf({ ...selection, isComposite }, thresholds) };
}
